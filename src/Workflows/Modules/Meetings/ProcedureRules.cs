using Governance.Contracts;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;

namespace Governance.Modules.Meetings;

/// <summary>Who answers in a written procedure, when it is decided and when it has failed (DOMAIN B7.8). Pure.</summary>
public static class ProcedureRules
{
    public const int MostWorkingDays = 30;

    /// <summary>The places of a procedure that somebody holds and that have not answered: by the body, or by an appointment.</summary>
    /// <param name="held">What is held in the partnership that day.</param>
    public static IReadOnlyList<string> PlacesOf(
        WrittenProcedure procedure,
        string personId,
        BodyMembership body,
        IReadOnlyList<Appointment> held
    ) =>
        [
            .. procedure
                .Places.Where(place => place.Agrees is null)
                .Select(place => place.Place)
                .Where(place => Holds(place, personId, body, held))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Whether somebody holds a place that was asked, answered or not.</summary>
    public static bool HoldsAny(
        WrittenProcedure procedure,
        string personId,
        BodyMembership body,
        IReadOnlyList<Appointment> held
    ) => procedure.Places.Exists(place => Holds(place.Place, personId, body, held));

    /// <summary>Every place has agreed. Silence never does.</summary>
    public static bool IsAgreed(WrittenProcedure procedure) =>
        procedure.Places.TrueForAll(place => place.Agrees == true);

    /// <summary>Whether an answer is taken now.</summary>
    public static Refusal? CheckOpen(WrittenProcedure procedure, DateTime? due, DateTime now) =>
        procedure.IsOver ? MeetingsRefusals.ProcedureOver
        : due is { } limit && ClockCalculation.IsLate(now, limit) ? MeetingsRefusals.ProcedureLate
        : procedure.IsOpen ? null
        : MeetingsRefusals.ProcedureNotOpenYet;

    private static bool Holds(
        string place,
        string personId,
        BodyMembership body,
        IReadOnlyList<Appointment> held
    ) =>
        body.HoldersOf(place).Any(member => member.PersonId == personId)
        || PlaceKeys.PersonOf(place) == personId
        || PlaceKeys.SeatOf(place) is { } seat
            && held.Any(a => a.PersonId == personId && a.Seat == seat && a.Level != Levels.Deputy)
        || PlaceKeys.AgencyOf(place) is { } agency
            && held.Any(a =>
                a.PersonId == personId
                && a.Role == Roles.AgencyRepresentative
                && a.AgencyId == agency
            );
}
