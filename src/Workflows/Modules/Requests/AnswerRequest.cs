using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Contracts.Requests;
using Governance.Engine;
using Governance.Engine.Instances;
using Governance.Modules.Asks;
using Governance.Modules.Clocks;
using Governance.Modules.Meetings;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Requests;

/// <summary>One of those who are asked answers, once: it is done, or they decline and say why. The workflow goes on in the same act.</summary>
public sealed class AnswerRequest(
    Acts acts,
    RunningClocks clocks,
    WorkflowRunner workflows,
    InstanceLocks locks
)
{
    public Task<Result<WorkRequestAnswer>> HandleAsync(
        ActCaller caller,
        string requestId,
        AnswerRequestBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<WorkRequestAnswer>
            {
                Name = "request.answer",
                Caller = caller,
                Permission = RequestsPermissions.Answer,
                Locate = act => LocateAsync(act, requestId),
                Decide = act => DecideAsync(act, requestId, body),
            },
            cancellation
        );

    /// <summary>At the instance that asks, whose subject is locked before it: a limit that passes at the same moment waits.</summary>
    private async Task<ActPlace?> LocateAsync(Act act, string requestId)
    {
        string? instance = await act
            .Db.Set<WorkRequest>()
            .Where(request => request.Id == requestId)
            .Select(request => request.InstanceId)
            .SingleOrDefaultAsync();
        return instance is not null && await locks.LockAsync(act, instance) is { } locked
            ? new ActPlace(locked.PartnershipId, new SubjectRef(RequestsWords.Request, requestId))
            : null;
    }

    private async Task<Result<WorkRequestAnswer>> DecideAsync(
        Act act,
        string requestId,
        AnswerRequestBody given
    )
    {
        WorkRequest request = (await act.Db.Set<WorkRequest>().FindAsync(requestId))!;
        Standing standing = act.Kept<Standing>()!;
        FieldErrors errors = new();
        errors.When(
            given.Outcome is not (RequestStates.Done or RequestStates.Declined),
            "outcome",
            "Say whether it is done, or that you decline."
        );
        string? text =
            given.Outcome == RequestStates.Declined
                ? errors.Needed(given.Text, "text", WorkRequest.MostText)
                : errors.Optional(given.Text, "text", WorkRequest.MostText);
        Refusal? refusal = errors.AsRefusal() ?? RequestRules.Check(request, standing);
        if (refusal is not null)
        {
            return refusal;
        }

        request.Close(given.Outcome!, act.Now, act.Caller.PersonId, text);
        await clocks.MeetAsync(act, request.ClockId);
        await AskBook.CompleteAsync(act, request.AskId);
        act.Capacity = Seats.All.Contains(request.Whom)
            ? new ActCapacity(request.Whom, "own")
            : null;
        act.Payload = new
        {
            request.Whom,
            given.Outcome,
            text,
        };
        await act.Db.SaveChangesAsync();
        Result<int> told = await workflows.StimulateAsync(
            act,
            RequestsWords.Answered,
            request.Id,
            new JsonObject { ["outcome"] = given.Outcome }
        );
        if (told.IsRefused)
        {
            return told.Refusal;
        }

        return told.Value == 0
            ? EngineRefusals.NotAwaited
            : await RequestBook.AnswerAsync(act.Db, request, standing, act.Now);
    }
}
