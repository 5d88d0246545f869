using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Partnerships;

/// <summary>Who held what and when, newest first: the history of a seat, or of all.</summary>
internal sealed class AppointmentsModel : GovernancePage
{
    private Dictionary<string, string> _agencies = [];

    [BindProperty(SupportsGet = true)]
    public string? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Seat { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Page<AppointmentAnswer> Found { get; private set; } = new([], null);

    public bool MayAppoint => Viewer.May(Partnership!, PartnershipsPermissions.Appoint);

    public async Task<IActionResult> OnGetAsync(string p)
    {
        Partnership = p;
        await using GovernanceDb db = Reading.Open();
        Result<PartnershipAnswer> partnership = await PartnershipBook.FindAsync(
            db,
            p,
            Viewer.PersonId,
            Reading.Now
        );
        if (partnership.IsRefused)
        {
            return Refuse(partnership.Refusal);
        }

        _agencies = partnership.Value.Agencies.ToDictionary(a => a.Id, a => a.Name);
        return Show(
            await AppointmentBook.ListAsync(
                db,
                p,
                Viewer.PersonId,
                Reading.Now,
                new AppointmentFilter(Empty(Role), Empty(Seat)),
                Empty(After)
            ),
            found => Found = found
        );
    }

    public string What(AppointmentAnswer appointment) =>
        Words.Appointment(appointment.Role, appointment.Seat, appointment.Level)
        + (
            appointment.Agency is { } agency ? $", {_agencies.GetValueOrDefault(agency, agency)}"
            : appointment.Group is { } group ? $", {group}"
            : string.Empty
        );

    /// <summary>As people say it: an active appointment outside its term is to come, or over.</summary>
    public string StateOf(AppointmentAnswer appointment) =>
        appointment.State != AppointmentStates.Active ? appointment.State
        : appointment.From > Reading.Today ? "coming"
        : appointment.To < Reading.Today ? "over"
        : AppointmentStates.Active;

    public bool MayEnd(AppointmentAnswer appointment) =>
        MayAppoint && StateOf(appointment) is AppointmentStates.Active or "coming";

    private static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
