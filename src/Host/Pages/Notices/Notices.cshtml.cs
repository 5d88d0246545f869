using Governance.Contracts;
using Governance.Modules.Notices;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Notices;

/// <summary>What the viewer was told, newest first; each can be marked as read, and all on the page at once.</summary>
internal sealed class NoticesModel(MarkNoticeRead mark) : GovernancePage
{
    private const int PageSize = 25;

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
        return Show(
            await NoticeBoard.OfPersonAsync(db, Viewer.PersonId, after, PageSize),
            page => Notices = page
        );
    }

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
}
