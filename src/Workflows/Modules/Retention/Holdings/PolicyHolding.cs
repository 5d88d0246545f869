using Governance.Modules.Consultation;
using Governance.Modules.Library;
using Governance.Modules.Policies;
using Governance.Modules.SignOff;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Retention.Holdings;

/// <summary>A withdrawn policy with all its versions, files, consultations, rounds and what the library kept of it.</summary>
internal sealed class PolicyHolding : IHolding
{
    public string Type => PoliciesWords.Policy;

    public async Task<IReadOnlyList<EndedSubject>> EndedAsync(
        GovernanceDb db,
        string partnershipId,
        DateTime before
    ) =>
        [
            .. (
                await db.Set<Policy>()
                    .AsNoTracking()
                    .Where(each => each.PartnershipId == partnershipId && each.WithdrawnAt < before)
                    .OrderBy(each => each.WithdrawnAt)
                    .Select(each => new { each.Id, each.WithdrawnAt })
                    .ToListAsync()
            ).Select(each => new EndedSubject(each.Id, Label(each.Id), each.WithdrawnAt!.Value)),
        ];

    public async Task<HeldSubject?> FindAsync(GovernanceDb db, string id)
    {
        Policy? policy = await db.Set<Policy>()
            .AsNoTracking()
            .SingleOrDefaultAsync(each => each.Id == id);
        if (policy is null)
        {
            return null;
        }

        List<string> rounds = await Rounds(db, id).Select(each => each.Id).ToListAsync();
        List<string> windows = await Windows(db, id).Select(each => each.Id).ToListAsync();
        List<string> comments = await db.Set<Comment>()
            .Where(each => each.SubjectType == Type && each.SubjectId == id)
            .Select(each => each.Id)
            .ToListAsync();
        List<string> spreadings = await db.Set<Dissemination>()
            .Where(each => each.PolicyId == id)
            .Select(each => each.Id)
            .ToListAsync();
        return new HeldSubject(
            policy.PartnershipId,
            id,
            Label(id),
            policy.Title,
            policy.WithdrawnAt,
            [
                new SubjectRef(Type, id),
                .. rounds.Select(each => new SubjectRef(SignOffWords.Round, each)),
                .. windows.Select(each => new SubjectRef("consultation", each)),
                .. comments.Select(each => new SubjectRef("comment", each)),
                .. spreadings.Select(each => new SubjectRef("dissemination", each)),
            ]
        );
    }

    public IReadOnlyList<IQueryable<object>> Rows(GovernanceDb db, string id)
    {
        IQueryable<string> rounds = Rounds(db, id).Select(each => each.Id);
        IQueryable<string> windows = Windows(db, id).Select(each => each.Id);
        IQueryable<string> comments = db.Set<Comment>()
            .Where(each => windows.Contains(each.WindowId))
            .Select(each => each.Id);
        IQueryable<string> spreadings = db.Set<Dissemination>()
            .Where(each => each.PolicyId == id)
            .Select(each => each.Id);
        return
        [
            db.Set<WorkedInComment>().Where(each => comments.Contains(each.CommentId)),
            db.Set<Comment>().Where(each => windows.Contains(each.WindowId)),
            db.Set<ConsultedBody>().Where(each => windows.Contains(each.WindowId)),
            Windows(db, id),
            db.Set<Signature>().Where(each => rounds.Contains(each.RoundId)),
            db.Set<ScrutinyComment>().Where(each => rounds.Contains(each.RoundId)),
            db.Set<RoundSeat>().Where(each => rounds.Contains(each.RoundId)),
            Rounds(db, id),
            db.Set<AgencyCascade>().Where(each => spreadings.Contains(each.DisseminationId)),
            db.Set<Dissemination>().Where(each => each.PolicyId == id),
            db.Set<LibraryEntry>().Where(each => each.PolicyId == id),
            db.Set<PolicyWord>().Where(each => each.PolicyId == id),
            db.Set<PolicyReview>().Where(each => each.PolicyId == id),
            db.Set<OutsideApproval>().Where(each => each.PolicyId == id),
            db.Set<PolicyAttachment>().Where(each => each.PolicyId == id),
            db.Set<PolicyVersion>().Where(each => each.PolicyId == id),
            db.Set<Policy>().Where(each => each.Id == id),
        ];
    }

    public async Task<IReadOnlyList<string>> ContentsAsync(GovernanceDb db, string id) =>
        await db.Set<PolicyAttachment>()
            .Where(each => each.PolicyId == id)
            .Select(each => each.Hash)
            .Distinct()
            .ToListAsync();

    private IQueryable<SignOffRound> Rounds(GovernanceDb db, string id) =>
        db.Set<SignOffRound>().Where(each => each.SubjectType == Type && each.SubjectId == id);

    private IQueryable<ConsultationWindow> Windows(GovernanceDb db, string id) =>
        db.Set<ConsultationWindow>()
            .Where(each => each.SubjectType == Type && each.SubjectId == id);

    private static string Label(string id) => $"Policy {id[^8..]}";
}
