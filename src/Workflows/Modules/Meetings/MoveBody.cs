using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>The business unit puts a body under another one; what stands below it comes along.</summary>
public sealed class MoveBody(Acts acts)
{
    public Task<Result<BodyAnswer>> HandleAsync(
        ActCaller caller,
        string bodyId,
        MoveBodyBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<BodyAnswer>
            {
                Name = "body.move",
                Caller = caller,
                Permission = MeetingsPermissions.KeepStructure,
                Locate = act => BodyLocation.OfBodyAsync(act, bodyId),
                Decide = act => DecideAsync(act, bodyId, body.Parent),
            },
            cancellation
        );

    private static async Task<Result<BodyAnswer>> DecideAsync(
        Act act,
        string bodyId,
        string? parentId
    )
    {
        List<MeetingBody> all = await act
            .Db.Set<MeetingBody>()
            .Where(each => each.PartnershipId == act.PartnershipId)
            .ToListAsync();
        MeetingBody body = all.Single(each => each.Id == bodyId);
        MeetingBody? parent = all.Find(each => each.Id == parentId);
        Refusal? refusal =
            parent is null ? BodyLocation.NoParent
            : body.IsInstalled ? MeetingsRefusals.Installed
            : body.IsDissolved || parent.IsDissolved ? MeetingsRefusals.Dissolved
            : BodyRules.WouldBeCycle(
                bodyId,
                parent.Id,
                all.ToDictionary(each => each.Id, each => each.ParentId)
            )
                ? MeetingsRefusals.Cycle
            : null;
        if (refusal is not null)
        {
            return refusal;
        }

        act.Payload = new { from = body.ParentId, to = parent!.Id };
        body.ParentId = parent.Id;
        await act.Db.SaveChangesAsync();
        return await StructureBook.AnswerAsync(act.Db, body, act.Kept<Standing>()!, act.Now);
    }
}
