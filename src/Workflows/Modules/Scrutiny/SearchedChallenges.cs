using Governance.Modules.Meetings;
using Governance.Modules.Search;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Scrutiny;

/// <summary>
/// The scrutineer's challenges: question, evidence, what seats stated and what scrutiny ruled. Drafts are sealed and are in nobody's index,
/// their own author's neither.
/// </summary>
internal sealed class SearchedChallenges : ISearchSource
{
    public string Kind => SearchKinds.Challenge;

    public int Edition => 1;

    public IReadOnlyList<Permission> Permissions { get; } = [ScrutinyPermissions.Read];

    public IEnumerable<string> SubjectsOf(GovernanceDb db, object row) =>
        row switch
        {
            Challenge challenge => [challenge.Id],
            ChallengeRuling ruling => [ruling.ChallengeId],
            ChallengeStatement statement => [statement.ChallengeId],
            ChallengeAddressee addressee => [addressee.ChallengeId],
            EvidenceFile file => [file.ChallengeId],
            _ => [],
        };

    public async Task<IReadOnlyList<SearchDraft>> DescribeAsync(
        GovernanceDb db,
        IReadOnlyCollection<string> subjects
    )
    {
        List<Challenge> challenges = await db.Set<Challenge>()
            .AsNoTracking()
            .Where(challenge => subjects.Contains(challenge.Id))
            .ToListAsync();
        ILookup<string, ChallengeRuling> rulings = (
            await db.Set<ChallengeRuling>()
                .AsNoTracking()
                .Where(ruling => subjects.Contains(ruling.ChallengeId))
                .OrderBy(ruling => ruling.Number)
                .ToListAsync()
        ).ToLookup(ruling => ruling.ChallengeId, StringComparer.Ordinal);
        ILookup<string, ChallengeStatement> statements = (
            await db.Set<ChallengeStatement>()
                .AsNoTracking()
                .Where(statement => subjects.Contains(statement.ChallengeId))
                .OrderBy(statement => statement.Number)
                .ToListAsync()
        ).ToLookup(statement => statement.ChallengeId, StringComparer.Ordinal);
        ILookup<string, string> seats = (
            await db.Set<ChallengeAddressee>()
                .AsNoTracking()
                .Where(addressee => subjects.Contains(addressee.ChallengeId))
                .ToListAsync()
        ).ToLookup(
            addressee => addressee.ChallengeId,
            addressee => addressee.Seat,
            StringComparer.Ordinal
        );
        ILookup<string, string?> evidence = await EvidenceAsync(db, subjects);
        return
        [
            .. challenges.Select(challenge => new SearchDraft(
                challenge.PartnershipId,
                challenge.Id,
                $"Challenge {challenge.Number}: {challenge.SubjectTitle}",
                SearchDraft.Text([
                    challenge.Question,
                    challenge.Evidence,
                    challenge.PublicSummary,
                    .. statements[challenge.Id]
                        .SelectMany(statement => (string?[])[statement.Text, statement.Body]),
                    .. rulings[challenge.Id].Select(ruling => ruling.Reason),
                    .. evidence[challenge.Id],
                ]),
                (
                    (DateTime[])
                        [
                            challenge.RaisedAt,
                            .. statements[challenge.Id].Select(statement => statement.At),
                            .. rulings[challenge.Id].Select(ruling => ruling.At),
                        ]
                ).Max(),
                SearchKeys.May(ScrutinyPermissions.Read)
            )
            {
                State = challenge.State,
                Seats = [.. seats[challenge.Id].Distinct(StringComparer.Ordinal)],
            }),
        ];
    }

    public async Task<IReadOnlyList<string>> NextAsync(GovernanceDb db, string? after, int take) =>
        await db.Set<Challenge>()
            .Select(challenge => challenge.Id)
            .Where(id => after == null || string.Compare(id, after) > 0)
            .OrderBy(id => id)
            .Take(take)
            .ToListAsync();

    /// <summary>The names of files that stand as evidence, and what those that are text say.</summary>
    private static async Task<ILookup<string, string?>> EvidenceAsync(
        GovernanceDb db,
        IReadOnlyCollection<string> subjects
    )
    {
        List<EvidenceFile> files = await db.Set<EvidenceFile>()
            .AsNoTracking()
            .Where(file => subjects.Contains(file.ChallengeId) && file.TakenOffBy == null)
            .OrderBy(file => file.ChallengeId)
            .ThenBy(file => file.Number)
            .ToListAsync();
        List<(string Of, string? Text)> texts = [];
        foreach (EvidenceFile file in files)
        {
            texts.Add((file.ChallengeId, file.Name));
            if (FileText.IsText(file.ContentType))
            {
                texts.Add(
                    (
                        file.ChallengeId,
                        await FileText.OfAsync(
                            file.Hash,
                            file.ContentType,
                            () => PaperContents.FindAsync(db, file.Hash)
                        )
                    )
                );
            }
        }

        return texts.ToLookup(each => each.Of, each => each.Text, StringComparer.Ordinal);
    }
}
