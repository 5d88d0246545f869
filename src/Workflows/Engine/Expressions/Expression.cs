using System.Text.Json.Nodes;

namespace Governance.Engine.Expressions;

/// <summary>A parsed expression of a definition; evaluated against what the step can see.</summary>
internal abstract record Expression;

/// <summary>A plain value.</summary>
internal sealed record LiteralExpression(JsonNode? Value) : Expression;

/// <summary>The value of a variable, by id or name.</summary>
internal sealed record VariableExpression(string IdOrName) : Expression;

/// <summary>A value that the workflow was started with.</summary>
internal sealed record InputExpression(string Name) : Expression;

/// <summary>What an earlier step handed on, last.</summary>
internal sealed record OutputExpression(string ActivityId, string Name) : Expression;

/// <summary>A condition or calculation in the Rule language (docs/rule.md).</summary>
internal sealed record RuleExpression(string Text, RuleNode Root) : Expression;

/// <summary>The cases of a switch, each with its condition.</summary>
internal sealed record CasesExpression(IReadOnlyList<SwitchCase> Cases) : Expression;

internal sealed record SwitchCase(string Label, Expression Condition);
