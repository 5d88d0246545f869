namespace Governance.Engine.Expressions;

/// <summary>The parsed form of a rule.</summary>
internal abstract record RuleNode
{
    /// <summary>Where it stands in the text, counted from 1; a fault of this part names it.</summary>
    public int Position { get; init; }
}

internal sealed record RuleConstant(RuleValue Value) : RuleNode;

/// <summary>A name on its own: a variable, or one of <c>input</c>, <c>output</c>, <c>now</c>.</summary>
internal sealed record RuleName(string Name) : RuleNode;

internal sealed record RuleMember(RuleNode Of, string Name) : RuleNode;

internal sealed record RuleIndex(RuleNode Of, RuleNode At) : RuleNode;

internal sealed record RuleUnary(RuleOperator Operator, RuleNode Operand) : RuleNode;

internal sealed record RuleBinary(RuleOperator Operator, RuleNode Left, RuleNode Right) : RuleNode;

internal sealed record RuleCall(RuleFunction Function, IReadOnlyList<RuleNode> Arguments)
    : RuleNode;

internal enum RuleOperator
{
    Or,
    And,
    Not,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Negate,
}
