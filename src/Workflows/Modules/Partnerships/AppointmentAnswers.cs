using Governance.Contracts;

namespace Governance.Modules.Partnerships;

/// <summary>Appointments as the wire shows them.</summary>
internal static class AppointmentAnswers
{
    public static AppointmentAnswer Of(Appointment a, string name, string? approvalId = null) =>
        new(
            a.Id,
            a.PartnershipId,
            new PersonLine(a.PersonId, name),
            a.Role,
            a.Seat,
            a.Level,
            a.AgencyId,
            a.GroupId,
            a.From,
            a.To,
            a.EndedAt is null ? a.Status : AppointmentStates.Ended,
            approvalId,
            a.EndedOn
        );
}
