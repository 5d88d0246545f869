using System.Text.Json.Serialization;

namespace Governance.Contracts.Search;

/// <summary>What was found of everything that the caller may read: a part of it, and how much there is.</summary>
/// <param name="Count">How many texts there are; <paramref name="IsMore"/> says that there are more than were counted.</param>
/// <param name="Kinds">How many of each kind, whatever kind was asked for.</param>
/// <param name="States">How many of each state, whatever state was asked for.</param>
public sealed record SearchAnswer(
    IReadOnlyList<SearchHit> Items,
    string? Next,
    int Count,
    bool IsMore,
    IReadOnlyList<SearchCount> Kinds,
    IReadOnlyList<SearchCount> States
);

/// <summary>One text that was found.</summary>
/// <param name="Kind">What it is: policy, meeting, decision, challenge …</param>
/// <param name="Version">The version, of a subject that has several texts.</param>
/// <param name="Earlier">A version that another has followed.</param>
/// <param name="Address">The page that shows it, on this service.</param>
/// <param name="Snippet">A passage of the text with the words looked for.</param>
/// <param name="Parts">The same passage in parts, for pages that mark the words.</param>
public sealed record SearchHit(
    string Kind,
    string Id,
    int? Version,
    string Title,
    string? State,
    DateTime At,
    bool Earlier,
    string? Body,
    string? Group,
    string Address,
    string Snippet,
    [property: JsonIgnore] IReadOnlyList<SnippetPart> Parts
);

/// <summary>Part of a passage.</summary>
/// <param name="Found">Whether it is a word that was looked for.</param>
public sealed record SnippetPart(string Text, bool Found);

public sealed record SearchCount(string Name, int Count);

/// <summary>A search or a list with its filters, kept by one person to run it again.</summary>
/// <param name="Address">A page of this service, with its filters.</param>
public sealed record SavedViewAnswer(string Id, string Name, string Address, DateTime SavedAt);

/// <param name="Address">The address of the search, or of a list, as it stands in the browser: a path of this service.</param>
public sealed record SaveViewBody(string? Name, string? Address);

public sealed record RenameViewBody(string? Name);
