using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Engine.Definitions;
using Governance.Engine.Instances;
using Governance.Engine.Interpreter;
using Governance.Host.Api;
using Governance.Modules.Cases;
using Governance.Storage;

namespace Governance.Host.Designer;

/// <summary>What Elsa's instance list asks for; members that are not here are refused or mean nothing.</summary>
internal sealed record InstanceSearch(
    int? Page,
    int? PageSize,
    string? SearchTerm,
    string? DefinitionId,
    IReadOnlyList<string>? DefinitionIds,
    IReadOnlyList<string>? SubStatuses,
    bool? HasIncidents
);

/// <summary>Instances in Elsa's shapes, with the rights of <c>/api/instances</c>. They are read here and changed on their own pages.</summary>
internal static class InstanceRoutes
{
    private const int MostOnAPage = 200;

    private static readonly string[] Over =
    [
        nameof(WorkflowSubStatus.Finished),
        nameof(WorkflowSubStatus.Cancelled),
        nameof(WorkflowSubStatus.Faulted),
    ];

    public static void MapElsaInstances(this RouteGroupBuilder designer)
    {
        RouteGroupBuilder instances = designer.MapGroup("/workflow-instances");
        instances
            .MapPost(string.Empty, ListAsync)
            .Accepts<InstanceSearch>("application/json")
            .WithSummary("Instances by page, newest first, as far as the thousandth.")
            .Produces<ElsaInstancePage>();
        instances
            .MapGet("/{id}", FindAsync)
            .WithSummary("An instance with where it stands.")
            .Produces<ElsaInstance>();
        instances
            .MapGet("/{id}/execution-state", StateAsync)
            .WithSummary("Whether an instance still runs, and when something last happened in it.")
            .Produces<ElsaExecutionState>();
        instances
            .MapGet("/{id}/variables", VariablesAsync)
            .WithSummary("Empty: a case's values are read on its own pages.")
            .Produces<ElsaList<ElsaVariable>>();
    }

    private static async Task<IResult> ListAsync(
        DesignerBody body,
        [AsParameters] DesignerPlace place,
        Caller caller,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        Result<string> partnership = await place.ForReadingAsync(db, caller, reading);
        if (partnership.IsRefused)
        {
            return DesignerProblems.Of(partnership.Refusal);
        }

        if (
            await reading.RefuseAsync(db, partnership.Value, caller, InstancesApi.Read) is
            { } refusal
        )
        {
            return DesignerProblems.Of(refusal);
        }

        Result<InstanceFilter[]> filters = FiltersOf(body);
        int page = Number(body, "page") ?? 0;
        int size = Number(body, "pageSize") ?? 10;
        if (filters.IsRefused)
        {
            return DesignerProblems.Of(filters.Refusal);
        }

        if (page < 0 || size is < 1 or > MostOnAPage)
        {
            return DesignerProblems.Of(
                Refusal.Malformed(
                    "page",
                    $"Pages are counted from 0 and have 1 to {MostOnAPage} rows."
                )
            );
        }

        (IReadOnlyList<InstanceAnswer> part, int total) = body.Text("searchTerm")
            is { Length: > 0 } term
            ? await NamedAsync(db, partnership.Value, term, filters.Value)
            : await InstanceListing.PartAsync(
                db,
                partnership.Value,
                filters.Value,
                (int)Math.Min((long)page * size, InstanceListing.MostByNumber),
                size
            );
        var titles = await TitlesAsync(db, partnership.Value, caller, reading, part);
        return TypedResults.Ok(
            new ElsaInstancePage(
                [.. part.Select(instance => ElsaInstances.Summary(instance, titles))],
                total
            )
        );
    }

    /// <summary>By its id or that of what it is about: whole, since the list may be long.</summary>
    private static async Task<(IReadOnlyList<InstanceAnswer>, int)> NamedAsync(
        GovernanceDb db,
        string partnership,
        string term,
        IReadOnlyList<InstanceFilter> filters
    )
    {
        List<InstanceAnswer> found =
        [
            .. await InstanceBook.OfSubjectAsync(db, partnership, term.Trim()),
        ];
        if (
            await InstanceBook.FindAsync(db, term.Trim()) is { } named
            && named.Partnership == partnership
        )
        {
            found.Add(named);
        }

        found.RemoveAll(instance => !filters.Any(filter => filter.Shows(instance)));
        return (found, found.Count);
    }

    private static Result<InstanceFilter[]> FiltersOf(DesignerBody body)
    {
        if (body.Json?["timestampFilters"] is JsonArray { Count: > 0 })
        {
            return Refusal.Malformed(
                "timestampFilters",
                "Instances are not filtered by time here: the newest come first."
            );
        }

        bool failed =
            body.Json?["hasIncidents"] is JsonValue flag
            && flag.GetValueKind() == JsonValueKind.True;
        Result<InstanceFilter> states = InstanceFilter.Read(
            failed ? [nameof(WorkflowSubStatus.Faulted)] : StatesOf(body),
            null
        );
        if (states.IsRefused)
        {
            return states.Refusal;
        }

        string[] definitions =
        [
            .. body.Texts("definitionIds")
                .Append(body.Text("definitionId") ?? string.Empty)
                .Where(id => id.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];
        return definitions.Length == 0
            ? new[] { states.Value }
            : definitions.Select(id => states.Value with { Definition = id }).ToArray();
    }

    /// <summary>The states by their own names, else those of whichever half is asked for.</summary>
    private static IEnumerable<string> StatesOf(DesignerBody body)
    {
        string[] named =
        [
            .. body.Texts("subStatuses")
                .Append(body.Text("subStatus") ?? string.Empty)
                .Where(state => state.Length > 0),
        ];
        return named.Length > 0
            ? named
            : body.Texts("statuses")
                .Append(body.Text("status") ?? string.Empty)
                .SelectMany(StatesWithin);
    }

    private static string[] StatesWithin(string status) =>
        status switch
        {
            nameof(WorkflowStatus.Running) => [nameof(WorkflowSubStatus.Suspended)],
            nameof(WorkflowStatus.Finished) => Over,
            _ => [],
        };

    private static async Task<IResult> FindAsync(string id, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        Result<InstanceAnswer> found = await InstancesApi.LoadAsync(db, id, caller, reading);
        return found.IsRefused
            ? DesignerProblems.Of(found.Refusal)
            : TypedResults.Ok(
                ElsaInstances.Of(
                    found.Value,
                    await TitlesAsync(db, found.Value.Partnership, caller, reading, [found.Value]),
                    await DrawingOfAsync(db, found.Value),
                    StepRun.Of(await HistoryOfAsync(db, id)),
                    ElsaInstances.ChangedAt(found.Value, await InstanceBook.LastChangeAsync(db, id))
                )
            );
    }

    private static async Task<IResult> StateAsync(string id, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        Result<InstanceAnswer> found = await InstancesApi.LoadAsync(db, id, caller, reading);
        return found.IsRefused
            ? DesignerProblems.Of(found.Refusal)
            : TypedResults.Ok(
                new ElsaExecutionState(
                    found.Value.Status,
                    found.Value.SubStatus,
                    ElsaInstances.ChangedAt(found.Value, await InstanceBook.LastChangeAsync(db, id))
                )
            );
    }

    private static async Task<IResult> VariablesAsync(string id, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        Result<InstanceAnswer> found = await InstancesApi.LoadAsync(db, id, caller, reading);
        return found.IsRefused
            ? DesignerProblems.Of(found.Refusal)
            : TypedResults.Ok(new ElsaList<ElsaVariable>([], 0));
    }

    public static async Task<ElsaDrawing> DrawingOfAsync(
        GovernanceDb db,
        InstanceAnswer instance
    ) => ElsaDrawing.Of((await DefinitionBook.FindAsync(db, instance.Definition.VersionId))!);

    public static Task<IReadOnlyList<InstanceStep>> HistoryOfAsync(GovernanceDb db, string id) =>
        InstanceBook.HistoryAsync(db, id, take: int.MaxValue);

    private static Task<IReadOnlyDictionary<string, string>> TitlesAsync(
        GovernanceDb db,
        string partnership,
        Caller caller,
        Reading reading,
        IReadOnlyList<InstanceAnswer> instances
    ) =>
        CaseTitles.OfAsync(
            db,
            partnership,
            caller.PersonId,
            reading.Today,
            instances.Select(instance => instance.Subject)
        );

    private static int? Number(DesignerBody body, string member) =>
        body.Json?[member] is JsonValue value && value.TryGetValue(out int number) ? number : null;
}
