using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Governance.Engine.Expressions;

namespace Governance.Tests.Workflows.Engine;

public sealed class RuleTests
{
    private static readonly JsonObject Variables = new()
    {
        ["n"] = 2,
        ["name"] = "anna",
        ["nothing"] = null,
        ["flag"] = true,
        ["due"] = "2027-02-03",
        ["at"] = "2027-02-03T17:00:00Z",
        ["seats"] = new JsonArray("police", "localAuthority"),
        ["group"] = new JsonObject { ["chair"] = "p1", ["size"] = 7 },
    };

    [Theory]
    [InlineData("n + 1", "3")]
    [InlineData("1 + 2 * 3 - 4 / 2", "5")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("10 - 4 - 3", "3")]
    [InlineData("7 % 4", "3")]
    [InlineData("-n * -2", "4")]
    [InlineData("0.1 + 0.2 == 0.3", "true")]
    [InlineData("1.50 + 1.50", "3")]
    [InlineData("n < 3 and not (n == 1) or false", "true")]
    [InlineData("true or false and false", "true")]
    [InlineData("not flag == true", "false")]
    [InlineData("false and missing.x", "false")]
    [InlineData("'it\\'s' + \" so\"", "\"it's so\"")]
    [InlineData("name == 'anna' and name != 'Anna'", "true")]
    [InlineData("nothing == null", "true")]
    [InlineData("n == '2'", "false")]
    [InlineData("'police' in seats", "true")]
    [InlineData("'ann' in name", "true")]
    [InlineData("seats[1]", "\"localAuthority\"")]
    [InlineData("seats[9] == null", "true")]
    [InlineData("seats.count + name.length", "6")]
    [InlineData("group.chair", "\"p1\"")]
    [InlineData("group['size']", "7")]
    [InlineData("due == @2027-02-03", "true")]
    [InlineData("due < @2027-02-04", "true")]
    [InlineData("@2027-02-03 + 10", "\"2027-02-13\"")]
    [InlineData("@2027-03-01 - @2027-02-01", "28")]
    [InlineData("at + 0.5", "null")]
    [InlineData("@2027-02-03T17:00:00Z + 0.5", "\"2027-02-04T05:00:00Z\"")]
    [InlineData("now > at", "false")]
    [InlineData("input.class", "\"policy\"")]
    [InlineData("output.collect.Outcome", "\"collect/Outcome\"")]
    [InlineData("date(due) + 10", "\"2027-02-13\"")]
    [InlineData("moment(at) + 0.5", "\"2027-02-04T05:00:00Z\"")]
    [InlineData("year(due) * 100 + month(due)", "202702")]
    [InlineData("day(due)", "3")]
    [InlineData("weekday(@2027-02-07)", "7")]
    [InlineData("weekday(@2027-02-08)", "1")]
    [InlineData("max(1, n, 3) - min(n, 5)", "1")]
    [InlineData("max(due, @2027-03-01)", "\"2027-03-01\"")]
    [InlineData("abs(0 - n) + floor(2.9) + round(2.5)", "7")]
    [InlineData("lower('Anna') == name", "true")]
    [InlineData("empty(nothing) and empty('') and not empty(seats)", "true")]
    [InlineData("seats == seats", "true")]
    [InlineData("null", "null")]
    public void Evaluate_Rule_GivesItsValue(string rule, string expected)
    {
        if (rule == "at + 0.5")
        {
            // A text is not a date by itself; only comparing makes it one.
            Assert.Throws<RuleFaultException>(() => Evaluate(rule));
            return;
        }

        string actual = Evaluate(rule).ToJson()?.ToJsonString() ?? "null";

        Assert.Equal(JsonNode.Parse(expected)?.ToJsonString() ?? "null", actual);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("n +", 4)]
    [InlineData("n = 1", 3)]
    [InlineData("(n", 3)]
    [InlineData("n 1", 3)]
    [InlineData("'open", 1)]
    [InlineData("'a\\n'", 3)]
    [InlineData("1 < 2 < 3", 7)]
    [InlineData("@2027-02-30", 1)]
    [InlineData("f(1)", 1)]
    [InlineData("1 + min(2)", 5)]
    [InlineData("date()", 1)]
    [InlineData("max(1 2)", 7)]
    [InlineData("max(1,", 7)]
    [InlineData("a && b", 3)]
    [InlineData("n.", 3)]
    [InlineData("99999999999999999999999999999999", 1)]
    [InlineData("and", 1)]
    [InlineData("a;b", 2)]
    public void Parse_NoRule_SaysWhere(string text, int position)
    {
        RuleSyntaxException error = Assert.Throws<RuleSyntaxException>(() =>
            RuleParser.Parse(text)
        );

        Assert.Equal(position, error.Position);
    }

    [Theory]
    [InlineData("n and true")]
    [InlineData("1 + 'a'")]
    [InlineData("nothing < 1")]
    [InlineData("n / 0")]
    [InlineData("n % 0")]
    [InlineData("missing")]
    [InlineData("nothing.x")]
    [InlineData("n.x")]
    [InlineData("79228162514264337593543950335 * 2")]
    [InlineData("@9999-12-31 + 2")]
    [InlineData("@2027-01-01 + 79228162514264337593543950335")]
    [InlineData("n in n")]
    public void Evaluate_ValuesDoNotFit_IsAFaultOfItsOwn(string rule) =>
        Assert.Throws<RuleFaultException>(() => Evaluate(rule));

    [Theory]
    [InlineData("true and n", 6)]
    [InlineData("1 + (2 * 'a')", 8)]
    [InlineData("n == 2 and missing", 12)]
    [InlineData("group.chair.x", 12)]
    [InlineData("seats[nothing]", 6)]
    [InlineData("1 + date(now)", 5)]
    [InlineData("-name", 1)]
    public void Evaluate_ValuesDoNotFit_SaysWhere(string rule, int position)
    {
        RuleFaultException fault = Assert.Throws<RuleFaultException>(() => Evaluate(rule));

        Assert.Equal(position, fault.Position);
        Assert.StartsWith($"At character {position}: ", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("abs(", ")")]
    [InlineData("not ", "")]
    [InlineData("-", "")]
    [InlineData("seats[", "]")]
    public void Parse_TooDeep_IsRefused(string before, string after)
    {
        string deep = string.Concat(Enumerable.Repeat(before, 41)) + "n";
        deep += string.Concat(Enumerable.Repeat(after, 41));

        Assert.Throws<RuleSyntaxException>(() => RuleParser.Parse(deep));
    }

    [Fact]
    public void Parse_TooLong_IsRefused() =>
        Assert.Throws<RuleSyntaxException>(() => RuleParser.Parse(new string('1', 2_001)));

    [Fact]
    public void Parse_AnyText_GivesARuleOrItsTypedError() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => ParsesOrRefuses(text ?? ""))
            .QuickCheckThrowOnFailure();

    /// <summary>Random text is seldom nearly a rule; pieces of rules put together at random often are.</summary>
    [Fact]
    public void Parse_PiecesOfRules_GiveARuleThatEvaluatesOrFaults()
    {
        string[] pieces =
        [
            "n",
            "1",
            "'a'",
            "@2027-02-03",
            "(",
            ")",
            "[",
            "]",
            ".",
            "x",
            "+",
            "-",
            "*",
            "/",
            "%",
            "==",
            "!=",
            "<",
            ">=",
            "in",
            "and",
            "or",
            "not",
            "null",
            "true",
            "\"",
            "@",
            "min(",
            ",",
            "date(",
            "due",
            "seats",
            "input",
            "output",
            "collect",
            "now",
            "\\",
            "0",
        ];
        Gen<string> texts = Gen.Elements(pieces).ListOf().Select(list => string.Join(' ', list));

        Prop.ForAll(texts.ToArbitrary(), ParsesOrRefuses)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3_000).WithEndSize(30));
    }

    private static bool ParsesOrRefuses(string text)
    {
        try
        {
            RuleEvaluation.Evaluate(RuleParser.Parse(text), new Scope());
            return true;
        }
        catch (Exception error) when (error is RuleSyntaxException or RuleFaultException)
        {
            return true;
        }
    }

    private static RuleValue Evaluate(string rule) =>
        RuleEvaluation.Evaluate(RuleParser.Parse(rule), new Scope());

    internal sealed class Scope : IRuleScope
    {
        public DateTime Now => new(2027, 2, 3, 9, 0, 0, DateTimeKind.Utc);

        public bool TryGetVariable(string name, out JsonNode? value) =>
            Variables.TryGetPropertyValue(name, out value);

        public JsonNode? Input(string name) => name == "class" ? "policy" : null;

        public JsonNode? Output(string activityId, string name) => $"{activityId}/{name}";
    }
}
