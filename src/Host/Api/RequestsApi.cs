using Governance.Contracts;
using Governance.Contracts.Requests;
using Governance.Engine.Instances;
using Governance.Modules.Requests;
using Governance.Storage;

namespace Governance.Host.Api;

/// <summary>Starting workflows of the partnership's own, and answering what they ask.</summary>
internal static class RequestsApi
{
    public static void MapRequests(this RouteGroupBuilder api)
    {
        RouteGroupBuilder requests = api.MapGroup(string.Empty).WithTags("Requests");
        requests
            .MapPost("/partnerships/{p}/undertakings", StartAsync)
            .WithSummary("Starts a published workflow of the partnership's own.")
            .Produces<UndertakingStarted>(StatusCodes.Status201Created);
        requests
            .MapGet("/instances/{id}/requests", ListAsync)
            .WithSummary("What a run of a workflow has asked, oldest first, with the answers.")
            .Produces<Page<WorkRequestAnswer>>();
        requests
            .MapGet("/requests/{id}", FindAsync)
            .WithSummary("What is asked, of whom, until when, and the answer.")
            .Produces<WorkRequestAnswer>();
        requests
            .MapPost("/requests/{id}/answer", AnswerAsync)
            .WithSummary("Answers it, once: done, or declined with a reason. The workflow goes on.")
            .Produces<WorkRequestAnswer>();
    }

    private static async Task<IResult> StartAsync(
        string p,
        StartUndertakingBody body,
        Caller caller,
        StartUndertaking start,
        CancellationToken cancellation
    ) =>
        (await start.HandleAsync(caller, p, body, cancellation)).ToCreated(started =>
            $"/api/instances/{started.Instance}"
        );

    private static async Task<IResult> ListAsync(
        string id,
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        if (await InstanceBook.FindAsync(db, id) is not { } instance)
        {
            return ResultHttp.Problem(Refusal.NotFound);
        }

        return
            await reading.RefuseAsync(db, instance.Partnership, caller, InstancesApi.Read)
                is { } refusal
            ? ResultHttp.Problem(refusal)
            : paging
                .Of(
                    await RequestBook.OfInstanceAsync(db, id, caller.PersonId, reading.Now),
                    request => request.Id
                )
                .ToOk();
    }

    private static async Task<IResult> FindAsync(string id, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await RequestBook.FindAsync(db, id, caller.PersonId, reading.Now)).ToSingle();
    }

    private static async Task<IResult> AnswerAsync(
        string id,
        AnswerRequestBody body,
        Caller caller,
        AnswerRequest answer,
        CancellationToken cancellation
    ) => (await answer.HandleAsync(caller, id, body, cancellation)).ToOk();
}
