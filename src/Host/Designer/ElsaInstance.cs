using Governance.Contracts.Instances;

namespace Governance.Host.Designer;

/// <summary>An instance in a list, as Elsa's case viewer reads it.</summary>
internal sealed record ElsaInstanceSummary(
    string Id,
    string DefinitionId,
    string DefinitionVersionId,
    int Version,
    string Status,
    string SubStatus,
    string? CorrelationId,
    string Name,
    int IncidentCount,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    DateTime? FinishedAt
);

/// <summary>An instance with where it stands.</summary>
internal sealed record ElsaInstance(
    string Id,
    string DefinitionId,
    string DefinitionVersionId,
    int Version,
    string Status,
    string SubStatus,
    string? CorrelationId,
    string Name,
    int IncidentCount,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    DateTime? FinishedAt,
    ElsaState WorkflowState
);

/// <summary>Of Elsa's state what people may see here: values of a case are on its own pages.</summary>
internal sealed record ElsaState(
    string Id,
    string DefinitionId,
    int DefinitionVersion,
    string? CorrelationId,
    string Status,
    string SubStatus,
    IReadOnlyList<ElsaBookmark> Bookmarks,
    IReadOnlyList<ElsaIncident> Incidents,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    DateTime? FinishedAt
)
{
    public IReadOnlyList<string> CompletionCallbacks { get; } = [];

    public IReadOnlyList<string> ActivityExecutionContexts { get; } = [];

    public IReadOnlyDictionary<string, string> Input { get; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Output { get; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Properties { get; } =
        new Dictionary<string, string>();
}

internal sealed record ElsaBookmark(
    string Id,
    string Name,
    string Hash,
    string ActivityNodeId,
    string ActivityInstanceId,
    bool AutoBurn,
    DateTime CreatedAt
);

internal sealed record ElsaIncident(
    string ActivityId,
    string ActivityNodeId,
    string ActivityType,
    string Message,
    DateTime Timestamp
);

internal sealed record ElsaInstancePage(IReadOnlyList<ElsaInstanceSummary> Items, int TotalCount);

/// <summary>What Elsa's viewer asks for again and again: it looks anew when the moment is another.</summary>
internal sealed record ElsaExecutionState(
    string Status,
    string WorkflowSubStatus,
    DateTime UpdatedAt
);

/// <summary>Variables of a running case are not shown: values are read on the case's own pages.</summary>
internal sealed record ElsaVariable(string Id, string Name, string? Value);

/// <summary>From our answers to Elsa's shapes.</summary>
internal static class ElsaInstances
{
    /// <param name="titles">What the cases are called, as far as the reader may know.</param>
    public static ElsaInstanceSummary Summary(
        InstanceAnswer instance,
        IReadOnlyDictionary<string, string> titles
    ) =>
        new(
            instance.Id,
            instance.Definition.Id,
            instance.Definition.VersionId,
            instance.Definition.Version,
            instance.Status,
            instance.SubStatus,
            instance.CorrelationId,
            NameOf(instance, titles),
            OpenIncidents(instance).Count(),
            instance.Started,
            instance.Ended ?? instance.Started,
            instance.Ended
        );

    /// <param name="titles">What the cases are called, as far as the reader may know.</param>
    /// <param name="changed">When something last happened in it.</param>
    public static ElsaInstance Of(
        InstanceAnswer instance,
        IReadOnlyDictionary<string, string> titles,
        ElsaDrawing drawing,
        IReadOnlyList<StepRun> runs,
        DateTime changed
    ) =>
        new(
            instance.Id,
            instance.Definition.Id,
            instance.Definition.VersionId,
            instance.Definition.Version,
            instance.Status,
            instance.SubStatus,
            instance.CorrelationId,
            NameOf(instance, titles),
            OpenIncidents(instance).Count(),
            instance.Started,
            changed,
            instance.Ended,
            new ElsaState(
                instance.Id,
                instance.Definition.Id,
                instance.Definition.Version,
                instance.CorrelationId,
                instance.Status,
                instance.SubStatus,
                [
                    .. instance.Bookmarks.Select(one => new ElsaBookmark(
                        one.Id,
                        drawing.TypeOf(one.Activity),
                        one.Stimulus,
                        drawing.NodeOf(one.Activity),
                        runs.LastOrDefault(run => run.Activity == one.Activity)?.Id(instance.Id)
                            ?? string.Empty,
                        AutoBurn: true,
                        one.Since
                    )),
                ],
                [
                    .. OpenIncidents(instance)
                        .Select(one => new ElsaIncident(
                            one.Activity,
                            drawing.NodeOf(one.Activity),
                            drawing.TypeOf(one.Activity),
                            one.Message,
                            one.At
                        )),
                ],
                instance.Started,
                changed,
                instance.Ended
            )
        );

    /// <summary>Two changes of the same moment are told apart by the count of changes.</summary>
    public static DateTime ChangedAt(InstanceAnswer instance, DateTime? last) =>
        (last ?? instance.Started).AddTicks(instance.Version);

    private static IEnumerable<InstanceIncident> OpenIncidents(InstanceAnswer instance) =>
        instance.Incidents.Where(one => one.Resolved is null);

    private static string NameOf(
        InstanceAnswer instance,
        IReadOnlyDictionary<string, string> titles
    ) => titles.GetValueOrDefault(instance.Subject.Id) ?? instance.Name ?? instance.Definition.Name;
}
