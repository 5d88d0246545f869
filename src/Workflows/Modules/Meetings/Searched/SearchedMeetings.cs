using Governance.Modules.Search;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>Meetings by their agenda, the names of their papers and what stands in those that are text, and what was declared.</summary>
internal sealed class SearchedMeetings : ISearchSource
{
    public string Kind => SearchKinds.Meeting;

    public int Edition => 1;

    public IReadOnlyList<Permission> Permissions { get; } = [BodyKeysHeld.EveryBody];

    public IEnumerable<string> SubjectsOf(GovernanceDb db, object row) =>
        row switch
        {
            Meeting meeting => [meeting.Id],
            AgendaItem item => [item.MeetingId],
            AttendanceEntry entry => [entry.MeetingId],
            ItemDeclaration declared => [declared.MeetingId],
            Paper { ItemId: not null } paper => [paper.ForId],
            PaperVersion version => db.Set<Paper>()
                .Local.Where(paper => paper.Id == version.PaperId && paper.ItemId is not null)
                .Select(paper => paper.ForId),
            _ => [],
        };

    public async Task<IReadOnlyList<SearchDraft>> DescribeAsync(
        GovernanceDb db,
        IReadOnlyCollection<string> subjects
    )
    {
        List<Meeting> meetings = await MeetingPlace
            .Whole(db)
            .AsNoTracking()
            .Where(meeting => subjects.Contains(meeting.Id))
            .ToListAsync();
        ILookup<string, string?> papers = await SearchedPapers.OfAsync(db, subjects);
        return
        [
            .. meetings.Select(meeting => new SearchDraft(
                meeting.PartnershipId,
                meeting.Id,
                meeting.Title,
                SearchDraft.Text([
                    .. meeting.Items.Select(item => item.Title),
                    meeting.Place,
                    .. meeting.Declarations.Select(declared => declared.Nature),
                    meeting.CancelReason,
                    .. papers[meeting.Id],
                ]),
                meeting.StartsAt,
                [
                    .. BodyKeysHeld.ReadersOf(meeting.BodyId),
                    .. meeting.Attendance.Select(entry => SearchKeys.Person(entry.PersonId)),
                ]
            )
            {
                State = meeting.State,
                BodyId = meeting.BodyId,
            }),
        ];
    }

    public async Task<IReadOnlyList<string>> NextAsync(GovernanceDb db, string? after, int take) =>
        await db.Set<Meeting>()
            .Select(meeting => meeting.Id)
            .Where(id => after == null || string.Compare(id, after) > 0)
            .OrderBy(id => id)
            .Take(take)
            .ToListAsync();
}

/// <summary>The names of papers and, where they are text, what stands in their newest version.</summary>
internal static class SearchedPapers
{
    public static async Task<ILookup<string, string?>> OfAsync(
        GovernanceDb db,
        IReadOnlyCollection<string> subjects
    )
    {
        List<Paper> papers = await db.Set<Paper>()
            .AsNoTracking()
            .Include(paper => paper.Versions)
            .Where(paper => subjects.Contains(paper.ForId))
            .OrderBy(paper => paper.ForId)
            .ThenBy(paper => paper.Number)
            .ToListAsync();
        List<(string For, string? Text)> texts = [];
        foreach (Paper paper in papers.Where(paper => paper.Versions.Count > 0))
        {
            texts.Add((paper.ForId, paper.Name));
            if (FileText.IsText(paper.Newest.ContentType))
            {
                texts.Add(
                    (
                        paper.ForId,
                        await FileText.OfAsync(
                            paper.Newest.Hash,
                            paper.Newest.ContentType,
                            () => PaperContents.FindAsync(db, paper.Newest.Hash)
                        )
                    )
                );
            }
        }

        return texts.ToLookup(each => each.For, each => each.Text, StringComparer.Ordinal);
    }
}

/// <summary>Minutes, drafted or agreed, for whoever reads their meeting.</summary>
internal sealed class SearchedMinutes : ISearchSource
{
    public string Kind => SearchKinds.Minutes;

    public int Edition => 1;

    public IReadOnlyList<Permission> Permissions { get; } = [BodyKeysHeld.EveryBody];

    public IEnumerable<string> SubjectsOf(GovernanceDb db, object row) =>
        row switch
        {
            MeetingMinutes minutes => [minutes.Id],
            Meeting meeting => [meeting.Id],
            AttendanceEntry entry => [entry.MeetingId],
            _ => [],
        };

    public async Task<IReadOnlyList<SearchDraft>> DescribeAsync(
        GovernanceDb db,
        IReadOnlyCollection<string> subjects
    )
    {
        var found = await (
            from minutes in db.Set<MeetingMinutes>().AsNoTracking()
            where subjects.Contains(minutes.Id)
            join meeting in db.Set<Meeting>() on minutes.Id equals meeting.Id
            select new
            {
                minutes,
                meeting.Title,
                There = meeting.Attendance.Select(entry => entry.PersonId).ToList(),
            }
        ).ToListAsync();
        return
        [
            .. found.Select(each => new SearchDraft(
                each.minutes.PartnershipId,
                each.minutes.Id,
                $"Minutes of {each.Title}",
                each.minutes.Text,
                each.minutes.AgreedAt ?? each.minutes.SavedAt,
                [
                    .. BodyKeysHeld.ReadersOf(each.minutes.BodyId),
                    .. each.There.Select(SearchKeys.Person),
                ]
            )
            {
                State = each.minutes.State,
                BodyId = each.minutes.BodyId,
            }),
        ];
    }

    public async Task<IReadOnlyList<string>> NextAsync(GovernanceDb db, string? after, int take) =>
        await db.Set<MeetingMinutes>()
            .Select(minutes => minutes.Id)
            .Where(id => after == null || string.Compare(id, after) > 0)
            .OrderBy(id => id)
            .Take(take)
            .ToListAsync();
}
