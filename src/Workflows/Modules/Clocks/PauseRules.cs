using Governance.Contracts;

namespace Governance.Modules.Clocks;

/// <summary>When a clock may be paused, and let run again (DOMAIN B6.7). Pure.</summary>
internal static class PauseRules
{
    public const int LongestWords = 300;
    public const int LongestNote = 500;

    /// <summary>A pause that has to be longer is given anew, and stands on the receipt once more.</summary>
    public const int MostDays = 92;

    /// <param name="rule">Null where nothing lets such a clock be paused.</param>
    public static Refusal? Check(
        Clock clock,
        PausableClocks? rule,
        bool holdsRole,
        IEnumerable<ClockPause> pauses,
        PauseClockBody body,
        DateOnly today,
        DateTime now
    ) =>
        rule is null ? ClockRefusals.NotPausable
        : !holdsRole ? ClockRefusals.NotYoursToPause
        : !clock.IsRunning || ClockCalculation.IsLate(now, clock.DueAt) ? ClockRefusals.NotRunning
        : pauses.Any(pause => pause.End > now) ? ClockRefusals.Paused
        : CheckBody(rule, body, today);

    public static Refusal? CheckEnd(
        Clock clock,
        PausableClocks? rule,
        bool holdsRole,
        IEnumerable<ClockPause> pauses,
        DateTime now
    ) =>
        rule is null ? ClockRefusals.NotPausable
        : !holdsRole ? ClockRefusals.NotYoursToPause
        : !clock.IsRunning ? ClockRefusals.NotRunning
        : pauses.Any(pause => pause.End > now) ? null
        : ClockRefusals.NotPaused;

    private static Refusal? CheckBody(PausableClocks rule, PauseClockBody body, DateOnly today)
    {
        Dictionary<string, string[]> errors = [];
        if (body.Reason is null || !rule.Reasons.ContainsKey(body.Reason))
        {
            errors["reason"] = [$"Choose one of {string.Join(", ", rule.Reasons.Keys)}."];
        }

        if (
            body.Until is not { } until
            || until <= today
            || until.DayNumber - today.DayNumber > MostDays
        )
        {
            errors["until"] =
            [
                $"Give the day on which the clock runs again: after today, and within {MostDays} days.",
            ];
        }

        if (body.Note?.Length > LongestNote)
        {
            errors["note"] = [$"Keep this to {LongestNote} characters."];
        }

        return errors.Count == 0 ? null : Refusal.Invalid(errors);
    }
}
