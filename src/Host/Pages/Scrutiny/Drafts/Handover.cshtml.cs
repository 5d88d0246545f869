using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Partnerships;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Scrutiny;

/// <summary>Handing private drafts over to a successor, or another passphrase for oneself.</summary>
internal sealed class HandoverModel(KeepDrafts drafts) : GovernancePage
{
    [BindProperty]
    public string? Person { get; set; }

    [BindProperty]
    public string? Passphrase { get; set; }

    [BindProperty]
    public string? NewPassphrase { get; set; }

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string p)
    {
        Partnership = p;
        if (RefuseUnless(p, ScrutinyPermissions.Scrutinise) is { } no)
        {
            return no;
        }

        await using GovernanceDb db = Reading.Open();
        string[] others =
        [
            .. (await AppointmentRoll.HistoryAsync(db, p))
                .Where(a =>
                    a.Role == Roles.Scrutineer
                    && a.Status != AppointmentStates.Declined
                    && a.LastDay >= Reading.Today
                    && a.PersonId != Viewer.PersonId
                )
                .Select(a => a.PersonId)
                .Distinct(),
        ];
        People =
        [
            .. (await AppointmentRoll.NamesAsync(db, others)).Select(each => new Choice(
                each.Key,
                each.Value
            )),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string p) =>
        await AnswerAsync(
            await drafts.HandOverAsync(
                new ActCaller(Viewer.PersonId),
                p,
                new DraftHandoverBody(
                    Passphrase,
                    NewPassphrase,
                    string.IsNullOrEmpty(Person) ? null : Person
                )
            ),
            _ =>
            {
                Tell(
                    string.IsNullOrEmpty(Person)
                        ? "Your drafts open with the new passphrase."
                        : "Your drafts are handed over. Tell the passphrase outside this service."
                );
                return LocalRedirect($"/partnerships/{Uri.EscapeDataString(p)}/challenges/drafts");
            },
            () => OnGetAsync(p)
        );
}
