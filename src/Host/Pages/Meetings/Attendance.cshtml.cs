using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Meetings;

/// <summary>Secretary or chair note who is there, who sent apologies and who has left.</summary>
internal sealed class AttendanceModel(NoteAttendance note) : MeetingPage
{
    [BindProperty]
    public string? Person { get; set; }

    [BindProperty]
    public string? State { get; set; }

    [BindProperty]
    public string? Seat { get; set; }

    [BindProperty]
    public string? DeputyFor { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string m)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadForSecretaryAsync(db, m) is { } no)
        {
            return no;
        }

        People = await MeetingWords.PeopleAsync(db, Meeting.Partnership, Reading.Today);
        State ??= AttendanceStates.Present;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string m)
    {
        DateTime? at = MeetingWords.Moment(DateFields.Of(Reading.Today), Time);
        if (at is null && !string.IsNullOrWhiteSpace(Time))
        {
            ModelState.AddModelError(nameof(Time), "Enter a time such as 14:30.");
            return await AgainAsync(() => OnGetAsync(m));
        }

        Result<MeetingAnswer> noted = await note.HandleAsync(
            Caller,
            m,
            new AttendanceBody(
                Given(Person),
                Given(Seat),
                State,
                string.IsNullOrWhiteSpace(Time) ? null : at,
                Given(DeputyFor)
            )
        );
        return await AnswerAsync(
            noted.Refusal is { Errors: { Count: > 0 } errors } refusal
                ? refusal with
                {
                    Errors = errors.ToDictionary(
                        error => error.Key == "at" ? nameof(Time) : error.Key,
                        error => error.Value
                    ),
                }
                : noted,
            meeting =>
            {
                Tell(
                    meeting.Quorum?.Quorate == true
                        ? "It is noted. The meeting is quorate."
                        : "It is noted. The meeting is not quorate."
                );
                return Redirect(Request.Path);
            },
            () => OnGetAsync(m)
        );
    }

    private static string? Given(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
