using Governance.Contracts;
using Governance.Modules.Policies;

namespace Governance.Host.Pages.Policies;

/// <summary>What comes next for a policy, and who has it, in the words of the page.</summary>
internal static class NextWords
{
    public static string Of(PolicyNext next, PolicyAnswer policy) =>
        next.Kind switch
        {
            PolicyNextKind.SaveAgain => "Save the right text as a new version",
            PolicyNextKind.FillSeat => "Fill the seat that has nobody who may sign",
            PolicyNextKind.Finish when next.Round is not null => "Revise the text",
            PolicyNextKind.Finish => "Finish the text, then ask for sign-off",
            PolicyNextKind.Consult => "Hear the comments",
            PolicyNextKind.Sign => next.With.Count == 0
                ? "All three partners have signed"
                : $"{Words.Count(next.With.Count, "partner")} {(next.With.Count == 1 ? "has" : "have")} still to sign version {policy.Version}",
            PolicyNextKind.Review => "Review the policy",
            PolicyNextKind.InForce => $"Version {policy.PublishedVersion} is in force",
            _ => "This policy was withdrawn",
        };

    public static string? More(PolicyNext next, PolicyAnswer policy) =>
        next.Kind switch
        {
            PolicyNextKind.SaveAgain =>
                "Somebody changed the stored text behind the service. Nothing can be signed until a new version is saved.",
            PolicyNextKind.FillSeat =>
                "Appoint somebody who is neither an author nor barred by an interest. Then ask for sign-off again.",
            PolicyNextKind.InForce when policy.ReviewDate is { } review =>
                $"Its review is due by {Dates.Day(review)}.",
            PolicyNextKind.Nothing => policy.WithdrawalReason,
            _ => null,
        };

    public static string Who(NextHolder holder) =>
        holder.Seat is null ? string.Join(", ", holder.Names)
        : holder.Names.Count == 0 ? $"{Words.Seat(holder.Seat)}: nobody may sign"
        : $"{Words.Seat(holder.Seat)}: {string.Join(" or ", holder.Names)}";
}
