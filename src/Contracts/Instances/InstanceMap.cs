namespace Governance.Contracts.Instances;

/// <summary>
/// A workflow as it is drawn for one instance: the steps of the definition version that it is pinned to, where its designer put
/// them, and how far the instance has come.
/// </summary>
/// <param name="Version">The definition version that it ran at that moment.</param>
/// <param name="At">UTC; the moment that is drawn, null for now.</param>
public sealed record InstanceMap(
    string Instance,
    string Definition,
    int Version,
    DateTime? At,
    IReadOnlyList<MapStep> Steps,
    IReadOnlyList<MapLink> Links
);

/// <summary>A step with its place; lengths are the designer's own.</summary>
/// <param name="State">One of <see cref="MapStepStates"/>.</param>
/// <param name="Since">UTC; since when it waits, for a step that does.</param>
/// <param name="Until">UTC; the earliest moment at which time alone moves it on, where there is one; not told of the past.</param>
public sealed record MapStep(
    string Id,
    string Text,
    string Type,
    double X,
    double Y,
    double Width,
    double Height,
    string State,
    DateTime? Since,
    DateTime? Until
);

/// <summary>A way from one step to another, by the outcome that leads there.</summary>
public sealed record MapLink(string From, string Port, string To);

/// <summary>Wire names; never change.</summary>
public static class MapStepStates
{
    /// <summary>The instance stands here and waits.</summary>
    public const string Here = "here";

    /// <summary>It went wrong here and waits for somebody to mend it.</summary>
    public const string Failed = "failed";

    /// <summary>It has come through here before.</summary>
    public const string Done = "done";

    /// <summary>It has not been here yet.</summary>
    public const string Ahead = "ahead";
}
