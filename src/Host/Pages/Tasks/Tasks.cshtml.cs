using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Asks;
using Governance.Modules.Calendars;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Tasks;

/// <summary>Everything that waits for the viewer, a page at a time.</summary>
internal sealed class TasksModel : GovernancePage
{
    private const int PageSize = 25;

    /// <summary>One partnership's only.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    public static Choice[] Kinds { get; } = Choice.Of(TaskWords.Kinds, TaskWords.Kind);

    public Choice[] Partnerships =>
        [.. Viewer.Partnerships.Select(each => new Choice(each.Id, each.Name))];

    public TaskLines Lines { get; private set; } = null!;

    public string? Next { get; private set; }

    public bool IsFiltered => !string.IsNullOrEmpty(Of) || !string.IsNullOrEmpty(Kind);

    /// <summary>Whether this is not the first part of the list.</summary>
    public bool IsLater => Request.Query.ContainsKey("after");

    public async Task<IActionResult> OnGetAsync(string? after)
    {
        await using GovernanceDb db = Reading.Open();
        DateTime now = Reading.Now;
        Result<Page<TaskAnswer>> found = await AskBook.WaitingForAsync(
            db,
            Viewer.PersonId,
            now,
            after,
            PageSize,
            string.IsNullOrEmpty(Of) ? null : Of,
            string.IsNullOrEmpty(Kind) ? null : Kind
        );
        WorkingCalendar calendar = await CalendarBook.CurrentAsync(db, CalendarIds.EnglandAndWales);
        return Show(
            found,
            page =>
            {
                Lines = new TaskLines(
                    page.Items,
                    now,
                    calendar,
                    Viewer.Partnerships.Count > 1 ? Viewer.Partnerships : []
                );
                Next = page.Next;
            }
        );
    }
}
