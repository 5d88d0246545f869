namespace Governance.Modules.Definitions;

/// <summary>The definitions that the product installs: each file of <c>Framework/</c>, by its name.</summary>
public static class FrameworkDefinitions
{
    private const string Folder = "Framework/";
    private const string Ending = ".json";

    public static IReadOnlySet<string> Ids { get; } =
        typeof(FrameworkDefinitions)
            .Assembly.GetManifestResourceNames()
            .Where(name =>
                name.StartsWith(Folder, StringComparison.Ordinal)
                && name.EndsWith(Ending, StringComparison.Ordinal)
            )
            .Select(name => name[Folder.Length..^Ending.Length])
            .ToHashSet(StringComparer.Ordinal);
}
