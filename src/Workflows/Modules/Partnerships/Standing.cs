using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.Partnerships;

/// <summary>
/// What one person holds in one partnership on one day: the source of every right. In an act it is that of the caller on the
/// London date of the act, found as <c>act.Kept&lt;Standing&gt;()</c>; the service itself holds nothing.
/// </summary>
public sealed record Standing(
    string PartnershipId,
    string PersonId,
    DateOnly On,
    IReadOnlyList<HeldAppointment> Appointments
)
{
    /// <summary>Whether the person may know of the partnership at all.</summary>
    public bool IsKnown => Appointments.Count > 0;

    /// <summary>The statutory seats held, at any level.</summary>
    public IEnumerable<string> Seats =>
        Appointments.Where(a => a.Seat is not null).Select(a => a.Seat!).Distinct();

    /// <summary>The agencies represented.</summary>
    public IEnumerable<string> Agencies =>
        Appointments
            .Where(a => a.Role == Roles.AgencyRepresentative && a.AgencyId is not null)
            .Select(a => a.AgencyId!)
            .Distinct();

    /// <summary>
    /// The bodies that the person belongs to: a seat, the scrutiny function, an agency, or a partnership's business unit. A
    /// second approver comes from another body than the first.
    /// </summary>
    public IReadOnlySet<string> Bodies =>
        Appointments
            .Select(BodyOf)
            .Where(body => body is not null)
            .Select(body => body!)
            .ToHashSet(StringComparer.Ordinal);

    public bool Holds(string role) => Appointments.Any(a => a.Role == role);

    public bool HoldsAny(IEnumerable<string> roles) =>
        Appointments.Any(a => roles.Contains(a.Role));

    public bool HoldsSeat(string seat) => Appointments.Any(a => a.Seat == seat);

    public bool HoldsSeat(string seat, string level) =>
        Appointments.Any(a => a.Seat == seat && a.Level == level);

    public bool IsLead(string seat) => HoldsSeat(seat, Levels.Lead);

    public bool Chairs(string groupId) =>
        Appointments.Any(a => a.Role == Roles.GroupChair && a.GroupId == groupId);

    /// <summary>Chair or member of the group.</summary>
    public bool IsIn(string groupId) =>
        Appointments.Any(a =>
            a.Role is Roles.GroupChair or Roles.GroupMember && a.GroupId == groupId
        );

    /// <summary>What a person holds now: one query. In the installation the business units and administrators of all partnerships stand.</summary>
    public static async Task<Standing> LoadAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateOnly on
    )
    {
        IReadOnlyList<Appointment> held = await AppointmentRoll.OfPersonAsync(db, personId, on);
        return Of(partnershipId, personId, on, held);
    }

    /// <summary>The same from appointments at hand, of which others' and past ones are left out.</summary>
    public static Standing Of(
        string partnershipId,
        string personId,
        DateOnly on,
        IEnumerable<Appointment> appointments
    ) =>
        new(
            partnershipId,
            personId,
            on,
            [
                .. appointments
                    .Where(a =>
                        a.PersonId == personId && a.IsHeldOn(on) && StandsIn(partnershipId, a)
                    )
                    .OrderBy(a => a.Id, StringComparer.Ordinal)
                    .Select(HeldAppointment.Of),
            ]
        );

    internal static bool StandsIn(string partnershipId, Appointment appointment) =>
        appointment.PartnershipId == partnershipId
        || (
            partnershipId == Partnership.Installation
            && appointment.Role is Roles.BusinessUnit or Roles.Administrator
        );

    private static string? BodyOf(HeldAppointment held) =>
        held.Role switch
        {
            Roles.StatutoryPartner => "seat:" + held.Seat,
            Roles.Scrutineer => "scrutiny:" + held.PartnershipId,
            Roles.BusinessUnit => "businessUnit:" + held.PartnershipId,
            _ => held.AgencyId is null ? null : "agency:" + held.AgencyId,
        };
}

/// <summary>An appointment as far as rules ask for it.</summary>
public sealed record HeldAppointment(
    string Id,
    string PartnershipId,
    string Role,
    string? Seat,
    string? Level,
    string? AgencyId,
    string? GroupId
)
{
    public static HeldAppointment Of(Appointment a) =>
        new(a.Id, a.PartnershipId, a.Role, a.Seat, a.Level, a.AgencyId, a.GroupId);
}
