using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>The business unit dissolves a sub-group for good, with a reason. What it did can still be read.</summary>
public sealed class DissolveBody(Acts acts)
{
    public Task<Result<BodyAnswer>> HandleAsync(
        ActCaller caller,
        string bodyId,
        DissolveBodyBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<BodyAnswer>
            {
                Name = "body.dissolve",
                Caller = caller,
                Permission = MeetingsPermissions.KeepStructure,
                Locate = act => BodyLocation.OfBodyAsync(act, bodyId),
                Decide = act => DecideAsync(act, bodyId, body.Reason),
            },
            cancellation
        );

    private static async Task<Result<BodyAnswer>> DecideAsync(Act act, string bodyId, string? given)
    {
        MeetingBody body = (await act.Db.Set<MeetingBody>().FindAsync(bodyId))!;
        FieldErrors errors = new();
        string reason = errors.Needed(given, "reason", 2_000);
        Refusal? refusal = errors.AsRefusal() ?? await RefuseAsync(act.Db, body);
        if (refusal is not null)
        {
            return refusal;
        }

        await BodyBook.DissolveAsync(act, bodyId, reason);
        await act.Db.SaveChangesAsync();
        return await StructureBook.AnswerAsync(act.Db, body, act.Kept<Standing>()!, act.Now);
    }

    private static async Task<Refusal?> RefuseAsync(GovernanceDb db, MeetingBody body) =>
        body.IsInstalled ? MeetingsRefusals.Installed
        : body.Kind == BodyKinds.TaskAndFinishGroup ? MeetingsRefusals.OfGroup
        : body.IsDissolved ? MeetingsRefusals.Dissolved
        : await db.Set<MeetingBody>()
            .AnyAsync(each => each.ParentId == body.Id && each.DissolvedAt == null)
            ? MeetingsRefusals.HasBodies
        : await db.Set<Meeting>()
            .AnyAsync(meeting =>
                meeting.BodyId == body.Id
                && meeting.State != MeetingStates.Closed
                && meeting.State != MeetingStates.Cancelled
            )
        || await db.Set<WrittenProcedure>()
            .AnyAsync(procedure =>
                procedure.BodyId == body.Id
                && (
                    procedure.State == ProcedureStates.Open
                    || procedure.State == ProcedureStates.Requested
                )
            )
            ? MeetingsRefusals.HasBusiness
        : null;
}
