using System.Text;
using Governance.Contracts;
using Governance.Modules.Clocks;

namespace Governance.Modules.Consultation;

/// <summary>When comments are taken and decided on, and what they must be like (DOMAIN B2.4). Pure.</summary>
public static class CommentRules
{
    public const int MostWorkingDays = 60;

    /// <summary>
    /// Whether a comment is taken, and then whether it is late: after the limit it is, whether or not a host has closed the window
    /// yet. None is taken once sign-off has opened.
    /// </summary>
    public static Result<bool> Take(
        ConsultationWindow? window,
        ConsultationPhase phase,
        DateTime? due,
        DateTime now
    ) =>
        window is null ? ConsultationRefusals.NeverOpened
        : phase == ConsultationPhase.SignOff ? ConsultationRefusals.SignOffOpen
        : window.OverAt is not null || phase == ConsultationPhase.Over ? ConsultationRefusals.Over
        : window.State switch
        {
            ConsultationStates.Requested => ConsultationRefusals.NotOpenYet,
            ConsultationStates.Cancelled => ConsultationRefusals.Over,
            ConsultationStates.Closed => true,
            _ => due is { } limit && ClockCalculation.IsLate(now, limit),
        };

    /// <summary>A comment is decided on while it stands and sign-off has not opened; it may be decided on again until then.</summary>
    public static Refusal? Dispose(
        Comment comment,
        ConsultationWindow window,
        ConsultationPhase phase
    ) =>
        comment.WithdrawnAt is not null ? ConsultationRefusals.Withdrawn
        : phase == ConsultationPhase.SignOff ? ConsultationRefusals.SignOffOpen
        : window.OverAt is not null || phase == ConsultationPhase.Over ? ConsultationRefusals.Over
        : null;

    /// <summary>Its author takes a comment back until somebody has decided on it.</summary>
    public static Refusal? Withdraw(
        Comment comment,
        ConsultationWindow window,
        ConsultationPhase phase,
        string personId
    ) =>
        comment.PersonId != personId ? ConsultationRefusals.NotYourComment
        : comment.WithdrawnAt is not null ? ConsultationRefusals.Withdrawn
        : comment.Decision is not null ? ConsultationRefusals.Disposed
        : Dispose(comment, window, phase);

    /// <summary>The body that is spoken for: the one named, or the only one, or the first that waits for an answer.</summary>
    public static Result<string> BodyOf(string? named, IReadOnlyList<string> speaksFor) =>
        string.IsNullOrEmpty(named) ? speaksFor[0]
        : speaksFor.Contains(named) ? named
        : ConsultationRefusals.WhichBody(speaksFor);

    public static Refusal? CheckDays(int? workingDays) =>
        workingDays is null or (>= 1 and <= MostWorkingDays)
            ? null
            : Refusal.Invalid("workingDays", $"Give 1 to {MostWorkingDays} working days.");

    /// <summary>A free text as it is kept: LF at line ends, nothing around it, nothing that a database would lose.</summary>
    public static Result<string> Text(string? given, string field, int most)
    {
        string text = (given ?? "")
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n')
            .Trim();
        if (text.Length == 0 || text.Length > most)
        {
            return Refusal.Invalid(field, $"Write 1 to {most:N0} characters.");
        }

        return text.EnumerateRunes()
            .Any(rune =>
                rune == Rune.ReplacementChar
                || Rune.IsControl(rune) && rune.Value is not ('\t' or '\n')
            )
            ? Refusal.Invalid(field, "Half characters and control characters cannot be kept.")
            : text;
    }
}
