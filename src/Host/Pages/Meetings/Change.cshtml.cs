using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Meetings;

/// <summary>A meeting that has not begun is moved or cancelled.</summary>
internal sealed class ChangeModel(RescheduleMeeting reschedule, CancelMeeting cancel) : MeetingPage
{
    [BindProperty]
    public DateFields Day { get; set; } = new();

    [BindProperty]
    public string? Time { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(string m)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadForSecretaryAsync(db, m) is { } no)
        {
            return no;
        }

        if (Day.IsEmpty)
        {
            Day = DateFields.Of(London.DateOf(Meeting.Starts));
            Time ??= MeetingWords.TimeOf(Meeting.Starts);
            Place ??= Meeting.Place;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostMoveAsync(string m)
    {
        if (MeetingWords.Moment(Day, Time) is not { } starts)
        {
            ModelState.AddModelError(
                Day.Value is null ? nameof(Day) : nameof(Time),
                Day.Value is null
                    ? "Enter a real date, such as 31 3 2027."
                    : "Enter a time such as 14:30."
            );
            return await AgainAsync(() => OnGetAsync(m));
        }

        return await AnswerAsync(
            await reschedule.HandleAsync(Caller, m, new RescheduleMeetingBody(starts, Place)),
            _ => Done(m, "The meeting is moved."),
            () => OnGetAsync(m)
        );
    }

    public async Task<IActionResult> OnPostCancelAsync(string m) =>
        await AnswerAsync(
            await cancel.HandleAsync(Caller, m, new CancelMeetingBody(Reason)),
            _ => Done(m, "The meeting is cancelled."),
            () => OnGetAsync(m)
        );

    private RedirectResult Done(string m, string words)
    {
        Tell(words);
        return Redirect($"/meetings/{Uri.EscapeDataString(m)}");
    }
}
