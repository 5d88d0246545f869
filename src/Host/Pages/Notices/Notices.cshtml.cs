using Governance.Contracts;
using Governance.Modules.Notices;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Notices;

/// <summary>
/// What the viewer was told, newest first; each can be marked as read, all on the page at once, and all there are. Notices of
/// one kind that stand together, as after an outage, are folded.
/// </summary>
internal sealed class NoticesModel(MarkNoticeRead mark, MarkNoticesRead markAll) : GovernancePage
{
    private const int PageSize = 25;

    /// <summary>So many of one kind in a row are shown; the rest of the row is folded away.</summary>
    private const int ShownOfARow = 3;

    public Page<NoticeAnswer> Notices { get; private set; } = new([], null);

    public string? NameOf(string partnership) =>
        Viewer.Partnerships.Count > 1
            ? Viewer.Partnerships.FirstOrDefault(each => each.Id == partnership)?.Name
            : null;

    /// <summary>Whether this is not the first part of the list.</summary>
    public bool IsLater => Request.Query.ContainsKey("after");

    public async Task<IActionResult> OnGetAsync(string? after)
    {
        await using GovernanceDb db = Reading.Open();
        Result<Page<NoticeAnswer>> found = await NoticeBoard.OfPersonAsync(
            db,
            Viewer.PersonId,
            after,
            PageSize
        );
        HasMoreUnread =
            await NoticeBoard.CountUnreadAsync(db, Viewer.PersonId)
            > (found.IsRefused ? 0 : found.Value.Items.Count(notice => notice.ReadAt is null));
        return Show(found, page => Notices = page);
    }

    /// <summary>The page in rows of one kind: what is shown of each, and what is folded.</summary>
    public IEnumerable<(NoticeAnswer[] Shown, NoticeAnswer[] Folded)> Rows
    {
        get
        {
            List<NoticeAnswer> row = [];
            foreach (NoticeAnswer notice in Notices.Items)
            {
                if (row.Count > 0 && row[0].Kind != notice.Kind)
                {
                    yield return Fold(row);
                    row = [];
                }

                row.Add(notice);
            }

            if (row.Count > 0)
            {
                yield return Fold(row);
            }
        }
    }

    public bool HasMoreUnread { get; private set; }

    public async Task<IActionResult> OnPostReadAllAsync(string? upTo) =>
        await AnswerAsync(
            await markAll.HandleAsync(new ActCaller(Viewer.PersonId), upTo),
            marked =>
            {
                Tell($"{Words.Count(marked.Count, "notice")} marked as read.");
                return Redirect("/notices");
            },
            () => OnGetAsync(null)
        );

    /// <summary>Each is an act of its own, which a repeat does not change: what was marked stays so, whatever comes of the next.</summary>
    public async Task<IActionResult> OnPostReadAsync(string? after, string[] notice)
    {
        foreach (string id in notice.Take(PageSize))
        {
            Result<NoticeAnswer> read = await mark.HandleAsync(new ActCaller(Viewer.PersonId), id);
            if (read.Refusal is { } refusal)
            {
                return Refuse(refusal);
            }
        }

        return Redirect(
            after is null ? "/notices" : $"/notices?after={Uri.EscapeDataString(after)}"
        );
    }

    private static (NoticeAnswer[] Shown, NoticeAnswer[] Folded) Fold(List<NoticeAnswer> row) =>
        // One alone behind a fold would take as much room as it saves.
        row.Count
        <= ShownOfARow + 1
            ? ([.. row], [])
            : ([.. row.Take(ShownOfARow)], [.. row.Skip(ShownOfARow)]);
}
