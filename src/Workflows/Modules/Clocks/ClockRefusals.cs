using Governance.Contracts;

namespace Governance.Modules.Clocks;

/// <summary>The expected noes of clocks.</summary>
public static class ClockRefusals
{
    public static Refusal AmountOutOfRange(ClockUnit unit) =>
        Refusal.Invalid(
            "amount",
            unit == ClockUnit.WorkingDays
                ? $"Give a number of working days from 1 to {ClockLimit.MostWorkingDays}."
                : $"Give a number of hours from 1 to {ClockLimit.MostHours}."
        );

    public static Refusal NotFlagged { get; } =
        new(
            "clock.not-flagged",
            "Nothing waits to be looked at here: the clock is not flagged, or somebody has looked at it already.",
            RefusalKind.Conflict
        );

    public static Refusal NotPausable { get; } =
        new(
            "clock.not-pausable",
            "Nothing lets this clock be paused. It runs until what it waits for is done.",
            RefusalKind.Conflict
        );

    public static Refusal NotYoursToPause { get; } =
        new(
            "clock.not-yours-to-pause",
            "This clock is paused, and let run again, by somebody else.",
            RefusalKind.Forbidden
        );

    public static Refusal NotRunning { get; } =
        new(
            "clock.not-running",
            "This clock runs no more, or its limit has passed.",
            RefusalKind.Conflict
        );

    public static Refusal Paused { get; } =
        new(
            "clock.paused",
            "This clock stands still already. Let it run again first.",
            RefusalKind.Conflict
        );

    public static Refusal NotPaused { get; } =
        new("clock.not-paused", "This clock is not paused.", RefusalKind.Conflict);

    public static Refusal ReceivedOutOfRange { get; } =
        Refusal.Invalid(
            "received",
            $"Give a moment from {ClockCalculation.EarliestYear} to {ClockCalculation.LatestYear}."
        );

    /// <summary>What was proposed no longer fits: another version was loaded since, or its days have gone too far back.</summary>
    public static Refusal ProposalOvertaken(Refusal why) =>
        new(
            "calendar.proposal-overtaken",
            "The calendar has changed since this was proposed, and it no longer fits. Decline it and propose again: "
                + string.Join(
                    ' ',
                    why.Errors?.Values.SelectMany(errors => errors) ?? [why.Message]
                ),
            RefusalKind.Conflict,
            why.Errors
        );
}
