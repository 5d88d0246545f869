using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.SignOff;

/// <summary>Reads of rounds.</summary>
public static class SignOffBook
{
    /// <summary>Who may read a round: everybody in the partnership but its administrator, agencies and practitioners.</summary>
    public static Permission Read { get; } =
        new(
            "read-round",
            "Read a sign-off round",
            Roles.StatutoryPartner,
            Roles.Scrutineer,
            Roles.PartnershipChair,
            Roles.BusinessUnit,
            Roles.GroupChair,
            Roles.GroupMember,
            Roles.Inspector
        );

    public static async Task<Result<RoundAnswer>> FindAsync(
        GovernanceDb db,
        string roundId,
        string personId,
        DateTime now
    )
    {
        SignOffRound? round = await RoundStore.FindAsync(db, roundId);
        if (round is null)
        {
            return Refusal.NotFound;
        }

        Result<Standing> reader = await PermissionAuthorisation.ForReadingAsync(
            db,
            round.PartnershipId,
            personId,
            Read,
            London.DateOf(now)
        );
        return reader.IsRefused ? reader.Refusal : await AnswerAsync(db, round);
    }

    internal static async Task<RoundAnswer> AnswerAsync(GovernanceDb db, SignOffRound round)
    {
        Clock? clock = round.ClockId is null
            ? null
            : await db.Set<Clock>().FindAsync(round.ClockId);
        List<ScrutinyComment> comments = await db.Set<ScrutinyComment>()
            .Where(comment => comment.RoundId == round.Id)
            .ToListAsync();
        return SignOffAnswers.Of(round, clock?.DueAt, comments);
    }
}
