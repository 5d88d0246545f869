using Governance.Contracts;

namespace Governance.Modules.Partnerships;

/// <summary>Roles, seats and levels in the words that people read.</summary>
public static class RoleWords
{
    public static string OfSeat(string seat) =>
        seat switch
        {
            Seats.LocalAuthority => "local authority",
            Seats.IntegratedCareBoard => "integrated care board",
            Seats.Police => "police",
            _ => seat,
        };

    /// <summary>For example "delegate of the police seat", or "scrutineer".</summary>
    public static string Of(Appointment appointment) =>
        appointment.Role switch
        {
            Roles.StatutoryPartner =>
                $"{appointment.Level} of the {OfSeat(appointment.Seat!)} seat",
            Roles.PartnershipChair => "partnership chair",
            Roles.BusinessUnit => "member of the business unit",
            Roles.GroupChair => "group chair",
            Roles.GroupMember => "group member",
            Roles.AgencyRepresentative => "agency representative",
            _ => appointment.Role,
        };
}
