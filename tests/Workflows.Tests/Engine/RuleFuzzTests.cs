using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Governance.Engine.Expressions;

namespace Governance.Tests.Workflows.Engine;

/// <summary>Rules made at random: what is printed reads back as the same rule, and reading and working out are bounded.</summary>
public sealed class RuleFuzzTests
{
    private static readonly RuleOperator[] Binaries =
    [
        RuleOperator.Or,
        RuleOperator.And,
        RuleOperator.Equal,
        RuleOperator.NotEqual,
        RuleOperator.Less,
        RuleOperator.LessOrEqual,
        RuleOperator.Greater,
        RuleOperator.GreaterOrEqual,
        RuleOperator.In,
        RuleOperator.Add,
        RuleOperator.Subtract,
        RuleOperator.Multiply,
        RuleOperator.Divide,
        RuleOperator.Remainder,
    ];

    private static readonly Gen<RuleNode> Leaves = Gen.OneOf(
        Gen.Choose(0, 1_000).Select(RuleNode (n) => new RuleConstant(RuleValue.Of(n / 4m))),
        Gen.Elements("", "a", "it's", "\"", "\\", "2027-02-03", "é\n")
            .Select(RuleNode (text) => new RuleConstant(RuleValue.Of(text))),
        Gen.Choose(0, 4_000)
            .Select(
                RuleNode (n) => new RuleConstant(RuleValue.Of(new DateOnly(2020, 1, 1).AddDays(n)))
            ),
        Gen.Elements(true, false).Select(RuleNode (flag) => new RuleConstant(RuleValue.Of(flag))),
        Gen.Constant<RuleNode>(new RuleConstant(RuleValue.Null)),
        Gen.Elements("n", "name", "nothing", "flag", "due", "at", "seats", "group", "now", "gone")
            .Select(RuleNode (name) => new RuleName(name)),
        Gen.Constant<RuleNode>(new RuleMember(new RuleName("input"), "class"))
    );

    private static readonly Arbitrary<RuleNode> Trees = Tree(4).ToArbitrary();

    [Fact]
    public void Print_AnyRule_ReadsBackWithTheSameValue() =>
        Prop.ForAll(
                Trees,
                rule =>
                {
                    string text = RulePrinter.Print(rule);
                    RuleNode read = RuleParser.Parse(text);
                    return RulePrinter.Print(read) == text && Outcome(read) == Outcome(rule);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Evaluate_AnyRule_VisitsEachPartAtMostOnce() =>
        Prop.ForAll(
                Trees,
                rule =>
                {
                    Counting scope = new();
                    Outcome(rule, scope);
                    return scope.Asked <= RulePrinter.Print(rule).Length;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    /// <summary>The longest and deepest rules that are read at all are read and worked out on a small stack.</summary>
    [Theory]
    [InlineData("(", "n", "+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n+n)", 40)]
    [InlineData("abs(", "n", ")", 40)]
    [InlineData("-", "n", "", 40)]
    [InlineData("not ", "flag", "", 40)]
    [InlineData("(", "n*n*n*n*n+n+n+n+n+n==n and n==n or n==n", ")", 40)]
    [InlineData("max(n,", "n", ")", 40)]
    public void Parse_AsDeepAsAllowed_NeedsLittleStack(
        string before,
        string inner,
        string after,
        int depth
    )
    {
        string text =
            string.Concat(Enumerable.Repeat(before, depth))
            + inner
            + string.Concat(Enumerable.Repeat(after, depth));
        Assert.True(text.Length <= RuleParser.MaxLength);
        string? outcome = null;
        Thread small = new(() => outcome = Try(text), 384 * 1024);

        small.Start();
        small.Join();

        Assert.NotNull(outcome);
    }

    private static string Try(string text)
    {
        try
        {
            return Outcome(RuleParser.Parse(text));
        }
        catch (RuleSyntaxException)
        {
            return "no rule";
        }
    }

    private static Gen<RuleNode> Tree(int depth) =>
        depth == 0
            ? Leaves
            : Gen.OneOf(
                Leaves,
                from what in Gen.Elements(Binaries)
                from left in Tree(depth - 1)
                from right in Tree(depth - 1)
                select (RuleNode)new RuleBinary(what, left, right),
                from what in Gen.Elements(RuleOperator.Not, RuleOperator.Negate)
                from operand in Tree(depth - 1)
                select (RuleNode)new RuleUnary(what, operand),
                from of in Tree(depth - 1)
                from name in Gen.Elements("count", "length", "chair")
                select (RuleNode)new RuleMember(of, name),
                from of in Tree(depth - 1)
                from at in Tree(depth - 1)
                select (RuleNode)new RuleIndex(of, at),
                from function in Gen.Elements(RuleFunctions.Known.ToArray())
                from arguments in Tree(depth - 1).ListOf(function.Fewest)
                select (RuleNode)new RuleCall(function, arguments)
            );

    private static string Outcome(RuleNode rule, IRuleScope? scope = null)
    {
        try
        {
            JsonNode? value = RuleEvaluation
                .Evaluate(rule, scope ?? new RuleTests.Scope())
                .ToJson();
            return value?.ToJsonString() ?? "null";
        }
        catch (RuleFaultException)
        {
            return "fault";
        }
    }

    private sealed class Counting : IRuleScope
    {
        private readonly RuleTests.Scope _scope = new();

        public int Asked { get; private set; }

        public DateTime Now => _scope.Now;

        public bool TryGetVariable(string name, out JsonNode? value)
        {
            Asked++;
            return _scope.TryGetVariable(name, out value);
        }

        public JsonNode? Input(string name)
        {
            Asked++;
            return _scope.Input(name);
        }

        public JsonNode? Output(string activityId, string name) => _scope.Output(activityId, name);
    }
}

/// <summary>Writes a rule out, with a bracket around every part that has parts.</summary>
internal static class RulePrinter
{
    public static string Print(RuleNode node) =>
        node switch
        {
            RuleConstant constant => Print(constant.Value),
            RuleName name => name.Name,
            RuleMember { Of: RuleName { Name: "input" } } input => $"input.{input.Name}",
            RuleMember member => $"{Inner(member.Of)}.{member.Name}",
            RuleIndex index => $"{Inner(index.Of)}[{Print(index.At)}]",
            RuleCall call =>
                $"{call.Function.Name}({string.Join(", ", call.Arguments.Select(Print))})",
            RuleUnary { Operator: RuleOperator.Not } not => $"not {Inner(not.Operand)}",
            RuleUnary minus => $"-{Inner(minus.Operand)}",
            RuleBinary two => $"{Inner(two.Left)} {Sign(two.Operator)} {Inner(two.Right)}",
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };

    private static string Inner(RuleNode node) =>
        node is RuleName or RuleCall or RuleConstant { Value.Kind: not RuleValue.Kinds.Date }
            ? Print(node)
            : $"({Print(node)})";

    private static string Print(RuleValue value) =>
        value.Kind switch
        {
            RuleValue.Kinds.Null => "null",
            RuleValue.Kinds.Boolean => value.Boolean ? "true" : "false",
            RuleValue.Kinds.Number => value.Number.ToString(CultureInfo.InvariantCulture),
            RuleValue.Kinds.Date => $"@{value.Date:yyyy-MM-dd}",
            _ => $"'{value.Text!.Replace("\\", "\\\\").Replace("'", "\\'")}'",
        };

    private static string Sign(RuleOperator what) =>
        what switch
        {
            RuleOperator.Or => "or",
            RuleOperator.And => "and",
            RuleOperator.Equal => "==",
            RuleOperator.NotEqual => "!=",
            RuleOperator.Less => "<",
            RuleOperator.LessOrEqual => "<=",
            RuleOperator.Greater => ">",
            RuleOperator.GreaterOrEqual => ">=",
            RuleOperator.In => "in",
            RuleOperator.Add => "+",
            RuleOperator.Subtract => "-",
            RuleOperator.Multiply => "*",
            RuleOperator.Divide => "/",
            _ => "%",
        };
}
