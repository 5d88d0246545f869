using System.Text.Json.Nodes;

namespace Governance.Host.Designer;

/// <summary>A list as Elsa's API answers it.</summary>
internal sealed record ElsaList<T>(IReadOnlyList<T> Items, int Count);

/// <summary>What a designer reads about a kind of expression.</summary>
internal sealed record ExpressionDescriptor(
    string Type,
    string DisplayName,
    bool IsSerializable,
    bool IsBrowsable,
    IReadOnlyDictionary<string, string> Properties
);

/// <summary>One version of a definition, without its steps.</summary>
internal sealed record DefinitionSummary(
    string Id,
    string DefinitionId,
    string Name,
    string? Description,
    int Version,
    string? ToolVersion,
    bool IsLatest,
    bool IsPublished,
    bool IsReadonly,
    string MaterializerName,
    bool IsMaterializerAvailable,
    DateTime CreatedAt,
    IReadOnlyList<ElsaLink> Links
);

/// <summary>What the caller may do with it: without <c>publish</c> a designer shows it to be read only.</summary>
internal sealed record ElsaLink(string Href, string Rel, string Method);

internal sealed record DefinitionPage(
    IReadOnlyList<DefinitionSummary> Items,
    int TotalCount,
    IReadOnlyList<ElsaLink> Links
);

/// <summary>For the OpenAPI document: a definition is Elsa's JSON and keeps members that nobody here knows.</summary>
/// <param name="Root">A Flowchart or Sequence with its activities, each with its <c>nodeId</c>.</param>
internal sealed record DefinitionDocument(
    string Id,
    string DefinitionId,
    string Name,
    int Version,
    bool IsLatest,
    bool IsPublished,
    DateTime CreatedAt,
    JsonObject Root,
    IReadOnlyList<ElsaLink> Links
);

internal sealed record DefinitionAnswer(
    DefinitionDocument WorkflowDefinition,
    bool AlreadyPublished,
    int ConsumingWorkflowCount
);

/// <summary>A draft to be saved; with <paramref name="Publish"/> its publication is also proposed.</summary>
internal sealed record DefinitionToPost(JsonObject Model, bool? Publish, string? Reason);

/// <param name="Reason">Why it is proposed, for whoever decides it; may be left out.</param>
internal sealed record ProposalToPost(string? Reason);

internal sealed record ChosenDefinitions(IReadOnlyList<string>? DefinitionIds);

internal sealed record ChosenVersions(IReadOnlyList<string>? Ids);

internal sealed record NameUnique(bool IsUnique);

internal sealed record DefinitionCount(int Count);

internal sealed record DeletedCount(int Deleted);

/// <param name="Waiting">Proposed: a second person has to agree.</param>
/// <param name="Refused">By definition: why not.</param>
internal sealed record BulkProposed(
    IReadOnlyList<string> Published,
    IReadOnlyList<string> AlreadyPublished,
    IReadOnlyList<string> Retracted,
    IReadOnlyList<string> AlreadyRetracted,
    IReadOnlyList<string> NotFound,
    IReadOnlyList<string> UpdatedConsumers,
    IReadOnlyList<string> Waiting,
    IReadOnlyDictionary<string, string> Refused
);
