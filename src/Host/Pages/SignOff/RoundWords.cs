using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Modules.SignOff;

namespace Governance.Host.Pages.SignOff;

/// <summary>Rounds, seats and signatures in the words that people read.</summary>
internal static class RoundWords
{
    /// <summary>For example "the police".</summary>
    public static string For(string seat) => "the " + RoleWords.OfSeat(seat);

    public static string For(IEnumerable<string> seats) => And([.. seats.Select(For)]);

    /// <summary>What a seat's place in the round is.</summary>
    public static string Seat(string state) =>
        state switch
        {
            RoundSeatStates.Open => "Waits for a signature",
            RoundSeatStates.HasSigned => "Signed",
            RoundSeatStates.Rejected => "Rejected",
            RoundSeatStates.Lapsed => "Signature lapsed",
            RoundSeatStates.Cancelled => "No longer asked",
            RoundSeatStates.NoEligibleSigner => "Nobody may sign",
            _ => Words.State(state),
        };

    /// <summary>How a round stands, as a sentence.</summary>
    public static string Round(string state) =>
        state switch
        {
            RoundStates.Open => "This text waits to be signed.",
            RoundStates.Published => "All three seats signed this text, and it was published.",
            RoundStates.Rejected =>
                "This text was rejected. It went back to its authors, and signatures given have lapsed.",
            RoundStates.Lapsed =>
                "The text was changed or withdrawn, so nothing more is signed here. Signatures given have lapsed.",
            RoundStates.NoEligibleSigner =>
                "Nobody may sign for one of the seats, so the sign-off never began.",
            _ => Words.State(state),
        };

    /// <summary>In what right: "as delegated safeguarding partner", "as deputy".</summary>
    public static string Capacity(string capacity) => "as " + Words.Level(capacity);

    /// <summary>The same for who has not signed yet, with whose authority they would use.</summary>
    public static string Capacity(SigningCapacity capacity) =>
        capacity.Lender is { } lender
            ? $"under the delegation by {lender.Name} ({Words.Level(lender.Level)})"
            : Capacity(capacity.Capacity);

    /// <summary>What is done about a refusal, where there is something.</summary>
    public static string? WhatToDo(Refusal refusal) =>
        refusal.Code switch
        {
            "sign-off.author-cannot-sign" =>
                "Somebody else on your seat signs. Your seat’s lead can sign, or lend their authority to somebody who did not write on the text.",
            "sign-off.interest-declared" or "sign-off.lender-barred" =>
                "Somebody else on your seat signs. The table of the three seats says who can.",
            "sign-off.not-your-ask"
            or "sign-off.instrument-expired"
            or "sign-off.instrument-not-yet-in-force"
            or "sign-off.instrument-not-for-class" =>
                "Ask your seat’s lead: they can lend you authority from the partnership’s delegations.",
            "sign-off.wrong-level" => "The table of the three seats says who can sign.",
            "sign-off.round-closed" =>
                "Read the newest version of the policy to see what is asked now.",
            "sign-off.integrity-alarm" =>
                "Tell the business unit. A new version has to be saved and put to all three seats again.",
            _ => null,
        };

    public static string And(IReadOnlyList<string> words) =>
        words.Count < 2
            ? string.Concat(words)
            : string.Join(", ", words.Take(words.Count - 1)) + " and " + words[^1];
}
