using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Delegations;

/// <summary>The seat's lead takes lent authority back: why and from when; check; done.</summary>
internal sealed class RevokeDelegationModel(RevokeDelegation revoke) : GovernancePage
{
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public DateFields Effective { get; set; } = new();

    public DelegationAnswer Found { get; private set; } = null!;

    public bool IsChecking { get; private set; }

    public bool IsLead =>
        Viewer.Appointments.Any(held =>
            held.Partnership == Partnership && held.Seat == Found.Seat && held.Level == Levels.Lead
        );

    /// <summary>Null is at once.</summary>
    public DateOnly? From => Effective.Value > Reading.Today ? Effective.Value : null;

    public Task<IActionResult> OnGetAsync(string id) => LoadAsync(id);

    public async Task<IActionResult> OnPostCheckAsync(string id)
    {
        IActionResult page = await LoadAsync(id);
        if (string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.AddModelError(nameof(Reason), "Say why the delegation is revoked.");
        }

        string? wrong =
            Effective.Problem("The day", isRequired: false)
            ?? (
                Effective.Value < Reading.Today
                    ? "A revocation never reaches back before now: leave it empty for now, or give a later day."
                    : null
            );
        if (wrong is not null)
        {
            ModelState.AddModelError(nameof(Effective), wrong);
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(() => Task.FromResult(page));
        }

        IsChecking = true;
        return page;
    }

    public Task<IActionResult> OnPostChangeAsync(string id) => LoadAsync(id);

    public async Task<IActionResult> OnPostSendAsync(string id) =>
        await AnswerAsync(
            await revoke.HandleAsync(
                Caller,
                id,
                new RevokeDelegationBody(
                    Reason,
                    Effective.Value?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified)
                )
            ),
            done =>
            {
                Tell(
                    $"Taken back: the authority of {done.From.Name}, lent to {done.To.Name}. Both have been told."
                );
                return LocalRedirect(
                    $"/partnerships/{Uri.EscapeDataString(done.Partnership)}/delegations"
                );
            },
            () => LoadAsync(id)
        );

    private async Task<IActionResult> LoadAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        Result<DelegationAnswer> found = await DelegationBook.FindAsync(
            db,
            id,
            Viewer.PersonId,
            Reading.Now
        );
        if (found.IsRefused)
        {
            return Refuse(found.Refusal);
        }

        Partnership = found.Value.Partnership;
        return RefuseUnless(found.Value.Partnership, PartnershipsPermissions.Delegate)
            ?? Show(found, delegation => Found = delegation);
    }
}
