using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>The business unit writes a body's name, purpose and terms of reference as they shall be. Decisions keep the rule they were taken by.</summary>
public sealed class ChangeBody(Acts acts)
{
    /// <param name="ifMatch">The If-Match header as it came.</param>
    public Task<Result<BodyAnswer>> HandleAsync(
        ActCaller caller,
        string bodyId,
        ChangeBodyBody body,
        string? ifMatch,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<BodyAnswer>
            {
                Name = "body.change",
                Caller = caller,
                Permission = MeetingsPermissions.KeepStructure,
                Locate = act => BodyLocation.OfBodyAsync(act, bodyId),
                Decide = act => DecideAsync(act, bodyId, body, ifMatch),
            },
            cancellation
        );

    private static async Task<Result<BodyAnswer>> DecideAsync(
        Act act,
        string bodyId,
        ChangeBodyBody given,
        string? ifMatch
    )
    {
        MeetingBody body = (await act.Db.Set<MeetingBody>().FindAsync(bodyId))!;
        if (body.IsDissolved)
        {
            return MeetingsRefusals.Dissolved;
        }

        Result<BodyTerms> terms = BodyRules.Check(
            given,
            (await BodyRoll.AgenciesAsync(act.Db, act.PartnershipId)).Keys
        );
        if (IfMatch.Check(ifMatch, StructureBook.TagOf(body)) is { } stale)
        {
            return stale;
        }

        if (terms.IsRefused)
        {
            return terms.Refusal;
        }

        body.Name = terms.Value.Name;
        body.Purpose = terms.Value.Purpose;
        body.TermsOfReference = terms.Value.TermsOfReference;
        body.Frequency = terms.Value.Frequency;
        body.ReviewOn = terms.Value.ReviewOn;
        body.Quorum = terms.Value.Quorum;
        act.Payload = BodyBook.RecordOf(body);
        await act.Db.SaveChangesAsync();
        return await StructureBook.AnswerAsync(act.Db, body, act.Kept<Standing>()!, act.Now);
    }
}
