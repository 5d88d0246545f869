using Governance.Contracts;
using Governance.Host.Pages.Tasks;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Clocks;

/// <summary>A clock's receipt: how its deadline came about, day by day, and what moved it.</summary>
internal sealed class ClockModel(GetClock get, ReviewClock review, PauseClock pause)
    : GovernancePage
{
    [BindProperty]
    public string? Found { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public DateFields Until { get; set; } = new();

    [BindProperty]
    public string? Note { get; set; }

    public ClockReceipt Receipt { get; private set; } = null!;

    public ClockPauseAnswer? PausedNow => Receipt.Pauses.LastOrDefault(each => each.Now);

    public bool MayPause => Receipt.PauseReasons.Count > 0;

    public bool MayReview => Viewer.May(Partnership!, ClocksPermissions.Review);

    /// <summary>Where what it runs for is shown; null where there is no such page.</summary>
    public string? Subject =>
        Receipt.Subject is { } subject
            ? SubjectLinks.Of(subject.Type, subject.Id, Partnership!)
            : null;

    public string Left =>
        Receipt.WorkingDaysLeft switch
        {
            null => "It runs no more",
            0 => "Due today",
            int late and < 0 => $"{Words.Count(-late, "working day")} overdue",
            int left => $"{Words.Count(left, "working day")} left",
        };

    public Task<IActionResult> OnGetAsync(string id) => LoadAsync(id);

    public async Task<IActionResult> OnPostAsync(string id) =>
        await AnswerAsync(
            await review.HandleAsync(Caller, id, new ReviewClockBody(Found)),
            _ =>
            {
                Tell("What you found stands in the record.");
                return LocalRedirect($"/clocks/{id}");
            },
            () => LoadAsync(id)
        );

    public async Task<IActionResult> OnPostPauseAsync(string id)
    {
        if (Until.Problem("The day on which it runs again", isRequired: true) is { } problem)
        {
            ModelState.AddModelError(nameof(Until), problem);
            return await AgainAsync(() => LoadAsync(id));
        }

        return await AnswerAsync(
            await pause.HandleAsync(Caller, id, new PauseClockBody(Reason, Until.Value, Note)),
            _ =>
            {
                Tell("The clock stands still. Everybody whom it concerns has been told.");
                return LocalRedirect($"/clocks/{id}");
            },
            () => LoadAsync(id)
        );
    }

    public async Task<IActionResult> OnPostResumeAsync(string id) =>
        await AnswerAsync(
            await pause.EndAsync(Caller, id),
            _ =>
            {
                Tell("The clock runs again. Everybody whom it concerns has been told.");
                return LocalRedirect($"/clocks/{id}");
            },
            () => LoadAsync(id)
        );

    private async Task<IActionResult> LoadAsync(string id) =>
        Show(
            await get.HandleAsync(Viewer.PersonId, id),
            receipt =>
            {
                Receipt = receipt;
                Partnership = receipt.Partnership;
            }
        );

    public static string LimitOf(int amount, ClockUnit unit) =>
        Words.Count(amount, unit == ClockUnit.Hours ? "hour" : "working day");

    public static string CalendarOf(ClockReceipt receipt) =>
        $"{CalendarIds.NameOf(receipt.Calendar)}, version {receipt.CalendarVersion}";
}
