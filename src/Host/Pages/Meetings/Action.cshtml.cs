using System.Globalization;
using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Meetings;

/// <summary>One action: its owner completes it, somebody else verifies it or gives it back.</summary>
internal sealed class ActionModel(CompleteAction complete, VerifyAction verify) : GovernancePage
{
    [BindProperty]
    public string? Evidence { get; set; }

    [BindProperty]
    public string? Verified { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ActionAnswer Action { get; private set; } = null!;

    /// <summary>Each day counted or skipped, and why.</summary>
    public string Receipt
    {
        get
        {
            DateFields opened = DateFields.Of(London.DateOf(Action.Opened));
            return "/clocks/calculation"
                + QueryString
                    .Create("received.day", opened.Day!)
                    .Add("received.month", opened.Month!)
                    .Add("received.year", opened.Year!)
                    .Add("time", MeetingWords.TimeOf(Action.Opened))
                    .Add("amount", Action.WorkingDays?.ToString(CultureInfo.InvariantCulture) ?? "")
                    .Add("unit", "workingDays")
                    .Add("calendar", CalendarIds.EnglandAndWales)
                    .ToUriComponent();
        }
    }

    public async Task<IActionResult> OnGetAsync(string a)
    {
        await using GovernanceDb db = Reading.Open();
        return Show(
            MeetingPage.Hidden(await ActionListing.FindAsync(db, a, Viewer.PersonId, Reading.Now)),
            action =>
            {
                Action = action;
                Partnership = action.Partnership;
            }
        );
    }

    public async Task<IActionResult> OnPostCompleteAsync(string a) =>
        await AnswerAsync(
            await complete.HandleAsync(Caller, a, new CompleteActionBody(Evidence)),
            _ => Done("The evidence is with whoever verifies it."),
            () => OnGetAsync(a)
        );

    public async Task<IActionResult> OnPostVerifyAsync(string a) =>
        await AnswerAsync(
            await verify.HandleAsync(
                Caller,
                a,
                new VerifyActionBody(
                    Verified switch
                    {
                        "true" => true,
                        "false" => false,
                        _ => null,
                    },
                    Reason
                )
            ),
            action =>
                Done(
                    action.State == ActionStates.Verified
                        ? "The action is verified."
                        : "The action is with its owner again."
                ),
            () => OnGetAsync(a)
        );

    private RedirectResult Done(string words)
    {
        Tell(words);
        return Redirect(Request.Path);
    }
}
