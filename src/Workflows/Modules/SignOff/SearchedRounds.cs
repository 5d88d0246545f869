using Governance.Modules.Search;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.SignOff;

/// <summary>Sign-off rounds by what they are about, why they ended, why signatures did, and what scrutiny said of them.</summary>
internal sealed class SearchedRounds : ISearchSource
{
    public string Kind => SearchKinds.SignOffRound;

    public int Edition => 1;

    public IReadOnlyList<Permission> Permissions { get; } = [SignOffBook.Read];

    public IEnumerable<string> SubjectsOf(GovernanceDb db, object row) =>
        row switch
        {
            SignOffRound round => [round.Id],
            Signature signature => [signature.RoundId],
            ScrutinyComment comment => [comment.RoundId],
            _ => [],
        };

    public async Task<IReadOnlyList<SearchDraft>> DescribeAsync(
        GovernanceDb db,
        IReadOnlyCollection<string> subjects
    )
    {
        List<SignOffRound> rounds = await db.Set<SignOffRound>()
            .AsNoTracking()
            .Where(round => subjects.Contains(round.Id))
            .ToListAsync();
        ILookup<string, string?> reasons = (
            await db.Set<Signature>()
                .AsNoTracking()
                .Where(signature => subjects.Contains(signature.RoundId))
                .OrderBy(signature => signature.Id)
                .ToListAsync()
        ).ToLookup(
            signature => signature.RoundId,
            signature => (string?)SearchDraft.Text(signature.PersonName, signature.EndReason),
            StringComparer.Ordinal
        );
        ILookup<string, string?> comments = (
            await db.Set<ScrutinyComment>()
                .AsNoTracking()
                .Where(comment => subjects.Contains(comment.RoundId))
                .OrderBy(comment => comment.Id)
                .ToListAsync()
        ).ToLookup(
            comment => comment.RoundId,
            comment => (string?)comment.Text,
            StringComparer.Ordinal
        );
        return
        [
            .. rounds.Select(round => new SearchDraft(
                round.PartnershipId,
                round.Id,
                $"Sign-off of {round.SubjectTitle}, version {round.SubjectVersion}",
                SearchDraft.Text([round.CloseReason, .. reasons[round.Id], .. comments[round.Id]]),
                round.ClosedAt ?? round.CompletedAt ?? round.OpenedAt,
                SearchKeys.May(SignOffBook.Read)
            )
            {
                State = round.State,
            }),
        ];
    }

    public async Task<IReadOnlyList<string>> NextAsync(GovernanceDb db, string? after, int take) =>
        await db.Set<SignOffRound>()
            .Select(round => round.Id)
            .Where(id => after == null || string.Compare(id, after) > 0)
            .OrderBy(id => id)
            .Take(take)
            .ToListAsync();
}
