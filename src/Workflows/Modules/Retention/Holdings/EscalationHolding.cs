using System.Globalization;
using Governance.Modules.Escalation;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Retention.Holdings;

/// <summary>A professional challenge with its stages, limits and entries.</summary>
internal sealed class EscalationHolding : IHolding
{
    public string Type => EscalationWords.Challenge;

    public async Task<IReadOnlyList<EndedSubject>> EndedAsync(
        GovernanceDb db,
        string partnershipId,
        DateTime before
    ) =>
        [
            .. (
                await db.Set<ProfessionalChallenge>()
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

    public async Task<HeldSubject?> FindAsync(GovernanceDb db, string id) =>
        await db.Set<ProfessionalChallenge>()
            .AsNoTracking()
            .SingleOrDefaultAsync(each => each.Id == id)
            is { } challenge
            ? new HeldSubject(
                challenge.PartnershipId,
                id,
                Label(challenge.Number),
                Label(challenge.Number),
                challenge.EndedAt,
                [new SubjectRef(Type, id)]
            )
            : null;

    public IReadOnlyList<IQueryable<object>> Rows(GovernanceDb db, string id) =>
        [
            db.Set<ChallengeEntry>().Where(each => each.ChallengeId == id),
            db.Set<StageDuty>().Where(each => each.ChallengeId == id),
            db.Set<EscalationStage>().Where(each => each.ChallengeId == id),
            db.Set<ProfessionalChallenge>().Where(each => each.Id == id),
        ];

    public Task<IReadOnlyList<string>> ContentsAsync(GovernanceDb db, string id) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    private static string Label(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"Professional challenge {number}");
}
