using System.Globalization;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Retention.Holdings;

/// <summary>A challenge of the scrutiny function with its seats, stages, statements, rulings and evidence.</summary>
internal sealed class ChallengeHolding : IHolding
{
    public string Type => ScrutinyWords.Challenge;

    public async Task<IReadOnlyList<EndedSubject>> EndedAsync(
        GovernanceDb db,
        string partnershipId,
        DateTime before
    ) =>
        [
            .. (
                await db.Set<Challenge>()
                    .AsNoTracking()
                    .Where(each => each.PartnershipId == partnershipId && each.EndedAt < before)
                    .OrderBy(each => each.EndedAt)
                    .Select(each => new
                    {
                        each.Id,
                        each.Number,
                        each.EndedAt,
                    })
                    .ToListAsync()
            ).Select(each => new EndedSubject(each.Id, Label(each.Number), each.EndedAt!.Value)),
        ];

    public async Task<HeldSubject?> FindAsync(GovernanceDb db, string id)
    {
        Challenge? challenge = await db.Set<Challenge>()
            .AsNoTracking()
            .SingleOrDefaultAsync(each => each.Id == id);
        if (challenge is null)
        {
            return null;
        }

        List<string> seats = await db.Set<ChallengeAddressee>()
            .Where(each => each.ChallengeId == id)
            .Select(each => each.Id)
            .ToListAsync();
        return new HeldSubject(
            challenge.PartnershipId,
            id,
            Label(challenge.Number),
            challenge.SubjectTitle,
            challenge.EndedAt,
            [
                new SubjectRef(Type, id),
                .. seats.Select(seat => new SubjectRef(ScrutinyWords.Addressee, seat)),
            ]
        );
    }

    public IReadOnlyList<IQueryable<object>> Rows(GovernanceDb db, string id) =>
        [
            db.Set<EvidenceFile>().Where(each => each.ChallengeId == id),
            db.Set<ChallengeStatement>().Where(each => each.ChallengeId == id),
            db.Set<ChallengeRuling>().Where(each => each.ChallengeId == id),
            db.Set<ChallengeStage>().Where(each => each.ChallengeId == id),
            db.Set<ChallengeAddressee>().Where(each => each.ChallengeId == id),
            db.Set<Challenge>().Where(each => each.Id == id),
        ];

    public async Task<IReadOnlyList<string>> ContentsAsync(GovernanceDb db, string id) =>
        await db.Set<EvidenceFile>()
            .Where(each => each.ChallengeId == id)
            .Select(each => each.Hash)
            .ToListAsync();

    private static string Label(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"Challenge {number}");
}
