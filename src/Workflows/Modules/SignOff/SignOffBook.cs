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
        Result<Standing> reader = await PermissionAuthorisation.ForReadingAsync(
            db,
            round?.PartnershipId,
            personId,
            Read,
            London.DateOf(now)
        );
        return round is null || reader.IsRefused ? reader.Refusal! : await AnswerAsync(db, round);
    }

    /// <summary>
    /// What a seat signed last of the same subject before this round, of this version or an earlier one; null when it never did.
    /// A signature that has lapsed since counts: they read that text. One that was withdrawn does not.
    /// </summary>
    public static async Task<SignatureAnswer?> LastSignedAsync(
        GovernanceDb db,
        RoundAnswer round,
        string seat
    )
    {
        string type = round.Subject.Type;
        string id = round.Subject.Id;
        Signature? last = await (
            from signature in db.Set<Signature>()
            join other in db.Set<SignOffRound>() on signature.RoundId equals other.Id
            where
                other.SubjectType == type
                && other.SubjectId == id
                && other.Number < round.Number
                && signature.Seat == seat
                && signature.State != SignatureStates.Withdrawn
            orderby other.Number descending, signature.Id descending
            select signature
        ).FirstOrDefaultAsync();
        return last is null ? null : SignOffAnswers.Of(last);
    }

    /// <summary>The other rounds on the same subject, newest first.</summary>
    public static async Task<IReadOnlyList<RoundLine>> OthersAsync(
        GovernanceDb db,
        RoundAnswer round,
        int take = 20
    )
    {
        string type = round.Subject.Type;
        string id = round.Subject.Id;
        return await db.Set<SignOffRound>()
            .Where(other =>
                other.SubjectType == type && other.SubjectId == id && other.Id != round.Id
            )
            .OrderByDescending(other => other.Number)
            .Take(take)
            .Select(other => new RoundLine(
                other.Id,
                other.Number,
                other.SubjectVersion,
                other.State,
                other.OpenedAt,
                other.ClosedAt,
                other.CloseReason
            ))
            .ToListAsync();
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
