using Governance.Modules.Partnerships;
using Governance.Modules.Search;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Escalation;

/// <summary>Professional challenges, for those to whom they exist (<see cref="EscalationBook.MayRead"/>).</summary>
internal sealed class SearchedEscalations : ISearchSource
{
    public string Kind => SearchKinds.Escalation;

    public int Edition => 1;

    public IReadOnlyList<Permission> Permissions { get; } = [EscalationPermissions.ReadAll];

    public IEnumerable<string> SubjectsOf(GovernanceDb db, object row) =>
        row switch
        {
            ProfessionalChallenge challenge => [challenge.Id],
            EscalationStage stage => [stage.ChallengeId],
            ChallengeEntry entry => [entry.ChallengeId],
            _ => [],
        };

    public async Task<IReadOnlyList<SearchDraft>> DescribeAsync(
        GovernanceDb db,
        IReadOnlyCollection<string> subjects
    )
    {
        List<ProfessionalChallenge> challenges = await db.Set<ProfessionalChallenge>()
            .AsNoTracking()
            .Where(challenge => subjects.Contains(challenge.Id))
            .ToListAsync();
        ILookup<string, EscalationStage> stages = (
            await db.Set<EscalationStage>()
                .AsNoTracking()
                .Where(stage => subjects.Contains(stage.ChallengeId))
                .OrderBy(stage => stage.Number)
                .ToListAsync()
        ).ToLookup(stage => stage.ChallengeId, StringComparer.Ordinal);
        ILookup<string, ChallengeEntry> entries = (
            await db.Set<ChallengeEntry>()
                .AsNoTracking()
                .Where(entry => subjects.Contains(entry.ChallengeId))
                .OrderBy(entry => entry.Id)
                .ToListAsync()
        ).ToLookup(entry => entry.ChallengeId, StringComparer.Ordinal);
        return
        [
            .. challenges.Select(challenge => new SearchDraft(
                challenge.PartnershipId,
                challenge.Id,
                $"Professional challenge {challenge.Number}",
                SearchDraft.Text([
                    challenge.CaseReference,
                    challenge.Concern,
                    challenge.RiskReason,
                    .. entries[challenge.Id].Select(entry => entry.Text),
                ]),
                (
                    (DateTime[])
                        [
                            challenge.EndedAt ?? challenge.RaisedAt,
                            .. entries[challenge.Id].Select(entry => entry.At),
                        ]
                ).Max(),
                [
                    SearchKeys.May(EscalationPermissions.ReadAll),
                    EscalationKeysHeld.Asked(challenge.RaisedWith),
                    .. challenge.RaiserId is { } raiser
                        ? (string[])[SearchKeys.Person(raiser)]
                        : [],
                    .. stages[challenge.Id]
                        .Select(stage => stage.AskedOf)
                        .OfType<string>()
                        .Select(EscalationKeysHeld.Asked),
                ]
            )
            {
                State = challenge.State,
                Seats = Contracts.Seats.All.Contains(challenge.RaisedWith)
                    ? [challenge.RaisedWith]
                    : [],
                PersonId = challenge.RaiserId,
            }),
        ];
    }

    public async Task<IReadOnlyList<string>> NextAsync(GovernanceDb db, string? after, int take) =>
        await db.Set<ProfessionalChallenge>()
            .Select(challenge => challenge.Id)
            .Where(id => after == null || string.Compare(id, after) > 0)
            .OrderBy(id => id)
            .Take(take)
            .ToListAsync();
}

/// <summary>The keys of whoever a stage asks: of the parties by <see cref="EscalationPermissions.IsAsked"/>, and of one's own bodies.</summary>
internal sealed class EscalationKeysHeld : IHoldSearchKeys
{
    public static string Asked(string party) => SearchKeys.Of("escalation", party);

    public Task<IReadOnlyList<string>> OfAsync(GovernanceDb db, Standing standing) =>
        Task.FromResult<IReadOnlyList<string>>([
            .. StageParties
                .CanBeAsked.Concat(standing.Seats)
                .Concat(standing.Agencies)
                .Where(party => EscalationPermissions.IsAsked(standing, party))
                .Select(Asked),
        ]);
}
