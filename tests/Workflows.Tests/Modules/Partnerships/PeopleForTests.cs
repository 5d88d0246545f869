using Governance.Contracts;
using Governance.Modules.Partnerships;

namespace Governance.Tests.Workflows.Modules.Partnerships;

/// <summary>Appointments and delegations for the rules, in few words.</summary>
internal static class PeopleForTests
{
    public const string Place = "northshire";

    public static readonly DateTime Moment = new(2027, 2, 3, 12, 0, 0, DateTimeKind.Utc);

    public static readonly DateOnly Today = new(2027, 2, 3);

    private static int _next;

    public static Appointment Partner(
        string person,
        string seat,
        string level,
        DateOnly? from = null,
        DateOnly? to = null,
        string place = Place
    ) => Holding(person, Roles.StatutoryPartner, from, to, place, seat, level);

    public static Appointment Holding(
        string person,
        string role,
        DateOnly? from = null,
        DateOnly? to = null,
        string place = Place,
        string? seat = null,
        string? level = null,
        string? agency = null,
        string? group = null,
        string status = AppointmentStates.Active
    ) =>
        new()
        {
            Id = $"a{Interlocked.Increment(ref _next):D6}",
            PartnershipId = place,
            PersonId = person,
            Role = role,
            Seat = seat,
            Level = level,
            AgencyId = agency,
            GroupId = group,
            From = from ?? new DateOnly(2026, 1, 1),
            To = to,
            Status = status,
            ProposedBy = "business-unit",
            ProposedAt = Moment,
        };

    public static DelegationInstrument Instrument(
        string from,
        string to,
        DateOnly starts,
        DateOnly ends,
        string seat = Seats.Police,
        string place = Place,
        params string[] classes
    ) =>
        new()
        {
            Id = $"d{Interlocked.Increment(ref _next):D6}",
            PartnershipId = place,
            Seat = seat,
            FromPersonId = from,
            ToPersonId = to,
            Classes = classes.Length == 0 ? [DocumentClasses.Policy] : [.. classes],
            Starts = starts,
            Ends = ends,
            GrantedBy = "lead",
            GrantedAt = Moment,
        };

    public static SeatHolders Snapshot(
        DateTime at,
        IEnumerable<Appointment> appointments,
        params DelegationInstrument[] instruments
    ) => SeatHolders.Of(Place, at, appointments, instruments, new Dictionary<string, string>());

    public static Standing StandingOf(string person, params Appointment[] appointments) =>
        Standing.Of(Place, person, Today, appointments);
}
