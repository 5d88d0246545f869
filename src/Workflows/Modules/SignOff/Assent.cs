using Governance.Contracts;

namespace Governance.Modules.SignOff;

/// <summary>The words that a signature agrees to. They are copied into the signature, so a later wording changes no earlier one.</summary>
internal static class Assent
{
    public static string WordingFor(SignOffRound round, string seat) =>
        $"For {NameOf(seat)} I agree to “{round.SubjectTitle}”, version {round.SubjectVersion}, "
        + $"the text and attachments with the SHA-256 {round.Hash}.";

    public static string NameOf(string seat) =>
        seat switch
        {
            Seats.LocalAuthority => "the local authority",
            Seats.IntegratedCareBoard => "the integrated care board",
            Seats.Police => "the police",
            _ => throw new ArgumentOutOfRangeException(
                nameof(seat),
                seat,
                "There are three seats."
            ),
        };
}
