using Governance.Contracts;
using Governance.Modules.Partnerships;

namespace Governance.Modules.Scrutiny;

/// <summary>What a challenge can be about. Wire names; never change.</summary>
public static class ChallengeSubjects
{
    public const string Policy = "policy";
    public const string Decision = "decision";
    public const string Group = "group";
    public const string Seat = "seat";
    public const string Audit = "audit";

    /// <summary>Anything else, the absence of something above all.</summary>
    public const string Matter = "matter";

    public static IReadOnlyList<string> All { get; } =
    [Policy, Decision, Group, Seat, Audit, Matter];
}

/// <summary>What makes a challenge, an answer and an assessment (DOMAIN B5.1 to B5.4). Pure.</summary>
internal static class ChallengeRules
{
    public const int MostTitle = 300;
    public const int MostText = 4_000;
    public const int MostLong = 20_000;
    public const int MostActions = 20;

    public static Refusal? Check(RaiseChallengeBody body)
    {
        FieldErrors errors = new();
        CheckSubject(errors, body.Subject);
        CheckWords(errors, body.Question, body.Evidence, body.PublicSummary);
        errors.When(
            !Seriousnesses.All.Contains(body.Seriousness),
            "seriousness",
            "Choose low, medium or high."
        );
        errors.When(
            body.Addressees is not { Count: > 0 }
                || body.Addressees.Any(seat => !Seats.All.Contains(seat))
                || body.Addressees.Distinct(StringComparer.Ordinal).Count()
                    != body.Addressees.Count,
            "addressees",
            $"Name one or more seats, each once: {string.Join(", ", Seats.All)}."
        );
        return errors.AsRefusal();
    }

    public static Refusal? Check(EditChallengeBody body)
    {
        FieldErrors errors = new();
        CheckWords(errors, body.Question, body.Evidence, body.PublicSummary);
        Reason(errors, body.Reason);
        return errors.AsRefusal();
    }

    public static Refusal? Check(ChallengeResponseBody body)
    {
        FieldErrors errors = new();
        CheckSeat(errors, body.Seat);
        errors.When(
            !ResponsePositions.All.Contains(body.Position),
            "position",
            "Say whether the seat accepts it, accepts it in part or rejects it, or that an answer will follow (holding)."
        );
        Words(errors, body.Text, "text", MostLong, "Write the answer.");
        errors.When(
            body.Actions?.Count > MostActions
                || body.Actions?.Any(action => action is null) == true,
            "actions",
            $"Name up to {MostActions} actions, each with its text, owner and date."
        );
        return errors.AsRefusal();
    }

    public static Refusal? Check(ChallengeAssessmentBody body)
    {
        FieldErrors errors = new();
        CheckSeat(errors, body.Seat);
        errors.When(body.Adequate is null, "adequate", "Say whether the answer is adequate.");
        Reason(errors, body.Reason);
        return errors.AsRefusal();
    }

    public static Refusal? Check(ChallengePositionBody body)
    {
        FieldErrors errors = new();
        CheckSeat(errors, body.Seat);
        Words(errors, body.Text, "text", MostLong, "Write the position.");
        return errors.AsRefusal();
    }

    public static Refusal? Check(ChallengeReferralBody body)
    {
        FieldErrors errors = new();
        CheckSeat(errors, body.Seat);
        Words(
            errors,
            body.Body,
            "body",
            MostTitle,
            "Name the body outside, as the arrangements do."
        );
        Words(errors, body.Text, "text", MostText, "Say what was sent, when and how.");
        return errors.AsRefusal();
    }

    public static Refusal? CheckReason(string? reason)
    {
        FieldErrors errors = new();
        Reason(errors, reason);
        return errors.AsRefusal();
    }

    public static Refusal? CheckSeat(string? seat)
    {
        FieldErrors errors = new();
        CheckSeat(errors, seat);
        return errors.AsRefusal();
    }

    /// <summary>
    /// Whether an assessment is open: there is an answer, and not assessed so already. Only the newest answer is assessed; the scrutiny
    /// function may think better of what it said of it.
    /// </summary>
    public static Refusal? CheckAssessment(
        IEnumerable<ChallengeStatement> ofSeat,
        bool adequate,
        string state
    )
    {
        bool isThere = ofSeat.Any(each => each.IsAnswer);
        if (!isThere || state is not (AddresseeStates.Answered or AddresseeStates.Adequate))
        {
            return ScrutinyRefusals.NothingToAssess;
        }

        return state == AddresseeStates.Adequate && adequate
            ? ScrutinyRefusals.AssessedAlready
            : null;
    }

    public static string? Blank(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static void CheckSubject(FieldErrors errors, ChallengeSubjectBody? subject)
    {
        errors.When(
            subject is null || !ChallengeSubjects.All.Contains(subject.Type),
            "subject",
            $"Say what it is about: {string.Join(", ", ChallengeSubjects.All)}."
        );
        if (subject is null)
        {
            return;
        }

        bool isNamed =
            subject.Type
            is ChallengeSubjects.Policy
                or ChallengeSubjects.Decision
                or ChallengeSubjects.Group
                or ChallengeSubjects.Seat;
        errors.When(
            isNamed && string.IsNullOrWhiteSpace(subject.Id),
            "subject",
            "Name what it is about by its id."
        );
        errors.When(
            subject.Type == ChallengeSubjects.Policy
                && (subject.Version is null || string.IsNullOrWhiteSpace(subject.Hash)),
            "subject",
            "Name the policy’s version and its hash, so that it is certain which text is meant."
        );
        errors.When(
            subject.Type is ChallengeSubjects.Audit or ChallengeSubjects.Matter
                && string.IsNullOrWhiteSpace(subject.Text),
            "subject",
            "Say in words what it is about."
        );
        errors.When(
            subject.Text?.Length > MostTitle,
            "subject",
            $"Keep what it is about to {MostTitle} characters."
        );
    }

    private static void CheckWords(
        FieldErrors errors,
        string? question,
        string? evidence,
        string? summary
    )
    {
        Words(errors, question, "question", MostText, "Write the question.");
        errors.When(
            evidence?.Length > MostLong,
            "evidence",
            $"Keep the evidence to {MostLong} characters."
        );
        Words(
            errors,
            summary,
            "publicSummary",
            MostText,
            "Write what the public may read of it, without any person’s data."
        );
    }

    private static void CheckSeat(FieldErrors errors, string? seat) =>
        errors.When(
            !Seats.All.Contains(seat),
            "seat",
            $"Name the seat: {string.Join(", ", Seats.All)}."
        );

    private static void Reason(FieldErrors errors, string? reason) =>
        Words(errors, reason, "reason", MostText, "Give the reason.");

    private static void Words(
        FieldErrors errors,
        string? text,
        string field,
        int most,
        string missing
    )
    {
        errors.When(string.IsNullOrWhiteSpace(text), field, missing);
        errors.When(text?.Length > most, field, $"Keep this to {most} characters.");
    }
}
