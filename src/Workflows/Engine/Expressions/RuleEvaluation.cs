using System.Text.Json.Nodes;

namespace Governance.Engine.Expressions;

/// <summary>What a rule can see.</summary>
internal interface IRuleScope
{
    DateTime Now { get; }

    bool TryGetVariable(string name, out JsonNode? value);

    JsonNode? Input(string name);

    JsonNode? Output(string activityId, string name);
}

/// <summary>Works a rule out. It reads its scope and nothing else, and visits each part of the rule at most once.</summary>
internal static class RuleEvaluation
{
    private const int MaxTextLength = 10_000;

    /// <exception cref="RuleFaultException">The values do not fit the rule; it says where.</exception>
    public static RuleValue Evaluate(RuleNode node, IRuleScope scope)
    {
        try
        {
            return WorkOut(node, scope);
        }
        catch (RuleFaultException fault) when (fault.Position == 0)
        {
            // The innermost part that failed is the one to look at.
            throw new RuleFaultException(fault.Message, node.Position);
        }
    }

    /// <summary>What a rule of constants is, whoever asks and whenever; null when it sees anything else, or is nothing.</summary>
    public static JsonNode? Constant(RuleNode node)
    {
        try
        {
            return Evaluate(node, new NothingInSight()).ToJson();
        }
        catch (RuleFaultException)
        {
            return null;
        }
    }

    /// <summary>A scope in which every look is a fault: now, variables, inputs and outputs belong to an instance.</summary>
    private sealed class NothingInSight : IRuleScope
    {
        public DateTime Now => throw Unseen();

        public bool TryGetVariable(string name, out JsonNode? value) => throw Unseen();

        public JsonNode? Input(string name) => throw Unseen();

        public JsonNode? Output(string activityId, string name) => throw Unseen();

        private static RuleFaultException Unseen() => new("There is no instance to look into.");
    }

    private static RuleValue WorkOut(RuleNode node, IRuleScope scope) =>
        node switch
        {
            RuleConstant constant => constant.Value,
            RuleName name => Name(name.Name, scope),
            RuleMember { Of: RuleName { Name: "input" } } input => RuleValue.Of(
                scope.Input(input.Name)
            ),
            RuleMember { Of: RuleMember { Of: RuleName { Name: "output" } } activity } output =>
                RuleValue.Of(scope.Output(activity.Name, output.Name)),
            RuleMember member => Member(Evaluate(member.Of, scope), member.Name),
            RuleIndex index => At(Evaluate(index.Of, scope), Evaluate(index.At, scope)),
            RuleUnary { Operator: RuleOperator.Not } not => RuleValue.Of(
                !Truth(Evaluate(not.Operand, scope), "not")
            ),
            RuleUnary minus => RuleValue.Of(-Number(Evaluate(minus.Operand, scope), "-")),
            RuleBinary { Operator: RuleOperator.And } and => RuleValue.Of(
                Truth(Evaluate(and.Left, scope), "and") && Truth(Evaluate(and.Right, scope), "and")
            ),
            RuleBinary { Operator: RuleOperator.Or } or => RuleValue.Of(
                Truth(Evaluate(or.Left, scope), "or") || Truth(Evaluate(or.Right, scope), "or")
            ),
            RuleBinary binary => Binary(
                binary.Operator,
                Evaluate(binary.Left, scope),
                Evaluate(binary.Right, scope)
            ),
            RuleCall call => call.Function.Work([
                .. call.Arguments.Select(argument => Evaluate(argument, scope)),
            ]),
            _ => throw new RuleFaultException("This part of a rule cannot be worked out."),
        };

    private static RuleValue Name(string name, IRuleScope scope)
    {
        if (scope.TryGetVariable(name, out JsonNode? value))
        {
            return RuleValue.Of(value);
        }

        return name == "now"
            ? RuleValue.Of(scope.Now)
            : throw new RuleFaultException($"There is no variable {name}.");
    }

    private static RuleValue Member(RuleValue of, string name) =>
        (of.Kind, of.Json) switch
        {
            (RuleValue.Kinds.Json, JsonObject fields) => RuleValue.Of(fields[name]),
            (RuleValue.Kinds.Json, JsonArray list) when name == "count" => RuleValue.Of(list.Count),
            (RuleValue.Kinds.Text, _) when name == "length" => RuleValue.Of(of.Text!.Length),
            (RuleValue.Kinds.Null, _) => throw new RuleFaultException(
                $"There is no {name} of nothing."
            ),
            _ => throw new RuleFaultException($"{Capital(of.Describe())} has no {name}."),
        };

    private static RuleValue At(RuleValue of, RuleValue at) =>
        (of.Json, at.Kind) switch
        {
            (JsonObject fields, RuleValue.Kinds.Text) => RuleValue.Of(fields[at.Text!]),
            (JsonArray list, RuleValue.Kinds.Number)
                when at.Number >= 0
                    && at.Number < list.Count
                    && at.Number == decimal.Truncate(at.Number) => RuleValue.Of(
                list[(int)at.Number]
            ),
            (JsonArray, RuleValue.Kinds.Number) => RuleValue.Null,
            _ => throw new RuleFaultException(
                $"{Capital(of.Describe())} cannot be asked for {at.Describe()} in brackets."
            ),
        };

    private static RuleValue Binary(RuleOperator what, RuleValue left, RuleValue right) =>
        what switch
        {
            RuleOperator.Equal => RuleValue.Of(RuleComparison.AreEqual(left, right)),
            RuleOperator.NotEqual => RuleValue.Of(!RuleComparison.AreEqual(left, right)),
            RuleOperator.In => RuleValue.Of(RuleComparison.IsIn(left, right)),
            RuleOperator.Less => RuleValue.Of(RuleComparison.Compare(left, right) < 0),
            RuleOperator.LessOrEqual => RuleValue.Of(RuleComparison.Compare(left, right) <= 0),
            RuleOperator.Greater => RuleValue.Of(RuleComparison.Compare(left, right) > 0),
            RuleOperator.GreaterOrEqual => RuleValue.Of(RuleComparison.Compare(left, right) >= 0),
            RuleOperator.Add => Add(left, right),
            RuleOperator.Subtract => Subtract(left, right),
            _ => Calculate(what, Number(left, "a calculation"), Number(right, "a calculation")),
        };

    private static RuleValue Add(RuleValue left, RuleValue right)
    {
        if (left.Kind == RuleValue.Kinds.Text && right.Kind == RuleValue.Kinds.Text)
        {
            return left.Text!.Length + right.Text!.Length <= MaxTextLength
                ? RuleValue.Of(left.Text + right.Text)
                : throw new RuleFaultException("The text becomes too long.");
        }

        return left.Kind is RuleValue.Kinds.Date or RuleValue.Kinds.Moment
            ? AddDays(left, Number(right, "+"))
            : Calculate(RuleOperator.Add, Number(left, "+"), Number(right, "+"));
    }

    private static RuleValue Subtract(RuleValue left, RuleValue right)
    {
        if (left.Kind is not (RuleValue.Kinds.Date or RuleValue.Kinds.Moment))
        {
            return Calculate(RuleOperator.Subtract, Number(left, "-"), Number(right, "-"));
        }

        RuleValue other = right.AsDateOrMoment();
        return other.Kind == left.Kind
            ? RuleValue.Of((decimal)(left.Moment - other.Moment).Ticks / TimeSpan.TicksPerDay)
            : AddDays(left, -Number(right, "-"));
    }

    private static RuleValue AddDays(RuleValue from, decimal days)
    {
        try
        {
            DateTime moved = from.Moment.AddTicks((long)(days * TimeSpan.TicksPerDay));
            return from.Kind == RuleValue.Kinds.Date
                ? RuleValue.Of(DateOnly.FromDateTime(moved))
                : RuleValue.Of(moved);
        }
        catch (Exception beyond) when (beyond is OverflowException or ArgumentOutOfRangeException)
        {
            throw new RuleFaultException("The date lies beyond the calendar.");
        }
    }

    private static RuleValue Calculate(RuleOperator what, decimal left, decimal right)
    {
        if (right == 0 && what is (RuleOperator.Divide or RuleOperator.Remainder))
        {
            throw new RuleFaultException("Nothing can be divided by 0.");
        }

        try
        {
            return RuleValue.Of(
                what switch
                {
                    RuleOperator.Add => left + right,
                    RuleOperator.Subtract => left - right,
                    RuleOperator.Multiply => left * right,
                    RuleOperator.Divide => left / right,
                    _ => left % right,
                }
            );
        }
        catch (OverflowException)
        {
            throw new RuleFaultException("The number becomes too large.");
        }
    }

    private static bool Truth(RuleValue value, string of) =>
        value.Kind == RuleValue.Kinds.Boolean
            ? value.Boolean
            : throw new RuleFaultException($"'{of}' wants true or false, not {value.Describe()}.");

    private static decimal Number(RuleValue value, string of) =>
        value.Kind == RuleValue.Kinds.Number
            ? value.Number
            : throw new RuleFaultException($"'{of}' wants a number, not {value.Describe()}.");

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
