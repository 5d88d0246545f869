using System.Globalization;
using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Meetings;

/// <summary>Secretary or chair open an action, from a decision or, the business unit, on its own.</summary>
internal sealed class NewActionModel(OpenAction open) : GovernancePage
{
    [BindProperty(SupportsGet = true, Name = "decision")]
    public string? Decision { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Owner { get; set; }

    [BindProperty]
    public string? Verifier { get; set; }

    [BindProperty]
    public string? WorkingDays { get; set; }

    [BindProperty]
    public DateFields Due { get; set; } = new();

    public DecisionAnswer? From { get; private set; }

    public IReadOnlyList<Choice> Owners { get; private set; } = [];

    public string Back =>
        From is null
            ? $"/partnerships/{Uri.EscapeDataString(Partnership!)}/actions"
            : $"/decisions/{From.Id}";

    public async Task<IActionResult> OnGetAsync(string p)
    {
        Partnership = p;
        await using GovernanceDb db = Reading.Open();
        if (await RefuseOpeningAsync(db, p) is { } no)
        {
            return no;
        }

        Owners = MeetingWords.Owners(await MeetingWords.PeopleAsync(db, p, Reading.Today));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string p)
    {
        if (Due.Problem("The day", isRequired: false) is { } problem)
        {
            ModelState.AddModelError(nameof(Due), problem);
        }

        int? days = int.TryParse(
            WorkingDays,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out int number
        )
            ? number
            : null;
        if (days is null && !string.IsNullOrWhiteSpace(WorkingDays))
        {
            ModelState.AddModelError(nameof(WorkingDays), "Give a whole number.");
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(() => OnGetAsync(p));
        }

        return await AnswerAsync(
            await open.HandleAsync(
                Caller,
                p,
                new OpenActionBody(
                    Text,
                    string.IsNullOrEmpty(Owner) ? null : Owner,
                    string.IsNullOrEmpty(Verifier) ? null : Verifier,
                    Due.Value,
                    days,
                    string.IsNullOrEmpty(Decision) ? null : Decision
                )
            ),
            action =>
            {
                Tell("The action is open, and its owner has been told.");
                return Redirect($"/actions/{action.Id}");
            },
            () => OnGetAsync(p)
        );
    }

    private async Task<IActionResult?> RefuseOpeningAsync(GovernanceDb db, string p)
    {
        if (RefuseUnless(p, MeetingsPermissions.Convene) is { } no)
        {
            return no;
        }

        if (string.IsNullOrEmpty(Decision))
        {
            return Viewer.Holds(p, Roles.BusinessUnit) ? null : Refuse(MeetingPage.NotSecretary);
        }

        Result<DecisionAnswer> found = await DecisionBook.ReadAsync(
            db,
            Decision,
            Viewer.PersonId,
            Reading.Now
        );
        if (found.IsRefused || found.Value.Partnership != p)
        {
            return Refuse(Refusal.NotFound);
        }

        From = found.Value;
        Result<BodyAnswer> body = await StructureBook.FindAsync(
            db,
            From.Body,
            Viewer.PersonId,
            Reading.Now
        );
        return body is { IsRefused: false, Value.Secretary: true }
            ? null
            : Refuse(MeetingPage.NotSecretary);
    }
}
