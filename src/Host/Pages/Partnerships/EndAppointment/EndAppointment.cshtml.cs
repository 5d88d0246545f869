using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Partnerships;

/// <summary>Ending an appointment at once: why, check, done.</summary>
internal sealed class EndAppointmentModel(EndAppointment end) : GovernancePage
{
    [BindProperty]
    public string? Reason { get; set; }

    public AppointmentAnswer Found { get; private set; } = null!;

    public bool IsChecking { get; private set; }

    public string What => Words.Appointment(Found.Role, Found.Seat, Found.Level);

    public bool NeedsSecondApprover => AppointmentRules.NeedsSecondApprover(Found.Role);

    /// <summary>Null where it can be ended; else why not.</summary>
    public string? WhyNot =>
        Found.State switch
        {
            AppointmentStates.Active when Found.Approval is not null =>
                "The end of this appointment waits for its second approver already.",
            AppointmentStates.Active => null,
            AppointmentStates.PendingApproval =>
                "This appointment waits for its second approver: decide or withdraw that instead.",
            _ => "This appointment has ended already, or was declined.",
        };

    public Task<IActionResult> OnGetAsync(string id) => LoadAsync(id);

    public async Task<IActionResult> OnPostCheckAsync(string id)
    {
        IActionResult page = await LoadAsync(id);
        if (string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.AddModelError(nameof(Reason), "Say why the appointment ends.");
            return await AgainAsync(() => Task.FromResult(page));
        }

        IsChecking = true;
        return page;
    }

    public Task<IActionResult> OnPostChangeAsync(string id) => LoadAsync(id);

    public async Task<IActionResult> OnPostSendAsync(string id) =>
        await AnswerAsync(
            await end.HandleAsync(Caller, id, new EndAppointmentBody(Reason)),
            ended =>
            {
                string what =
                    $"{ended.Person.Name}, {Words.Appointment(ended.Role, ended.Seat, ended.Level)}";
                Tell(
                    ended.Approval is null
                        ? $"Ended: {what}."
                        : $"Sent for approval: the end of {what}. The leads of the three seats have been told."
                );
                return LocalRedirect(
                    ended.Approval is null
                        ? $"/partnerships/{Uri.EscapeDataString(ended.Partnership)}/people"
                        : $"/approvals/{ended.Approval}"
                );
            },
            () => LoadAsync(id)
        );

    private async Task<IActionResult> LoadAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        Result<AppointmentAnswer> found = await AppointmentBook.FindAsync(
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
        return RefuseUnless(found.Value.Partnership, PartnershipsPermissions.Appoint)
            ?? Show(found, appointment => Found = appointment);
    }
}
