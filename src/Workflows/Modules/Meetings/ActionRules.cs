using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;

namespace Governance.Modules.Meetings;

/// <summary>What an action has to be like, and who may do what with it (DOMAIN B7.6). Pure.</summary>
public static class ActionRules
{
    public const int MostWorkingDays = 520;

    /// <summary>Everything that is wrong with it, by field.</summary>
    /// <param name="people">Names of those named who are registered.</param>
    internal static Refusal? Check(
        ActionDraft draft,
        IReadOnlyDictionary<string, string> people,
        DateOnly today
    )
    {
        FieldErrors errors = new();
        errors.Text(draft.Text, "text", "Say what is to be done.");
        errors.When(
            !IsKnown(draft.Owner, people),
            "owner",
            $"Name a person who is registered, or a seat: {string.Join(", ", Seats.All)}."
        );
        errors.When(
            draft.Verifier is not null && !IsKnown(draft.Verifier, people),
            "verifier",
            "Name a person who is registered, or a seat."
        );
        errors.When(
            draft.Due is null && draft.WorkingDays is null,
            "due",
            "Give the last day, or a number of working days."
        );
        errors.When(
            draft.Due is not null && draft.WorkingDays is not null,
            "workingDays",
            "Give the last day or a number of working days, not both."
        );
        errors.When(
            draft.Due < today || draft.Due > today.AddYears(10),
            "due",
            "Give a day from today on, within ten years."
        );
        errors.When(
            draft.WorkingDays is < 1 or > MostWorkingDays,
            "workingDays",
            $"Give 1 to {MostWorkingDays} working days."
        );
        return errors.AsRefusal();
    }

    /// <summary>A seat's wire name is that seat; everything else is a person's id.</summary>
    internal static string PlaceOf(string given) =>
        Seats.All.Contains(given) ? PlaceKeys.Seat(given) : PlaceKeys.Person(given);

    /// <summary>17:00:00 of the last day, or of the n-th working day after receipt.</summary>
    internal static DateTime DueAt(ActionDraft draft, DateTime now, WorkingCalendar calendar) =>
        draft.Due is { } day
            ? London.ToUtc(day, ClockCalculation.CloseOfDay)
            : ClockCalculation
                .Calculate(now, ClockLimit.WorkingDays(draft.WorkingDays!.Value), calendar)
                .Value.Due;

    /// <summary>Only the owner completes it: the person, or who holds the seat that day.</summary>
    public static Refusal? Complete(MeetingAction action, Standing by) =>
        !Holds(action.Owner, by) ? MeetingsRefusals.NotOwner
        : action.State != ActionStates.Open ? MeetingsRefusals.ActionNotOpen
        : null;

    /// <summary>
    /// Whoever owns it, or gave the evidence, never verifies it, whatever else they hold. Otherwise whom it names; where it names
    /// nobody, the business unit or the body's chair.
    /// </summary>
    public static Refusal? Verify(MeetingAction action, Standing by, bool isChair) =>
        Holds(action.Owner, by) || action.CompletedBy == by.PersonId
            ? MeetingsRefusals.VerifierIsOwner
        : !(
            action.Verifier is { } verifier
                ? Holds(verifier, by)
                : isChair || by.Holds(Roles.BusinessUnit)
        )
            ? MeetingsRefusals.NotVerifier
        : action.State != ActionStates.Completed ? MeetingsRefusals.ActionNotCompleted
        : null;

    internal static bool Holds(string place, Standing standing) =>
        PlaceKeys.SeatOf(place) is { } seat
            ? standing.HoldsSeat(seat)
            : PlaceKeys.PersonOf(place) == standing.PersonId;

    private static bool IsKnown(string? given, IReadOnlyDictionary<string, string> people) =>
        given is not null && (Seats.All.Contains(given) || people.ContainsKey(given));
}
