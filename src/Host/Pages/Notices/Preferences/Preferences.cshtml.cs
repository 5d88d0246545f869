using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Notices;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Notices;

/// <summary>The viewer says how they are told outside the service, and where to.</summary>
internal sealed class NoticePreferencesModel(
    ChangeNoticePreferences change,
    ProposeNoticeAddress propose,
    RemoveNoticeAddress remove,
    SendingOptions sending
) : GovernancePage
{
    private const string Here = "/notice-preferences";

    private static readonly Choice Each = new(NoticePaces.Each, "A message for each");
    private static readonly Choice Daily = new(
        NoticePaces.Daily,
        "One message a day, on working days"
    );
    private static readonly Choice Off = new(NoticePaces.Off, "No messages");

    public IReadOnlyList<Choice> DutyChoices { get; } = [Each, Daily];

    public IReadOnlyList<Choice> RestChoices { get; } = [Each, Daily, Off];

    public NoticePreferencesAnswer Own { get; private set; } = null!;

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? ByDuty { get; set; }

    [BindProperty]
    public string? Rest { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await using GovernanceDb db = Reading.Open();
        Own = await OwnPreference.ReadAsync(db, Viewer.PersonId, sending, Reading.Now);
        ByDuty ??= Own.ByDuty;
        Rest ??= Own.Rest;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    public async Task<IActionResult> OnPostAddressAsync() =>
        await AnswerAsync(
            await propose.HandleAsync(Viewer.PersonId, Address),
            _ => ToHere("The link is on its way. Open it within 24 hours."),
            OnGetAsync
        );

    public async Task<IActionResult> OnPostPacesAsync() =>
        await AnswerAsync(
            await change.HandleAsync(Caller, new NoticePreferencesBody(ByDuty, Rest)),
            _ => ToHere("Your choice is saved."),
            OnGetAsync
        );

    public async Task<IActionResult> OnPostRemoveAsync() =>
        await AnswerAsync(
            await remove.HandleAsync(Caller),
            _ => ToHere("Nothing is sent to you any more."),
            OnGetAsync
        );

    private RedirectResult ToHere(string done)
    {
        Tell(done);
        return Redirect(Here);
    }
}
