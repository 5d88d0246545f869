using Governance.Contracts;

namespace Governance.Modules.Library;

/// <summary>The refusals of this module. Codes never change once published.</summary>
internal static class LibraryRefusals
{
    public static Refusal NotYourAgency { get; } =
        new(
            "cascade.not-your-agency",
            "An agency's cascade is confirmed by whoever represents that agency today.",
            RefusalKind.Forbidden
        );

    public static Refusal NotAsked { get; } =
        new(
            "cascade.not-asked",
            "Nobody has been asked to confirm the cascade of this policy's version in force.",
            RefusalKind.Conflict
        );

    public static Refusal AgencyNotAsked { get; } =
        new(
            "cascade.agency-not-asked",
            "This agency was not named in the arrangements when the version was published, so it was not asked.",
            RefusalKind.Conflict
        );

    public static Refusal NothingChanged { get; } =
        new(
            "cascade.nothing-changed",
            "This is what your agency has said already; nothing was changed.",
            RefusalKind.Conflict
        );

    public static Refusal NobodyOutstanding { get; } =
        new(
            "cascade.nobody-outstanding",
            "Every agency has confirmed; there is nobody to chase.",
            RefusalKind.Conflict
        );

    public static Refusal NoteNeeded { get; } =
        Refusal.Invalid("note", "Say why you take back what was confirmed.");

    public static Refusal NoteTooLong { get; } =
        Refusal.Invalid("note", $"A note has at most {AgencyCascade.MostNote} characters.");

    public static Refusal Over(string state) =>
        new(
            "cascade.over",
            state == DisseminationStates.Confirmed
                ? "Every agency has confirmed, and the cascade of this version is complete. Tell the business unit when something has changed since."
                : "The cascade of this version is no longer asked for.",
            RefusalKind.Conflict
        );

    public static Refusal ChasedAlready(DateOnly again) =>
        new(
            "cascade.chased-already",
            $"Everybody outstanding has been told today. They can be told again on {again:dddd d MMMM yyyy}.",
            RefusalKind.Conflict
        );

    /// <summary>Reminders go out on working days only (DESIGN §6).</summary>
    public static Refusal NoWorkingDay(DateOnly again) =>
        new(
            "cascade.no-working-day",
            $"Reminders go out on working days only. Chase on {again:dddd d MMMM yyyy}.",
            RefusalKind.Conflict
        );
}
