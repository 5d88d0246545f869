using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>The business unit adds a sub-group to the structure.</summary>
public sealed class AddBody(Acts acts)
{
    public Task<Result<BodyAnswer>> HandleAsync(
        ActCaller caller,
        string partnershipId,
        AddBodyBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<BodyAnswer>
            {
                Name = "body.add",
                Caller = caller,
                Permission = MeetingsPermissions.KeepStructure,
                Locate = act => BodyLocation.OfPartnershipAsync(act, partnershipId),
                Decide = act => DecideAsync(act, body),
            },
            cancellation
        );

    private static async Task<Result<BodyAnswer>> DecideAsync(Act act, AddBodyBody given)
    {
        Result<BodyTerms> terms = BodyRules.Check(
            new ChangeBodyBody(
                given.Name,
                given.Purpose,
                given.Quorum,
                given.TermsOfReference,
                given.Frequency,
                given.ReviewOn
            ),
            (await BodyRoll.AgenciesAsync(act.Db, act.PartnershipId)).Keys
        );
        MeetingBody root = await InstallStructure.EnsureAsync(act);
        MeetingBody? parent = given.Parent is null
            ? root
            : await BodyBook.FindAsync(act.Db, act.PartnershipId, given.Parent);
        if (terms.IsRefused || parent is null)
        {
            return terms.Refusal ?? BodyLocation.NoParent;
        }

        if (parent.IsDissolved)
        {
            return MeetingsRefusals.Dissolved;
        }

        MeetingBody body = new()
        {
            Id = act.NewId(),
            PartnershipId = act.PartnershipId,
            ParentId = parent.Id,
            Name = terms.Value.Name,
            Purpose = terms.Value.Purpose,
            Kind = BodyKinds.SubGroup,
            TermsOfReference = terms.Value.TermsOfReference,
            Frequency = terms.Value.Frequency,
            ReviewOn = terms.Value.ReviewOn,
            Quorum = terms.Value.Quorum,
            CreatedAt = act.Now,
        };
        act.Db.Add(body);
        act.Subject = body.Subject;
        act.Payload = BodyBook.RecordOf(body);
        await act.Db.SaveChangesAsync();
        return await StructureBook.AnswerAsync(act.Db, body, act.Kept<Standing>()!, act.Now);
    }
}
