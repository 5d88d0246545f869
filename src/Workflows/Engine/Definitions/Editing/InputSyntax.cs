namespace Governance.Engine.Definitions.Editing;

/// <summary>How an input is given: Elsa's words for kinds of expressions, and none.</summary>
public static class InputSyntax
{
    public const string None = "None";

    /// <summary>A fixed text, number or flag.</summary>
    public const string Literal = "Literal";

    /// <summary>A fixed list or object, as JSON.</summary>
    public const string Composed = "Object";

    public const string Rule = "Rule";
    public const string Variable = "Variable";
    public const string Input = "Input";
    public const string Output = "Output";

    /// <summary>Worked out by each instance.</summary>
    public static IReadOnlyList<string> WorkedOut { get; } = [Rule, Variable, Input, Output];

    public static bool IsFixed(string syntax) => syntax is None or Literal or Composed;
}
