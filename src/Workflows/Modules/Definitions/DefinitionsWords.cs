namespace Governance.Modules.Definitions;

/// <summary>Names that are stored or stand in definitions; they never change.</summary>
public static class DefinitionsWords
{
    /// <summary>The type of the subject that the three seats sign.</summary>
    public const string Change = "frameworkChange";

    /// <summary>The framework's definition of how its own definitions are changed.</summary>
    public const string ChangeDefinition = "framework-change";

    /// <summary>The effect that publishes what was signed.</summary>
    public const string Publish = "framework-change.publish";
}
