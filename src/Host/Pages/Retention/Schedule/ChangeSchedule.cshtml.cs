using System.Globalization;
using Governance.Contracts;
using Governance.Contracts.Retention;
using Governance.Host.Pages.Components;
using Governance.Modules.Retention;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Host.Pages.Retention;

/// <summary>
/// The business unit proposes how long a class is kept: the rule, a check that says what it would make due, then it waits for somebody
/// else.
/// </summary>
internal sealed class ChangeScheduleModel(ProposeRetention propose, DisposalBook book)
    : GovernancePage
{
    private const string ForEver = "forEver";
    private const string SomeYears = "years";

    [BindProperty]
    public string? Kept { get; set; }

    [BindProperty]
    public string? Years { get; set; }

    [BindProperty]
    public string? Starts { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    public RetentionClassAnswer Class { get; private set; } = null!;

    public RetentionPreview? Preview { get; private set; }

    public bool IsChecking => Preview is not null;

    public static IReadOnlyList<Choice> Ways { get; } =
    [new(SomeYears, "For some years"), new(ForEver, "For ever")];

    public static IReadOnlyList<Choice> Beginnings { get; } =
    [
        new(RetentionStarts.Ended, "Its end", "Closed, withdrawn, dissolved, done"),
        new(RetentionStarts.LastAct, "The last act on it", "Once it has ended"),
    ];

    public string NowInWords => RetentionModel.InWords(Class);

    public Task<IActionResult> OnGetAsync(string p, string key) => LoadAsync(p, key);

    public Task<IActionResult> OnPostChangeAsync(string p, string key) => LoadAsync(p, key);

    public async Task<IActionResult> OnPostCheckAsync(string p, string key)
    {
        IActionResult loaded = await LoadAsync(p, key);
        if (loaded is not PageResult)
        {
            return loaded;
        }

        if (Body() is not { } body)
        {
            return await AgainAsync(() => LoadAsync(p, key));
        }

        await using GovernanceDb db = Reading.Open();
        return await AnswerAsync(
            await book.PreviewAsync(db, p, Viewer.PersonId, key, body, Reading.Now),
            preview =>
            {
                Preview = preview;
                return loaded;
            },
            () => LoadAsync(p, key)
        );
    }

    public async Task<IActionResult> OnPostSendAsync(string p, string key)
    {
        if (Body() is not { } body)
        {
            return await AgainAsync(() => LoadAsync(p, key));
        }

        return await AnswerAsync(
            await propose.HandleAsync(Caller, p, key, body),
            proposed =>
            {
                Tell("The new rule is proposed. It holds once somebody else has agreed.");
                return LocalRedirect($"/approvals/{proposed.Approval}");
            },
            () => LoadAsync(p, key)
        );
    }

    /// <summary>Null where the years are no number; the module judges everything else.</summary>
    private ProposeRetentionBody? Body()
    {
        int? years = null;
        if (Kept != ForEver)
        {
            if (
                Kept != SomeYears
                || !int.TryParse(
                    Years?.Trim(),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out int number
                )
            )
            {
                ModelState.AddModelError(
                    Kept is null ? nameof(Kept) : nameof(Years),
                    Kept is null
                        ? "Say whether they are kept for some years or for ever."
                        : "Give the years as a number, for example 10."
                );
                return null;
            }

            years = number;
        }

        return new ProposeRetentionBody(Starts, years, Reason, Source);
    }

    private async Task<IActionResult> LoadAsync(string p, string key)
    {
        Partnership = p;
        if (RefuseUnless(p, RetentionPermissions.Keep) is { } no)
        {
            return no;
        }

        await using GovernanceDb db = Reading.Open();
        Result<IReadOnlyList<RetentionClassAnswer>> all = await DisposalBook.ScheduleAsync(
            db,
            p,
            Viewer.PersonId,
            Reading.Now
        );
        if (all.IsRefused)
        {
            return Refuse(all.Refusal);
        }

        if (all.Value.FirstOrDefault(rule => rule.Key == key) is not { } found)
        {
            return Refuse(Refusal.NotFound);
        }

        Class = found;
        return Page();
    }
}
