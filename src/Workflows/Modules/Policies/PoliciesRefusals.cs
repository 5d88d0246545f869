using Governance.Contracts;

namespace Governance.Modules.Policies;

/// <summary>The refusals of this module. Codes never change once published.</summary>
internal static class PoliciesRefusals
{
    public static Refusal NotYourGroup { get; } =
        new(
            "policy.not-your-group",
            "The chair and members of a group work on their group's own texts only; name the group.",
            RefusalKind.Forbidden
        );

    public static Refusal Withdrawn { get; } =
        new("policy.withdrawn", "This policy was withdrawn.", RefusalKind.Conflict);

    public static Refusal NothingToReview { get; } =
        new(
            "policy.nothing-to-review",
            "No version is in force, so there is nothing to review yet.",
            RefusalKind.Conflict
        );

    public static Refusal NothingToSign { get; } =
        new(
            "policy.nothing-to-sign",
            "Nothing has changed since the newest version was published. Save a new draft first.",
            RefusalKind.Conflict
        );

    /// <summary>The rule that no workflow can switch off: three seats, one text (DOMAIN B3.1).</summary>
    public static Refusal ThreeSeats { get; } =
        new(
            "policy.three-seats",
            "A policy is published only when all three statutory seats have signed its newest version.",
            RefusalKind.Conflict
        );

    public static Refusal IntegrityAlarm { get; } =
        new(
            "policy.integrity-alarm",
            "The stored text does not match the hash it was saved under. Save a new version before sign-off.",
            RefusalKind.Conflict
        );

    public static Refusal NothingAnswers { get; } =
        Refusal.Invalid(
            "becauseOf",
            "Nothing has changed in the text, so there is no version that could answer comments. Change the text, or name no comment."
        );

    public static Refusal AttachmentKept { get; } =
        new("policy.attachment-kept", "This file is attached already.", RefusalKind.Conflict);

    public static Refusal IfMatchNeeded { get; } =
        new(
            "if-match-needed",
            "Name the version of the draft that you changed in If-Match, as its ETag.",
            RefusalKind.Malformed
        );

    public static Refusal ReasonNeeded { get; } =
        new(
            "policy.reason-needed",
            "Give a reason.",
            RefusalKind.Invalid,
            new Dictionary<string, string[]>(StringComparer.Ordinal)
            {
                ["reason"] = [$"Give a reason of 1 to {DraftRules.MostReason} characters."],
            }
        );

    public static Refusal Stale(StaleDraft detail) =>
        new(
            "policy.draft-changed",
            "Somebody else has changed the draft since you read it. Your text is in this answer; nothing was saved.",
            RefusalKind.Stale,
            Detail: detail
        );

    public static Refusal TooManyAttachments { get; } =
        AttachmentRefused($"A version has at most {AttachmentRules.MostFiles} files.");

    public static Refusal AttachmentRefused(string why) =>
        new(
            "policy.attachment-refused",
            why,
            RefusalKind.Invalid,
            new Dictionary<string, string[]>(StringComparer.Ordinal) { ["file"] = [why] }
        );
}
