using Governance.Modules.Policies;

namespace Governance.Host.Pages.Policies;

/// <summary>What happened to a policy, in one plain sentence and with the page that shows it.</summary>
internal static class FactWords
{
    public static string Of(PolicyFact fact) =>
        fact.Act switch
        {
            PolicyFacts.Created => "The policy was begun, with version 1.",
            PolicyFacts.Saved when fact.MadeVersion => $"Version {fact.Version} was saved.",
            PolicyFacts.Saved => "The summary or the tags were changed. The text stayed the same.",
            PolicyFacts.FileAdded => $"A file was attached: version {fact.Version}.",
            PolicyFacts.FileRemoved => $"A file was taken off: version {fact.Version}.",
            PolicyFacts.RoundOpened => $"Sign-off of version {fact.Version} was asked for.",
            PolicyFacts.NobodyEligible =>
                $"Sign-off of version {fact.Version} could not begin: a seat has nobody who may sign.",
            PolicyFacts.SeatSigned =>
                $"Version {fact.Version} was signed for the {Seat(fact)} seat.",
            PolicyFacts.Rejected =>
                $"Version {fact.Version} was rejected for the {Seat(fact)} seat. The round ended and every signature lapsed.",
            PolicyFacts.SignatureWithdrawn =>
                $"A signature of version {fact.Version} was withdrawn for the {Seat(fact)} seat.",
            PolicyFacts.Commented => $"The scrutiny function commented on version {fact.Version}.",
            PolicyFacts.RoundOverdue =>
                $"The time to sign version {fact.Version} passed. The leads were asked too; silence signs nothing.",
            PolicyFacts.Published => $"Version {fact.Version} was published.",
            PolicyFacts.Alarm =>
                "The stored text was not the text that was signed. Nothing was published.",
            PolicyFacts.ReviewDue => "The review fell due; the business unit was asked.",
            PolicyFacts.Withdrawn => "The policy was withdrawn for good.",
            _ => fact.Act,
        };

    /// <summary>Who did it, in what capacity; nothing where the service did it at a limit.</summary>
    public static string? Who(PolicyFact fact) =>
        fact.PersonName is null ? null
        : fact.Capacity is null ? fact.PersonName
        : $"{fact.PersonName}, {fact.Capacity}";

    /// <summary>What the link to it says and where it leads; null where there is nothing more to see.</summary>
    public static (string Text, string Address)? Link(PolicyFact fact, string policy) =>
        fact.Round is not null ? ("See the sign-off", $"/sign-offs/{fact.Round}")
        : fact is { Act: PolicyFacts.Published } or { MadeVersion: true }
        && fact.Version is { } version
            ? ($"Read version {version}", $"/policies/{policy}/versions/{version}")
        : null;

    private static string Seat(PolicyFact fact) =>
        fact.Seat is null ? "statutory" : Modules.Partnerships.RoleWords.OfSeat(fact.Seat);
}
