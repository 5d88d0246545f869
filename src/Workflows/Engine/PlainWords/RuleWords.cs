using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Engine.Definitions;
using Governance.Engine.Expressions;

namespace Governance.Engine.PlainWords;

/// <summary>Conditions and values of a definition in words.</summary>
internal static class RuleWords
{
    public static string Of(Expression expression, PlannedActivity at) =>
        expression switch
        {
            LiteralExpression literal => Value(literal.Value),
            VariableExpression variable => VariableName(variable.IdOrName, at),
            InputExpression input => Given(input.Name),
            OutputExpression output => Output(output.ActivityId, output.Name, at),
            RuleExpression rule => Rule(rule.Root, at),
            _ => "several cases",
        };

    /// <summary>A plain value: a list by commas, nothing as “nothing”.</summary>
    public static string Value(JsonNode? value) =>
        value switch
        {
            null => "nothing",
            JsonArray list => list.Count == 0 ? "nothing" : string.Join(", ", list.Select(Value)),
            _ => JsonText.Of(value) is { } text
                ? text.Length == 0
                    ? "nothing"
                    : text
                : value.ToJsonString(),
        };

    private static string Rule(RuleNode node, PlannedActivity at) =>
        node switch
        {
            RuleConstant constant => Constant(constant.Value),
            RuleName { Name: "now" } => "the present moment",
            RuleName name => VariableName(name.Name, at),
            RuleMember { Of: RuleName { Name: "input" } } input => Given(input.Name),
            RuleMember { Of: RuleMember { Of: RuleName { Name: "output" } } step } output => Output(
                step.Name,
                output.Name,
                at
            ),
            RuleMember { Name: "count" } count => $"the number of {Rule(count.Of, at)}",
            RuleMember { Name: "length" } length => $"the length of {Rule(length.Of, at)}",
            RuleMember member => $"{member.Name} of {Rule(member.Of, at)}",
            RuleIndex index => $"{Rule(index.At, at)} in {Rule(index.Of, at)}",
            RuleUnary { Operator: RuleOperator.Not } not => $"not ({Rule(not.Operand, at)})",
            RuleUnary minus => $"minus {Rule(minus.Operand, at)}",
            RuleCall call =>
                $"{call.Function.Name} of {string.Join(" and ", call.Arguments.Select(one => Rule(one, at)))}",
            RuleBinary two =>
                $"{Side(two, two.Left, at)} {Sign(two.Operator)} {Side(two, two.Right, at)}",
            _ => "something",
        };

    private static string Side(RuleBinary around, RuleNode side, PlannedActivity at) =>
        side is RuleBinary inner
        && inner.Operator != around.Operator
        && inner.Operator is RuleOperator.Or or RuleOperator.And
            ? $"({Rule(side, at)})"
            : Rule(side, at);

    private static string Sign(RuleOperator what) =>
        what switch
        {
            RuleOperator.Or => "or",
            RuleOperator.And => "and",
            RuleOperator.Equal => "is",
            RuleOperator.NotEqual => "is not",
            RuleOperator.Less => "is less than",
            RuleOperator.LessOrEqual => "is at most",
            RuleOperator.Greater => "is more than",
            RuleOperator.GreaterOrEqual => "is at least",
            RuleOperator.In => "is one of",
            RuleOperator.Add => "plus",
            RuleOperator.Subtract => "minus",
            RuleOperator.Multiply => "times",
            RuleOperator.Divide => "divided by",
            _ => "modulo",
        };

    private static string Constant(RuleValue value) =>
        value.Kind switch
        {
            RuleValue.Kinds.Null => "nothing",
            RuleValue.Kinds.Boolean => value.Boolean ? "true" : "false",
            RuleValue.Kinds.Number => value.Number.ToString(CultureInfo.InvariantCulture),
            RuleValue.Kinds.Date => value.Date.ToString(
                "d MMMM yyyy",
                CultureInfo.InvariantCulture
            ),
            RuleValue.Kinds.Text => $"“{value.Text}”",
            _ => RuleWords.Value(value.ToJson()),
        };

    private static string VariableName(string idOrName, PlannedActivity at)
    {
        for (PlannedActivity? around = at; around is not null; around = around.Parent)
        {
            foreach (PlannedVariable variable in around.Variables)
            {
                if (variable.Id == idOrName)
                {
                    return variable.Name;
                }
            }
        }

        return idOrName;
    }

    private static string Given(string input) => $"the {input} that it began with";

    private static string Output(string step, string name, PlannedActivity at) =>
        $"{name} of ‘{Find(Root(at), step)?.Title ?? step}’";

    private static PlannedActivity Root(PlannedActivity at) =>
        at.Parent is { } around ? Root(around) : at;

    private static PlannedActivity? Find(PlannedActivity at, string id) =>
        at.Id == id
            ? at
            : at
                .Activities.Concat(at.Embedded.Values)
                .Select(inner => Find(inner, id))
                .FirstOrDefault(found => found is not null);
}
