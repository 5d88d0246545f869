using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Search;

/// <summary>
/// Keeps the index: in each act what the act has written, and for everything at once where an earlier release left it without. Both by
/// the modules' descriptions of what is stored, so that both write the same.
/// </summary>
public sealed class SearchIndex(IEnumerable<ISearchSource> sources) : IFollowActs
{
    private const int AtOnce = 100;

    private readonly ISearchSource[] _sources = [.. sources];

    public IReadOnlyList<ISearchSource> Sources => _sources;

    public async Task FollowAsync(Act act, IReadOnlyCollection<object> rows)
    {
        foreach (ISearchSource source in _sources)
        {
            string[] subjects =
            [
                .. rows.SelectMany(row => source.SubjectsOf(act.Db, row))
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ];
            if (subjects.Length > 0)
            {
                await WriteAsync(act.Db, source, subjects, all: false);
            }
        }
    }

    /// <summary>Takes a subject out with everything that its page shows, in the act that disposes of it.</summary>
    public static Task RemoveAsync(GovernanceDb db, string subjectId) =>
        db.Set<SearchText>()
            .Where(text => text.SubjectId == subjectId || text.PageId == subjectId)
            .ExecuteDeleteAsync();

    /// <summary>What says one of these words or is somebody's: ask before they are erased.</summary>
    public static async Task<IReadOnlyList<(string Kind, string Subject)>> SayingAsync(
        GovernanceDb db,
        string personId,
        IEnumerable<string> words
    )
    {
        HashSet<(string, string)> found = [];
        foreach (string word in words.Prepend(string.Empty))
        {
            IQueryable<SearchText> texts =
                word.Length == 0
                    ? db.Set<SearchText>()
                        .Where(text => text.PersonId == personId || text.SubjectId == personId)
                    : db.Set<SearchText>()
                        .Where(text => text.Title.Contains(word) || text.Body.Contains(word));
            var rows = await texts.Select(text => new { text.Kind, text.SubjectId }).ToListAsync();
            found.UnionWith(rows.Select(row => (row.Kind, row.SubjectId)));
        }

        return [.. found];
    }

    /// <summary>Describes subjects anew after they were changed past the rows that acts are followed by.</summary>
    public async Task WriteAgainAsync(
        GovernanceDb db,
        IReadOnlyList<(string Kind, string Subject)> subjects
    )
    {
        foreach (IGrouping<string, string> kind in subjects.ToLookup(s => s.Kind, s => s.Subject))
        {
            foreach (string[] part in kind.Chunk(AtOnce))
            {
                await db.Set<SearchText>()
                    .Where(text => text.Kind == kind.Key && part.Contains(text.SubjectId))
                    .ExecuteDeleteAsync();
                if (Array.Find(_sources, source => source.Kind == kind.Key) is { } own)
                {
                    await WriteAsync(db, own, part, all: true);
                }
            }
        }
    }

    /// <summary>Brings the index of these subjects to what is stored of them; what is the same stays untouched.</summary>
    /// <param name="all">False: settled texts are left as they are, of sources that have some.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else wrote one of them meanwhile: look again.</exception>
    internal static async Task WriteAsync(
        GovernanceDb db,
        ISearchSource source,
        IReadOnlyCollection<string> subjects,
        bool all
    )
    {
        string kind = source.Kind;
        // What is there is read before what it is to become: a row that another writes in between is then missed when it is taken away.
        var stored = await db.Set<SearchText>()
            .AsNoTracking()
            .Where(text => text.Kind == kind && subjects.Contains(text.SubjectId))
            .Select(text => new
            {
                text.Number,
                text.PartnershipId,
                text.SubjectId,
                text.Part,
                text.IsEarlier,
                text.Hash,
            })
            .ToListAsync();
        ISettleTexts? settling = all ? null : source as ISettleTexts;
        IReadOnlyList<SearchDraft> drafts = settling is null
            ? await source.DescribeAsync(db, subjects)
            : await settling.DescribeLiveAsync(db, subjects);
        HashSet<string> alive = [.. drafts.Select(draft => draft.SubjectId)];
        Dictionary<(string, string, int), (SearchText Row, SearchDraft Draft)> wanted =
            drafts.ToDictionary(
                draft => (draft.PartnershipId, draft.SubjectId, draft.Part),
                draft => (SearchRows.Of(kind, draft), draft)
            );
        List<long> gone = [];
        foreach (var row in stored)
        {
            (string, string, int) key = (row.PartnershipId, row.SubjectId, row.Part);
            if (wanted.TryGetValue(key, out var now) && now.Row.Hash == row.Hash)
            {
                wanted.Remove(key);
            }
            else if (
                settling is null
                || wanted.ContainsKey(key)
                || !row.IsEarlier
                || !alive.Contains(row.SubjectId)
            )
            {
                gone.Add(row.Number);
            }
        }

        if (gone.Count > 0)
        {
            int removed = await db.Set<SearchText>()
                .Where(text => gone.Contains(text.Number))
                .ExecuteDeleteAsync();
            if (removed != gone.Count)
            {
                throw new DbUpdateConcurrencyException(
                    "A text of the index was written meanwhile."
                );
            }
        }

        if (wanted.Count > 0)
        {
            await KeepAudiencesAsync(db, [.. wanted.Values]);
            await SearchRows.AddAsync(
                db,
                wanted.OrderBy(each => each.Key).Select(each => each.Value.Row)
            );
        }
    }

    private static async Task KeepAudiencesAsync(
        GovernanceDb db,
        (SearchText Row, SearchDraft Draft)[] texts
    )
    {
        Dictionary<string, string[]> wanted = texts
            .DistinctBy(each => each.Row.Audience)
            .ToDictionary(
                each => each.Row.Audience,
                each => each.Draft.Keys.Distinct(StringComparer.Ordinal).ToArray(),
                StringComparer.Ordinal
            );
        string[] names = [.. wanted.Keys];
        string[] known = await db.Set<SearchAudienceKey>()
            .Where(key => names.Contains(key.Audience))
            .Select(key => key.Audience)
            .Distinct()
            .ToArrayAsync();
        foreach (string name in names.Except(known).Order(StringComparer.Ordinal))
        {
            foreach (string key in wanted[name].Order(StringComparer.Ordinal))
            {
                // Of two acts that are both the first of one audience, the second is run again.
                await db.Database.ExecuteSqlAsync(
                    $"""INSERT INTO "SearchAudience" ("Audience", "Key") SELECT {name}, {key}"""
                );
            }
        }
    }
}
