using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Host.Api;
using Governance.Storage;

namespace Governance.Host.Designer;

/// <summary>Which entries of a journal, as Elsa's viewer says it.</summary>
internal sealed record JournalFilter(
    IReadOnlyList<string>? ActivityIds,
    IReadOnlyList<string>? ActivityNodeIds,
    IReadOnlyList<string>? ExcludedActivityTypes,
    IReadOnlyList<string>? EventNames
);

internal sealed record JournalSearch(JournalFilter? Filter);

internal sealed record ReportSearch(
    string WorkflowInstanceId,
    IReadOnlyList<string>? ActivityNodeIds
);

/// <summary>What the steps of an instance did, in Elsa's shapes, with the rights of <c>/api/instances</c>.</summary>
internal static class ExecutionRoutes
{
    private const string Media = "application/json";
    private const int MostEntries = 1_000;

    public static void MapElsaExecutions(this RouteGroupBuilder designer)
    {
        designer
            .MapPost("/workflow-instances/{id}/journal", JournalAsync)
            .Accepts<JournalSearch>(Media)
            .WithSummary("What happened to an instance's steps, oldest first.")
            .Produces<ElsaJournal>();
        RouteGroupBuilder executions = designer.MapGroup("/activity-executions");
        executions
            .MapPost("/report", ReportAsync)
            .Accepts<ReportSearch>(Media)
            .WithSummary("How often each step ran, waits or failed.")
            .Produces<ElsaReport>();
        executions
            .MapGet("/list", ListAsync)
            .WithSummary("The runs of one step.")
            .Produces<ElsaList<ElsaExecution>>();
        executions
            .MapGet("/by-id", ByIdAsync)
            .WithSummary("One run of a step.")
            .Produces<ElsaExecution>();
        executions
            .MapGet("/{id}/call-stack", CallStackAsync)
            .WithSummary("One run of a step, as the only one of its stack.")
            .Produces<ElsaCallStack>();
        designer
            .MapGet("/activity-execution-summaries/list", ListAsync)
            .WithSummary("The runs of one step.")
            .Produces<ElsaList<ElsaExecution>>();
    }

    private static Task<IResult> JournalAsync(
        string id,
        int? skip,
        int? take,
        DesignerBody body,
        Caller caller,
        Reading reading
    ) =>
        OfAsync(
            id,
            caller,
            reading,
            (history, drawing) =>
            {
                DesignerBody filter = new(body.Json?["filter"] as JsonObject);
                ElsaJournalEntry[] entries =
                [
                    .. history
                        .Select(entry => ElsaExecutions.Journal(entry, id, drawing))
                        .OfType<ElsaJournalEntry>()
                        .Where(entry =>
                            IsAmong(filter, "activityIds", entry.ActivityId)
                            && IsAmong(filter, "activityNodeIds", entry.NodeId)
                            && IsAmong(filter, "eventNames", entry.EventName)
                            && !filter.Texts("excludedActivityTypes").Contains(entry.ActivityType)
                        ),
                ];
                return TypedResults.Ok(
                    new ElsaJournal(
                        [
                            .. entries
                                .Skip(Math.Max(0, skip ?? 0))
                                .Take(Math.Clamp(take ?? MostEntries, 0, MostEntries)),
                        ],
                        entries.Length
                    )
                );
            }
        );

    private static Task<IResult> ReportAsync(DesignerBody body, Caller caller, Reading reading) =>
        OfAsync(
            body.Text("workflowInstanceId"),
            caller,
            reading,
            (history, drawing) =>
                TypedResults.Ok(
                    new ElsaReport([
                        .. StepRun
                            .Of(history)
                            .GroupBy(run => run.Activity, StringComparer.Ordinal)
                            .Select(runs => ElsaExecutions.Stat(runs, drawing))
                            .Where(stat => IsAmong(body, "activityNodeIds", stat.ActivityNodeId)),
                    ])
                )
        );

    private static Task<IResult> ListAsync(
        string? workflowInstanceId,
        string? activityNodeId,
        Caller caller,
        Reading reading
    ) =>
        OfAsync(
            workflowInstanceId,
            caller,
            reading,
            (history, drawing) =>
            {
                ElsaExecution[] runs =
                [
                    .. StepRun
                        .Of(history)
                        .Select(run => ElsaExecutions.Of(run, workflowInstanceId!, drawing))
                        .Where(run =>
                            activityNodeId is null || run.ActivityNodeId == activityNodeId
                        ),
                ];
                return TypedResults.Ok(new ElsaList<ElsaExecution>(runs, runs.Length));
            }
        );

    private static Task<IResult> ByIdAsync(string? id, Caller caller, Reading reading) =>
        OneAsync(id, caller, reading, TypedResults.Ok);

    private static Task<IResult> CallStackAsync(string id, Caller caller, Reading reading) =>
        OneAsync(id, caller, reading, run => TypedResults.Ok(new ElsaCallStack(run.Id, [run], 1)));

    private static Task<IResult> OneAsync(
        string? id,
        Caller caller,
        Reading reading,
        Func<ElsaExecution, IResult> answer
    )
    {
        int colon = id?.LastIndexOf(':') ?? -1;
        return
            colon > 0
            && int.TryParse(
                id.AsSpan(colon + 1),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out int step
            )
            ? OfAsync(
                id![..colon],
                caller,
                reading,
                (history, drawing) =>
                    StepRun.Of(history).FirstOrDefault(run => run.Step == step) is { } run
                        ? answer(ElsaExecutions.Of(run, id[..colon], drawing))
                        : ResultHttp.Problem(Refusal.NotFound)
            )
            : Task.FromResult(ResultHttp.Problem(Refusal.NotFound));
    }

    private static async Task<IResult> OfAsync(
        string? instance,
        Caller caller,
        Reading reading,
        Func<IReadOnlyList<InstanceStep>, ElsaDrawing, IResult> answer
    )
    {
        if (instance is null)
        {
            return DesignerProblems.Of(
                Refusal.Malformed("workflowInstanceId", "Say of which instance.")
            );
        }

        await using GovernanceDb db = reading.Open();
        Result<InstanceAnswer> found = await InstancesApi.LoadAsync(db, instance, caller, reading);
        return found.IsRefused
            ? DesignerProblems.Of(found.Refusal)
            : answer(
                await InstanceRoutes.HistoryOfAsync(db, instance),
                await InstanceRoutes.DrawingOfAsync(db, found.Value)
            );
    }

    /// <summary>A list that is missing or empty asks for everything.</summary>
    private static bool IsAmong(DesignerBody body, string member, string value) =>
        body.Texts(member) is not { Count: > 0 } wanted || wanted.Contains(value);
}
