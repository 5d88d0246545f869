using Governance.Contracts;
using Governance.Contracts.Retention;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Retention;

/// <summary>Reads of legal holds.</summary>
public static class HoldBook
{
    /// <summary>Those that stand first, then the newest.</summary>
    public static async Task<Result<IReadOnlyList<HoldAnswer>>> OfPartnershipAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now
    )
    {
        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            partnershipId,
            personId,
            RetentionPermissions.Read,
            London.DateOf(now)
        );
        if (standing.IsRefused)
        {
            return standing.Refusal;
        }

        List<LegalHold> holds = await db.Set<LegalHold>()
            .AsNoTracking()
            .Where(hold => hold.PartnershipId == partnershipId)
            .OrderByDescending(hold => hold.Id)
            .Take(500)
            .ToListAsync();
        List<HoldAnswer> answers = [];
        foreach (LegalHold hold in holds.OrderBy(hold => hold.Stands ? 0 : 1))
        {
            answers.Add(await AnswerAsync(db, hold));
        }

        return answers;
    }

    public static async Task<Result<HoldAnswer>> FindAsync(
        GovernanceDb db,
        string holdId,
        string personId,
        DateTime now
    )
    {
        LegalHold? hold = await db.Set<LegalHold>()
            .AsNoTracking()
            .SingleOrDefaultAsync(each => each.Id == holdId);
        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            hold?.PartnershipId,
            personId,
            RetentionPermissions.Read,
            London.DateOf(now)
        );
        return standing.IsRefused ? standing.Refusal : await AnswerAsync(db, hold!);
    }

    /// <summary>The holds that stand on one subject by its own id or its class, for its page.</summary>
    public static async Task<IReadOnlyList<HoldAnswer>> OnAsync(
        GovernanceDb db,
        string partnershipId,
        string type,
        string id
    )
    {
        List<HoldAnswer> answers = [];
        foreach (LegalHold hold in await Holds.StandingAsync(db, partnershipId))
        {
            if (HoldRules.Covers(hold, [new SubjectRef(type, id)], new HashSet<string>()))
            {
                answers.Add(await AnswerAsync(db, hold));
            }
        }

        return answers;
    }

    internal static async Task<HoldAnswer> AnswerAsync(GovernanceDb db, LegalHold hold)
    {
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            new[] { hold.PlacedBy, hold.LiftedBy }.OfType<string>()
        );
        return new HoldAnswer(
            hold.Id,
            hold.PartnershipId,
            hold.Scope,
            hold.SubjectType,
            hold.SubjectId,
            hold.Reason,
            hold.Reference,
            Line(names, hold.PlacedBy)!,
            hold.PlacedFor,
            hold.PlacedAt,
            hold.Stands ? hold.FirstLiftFor : null,
            hold.LiftedAt,
            Line(names, hold.LiftedBy),
            hold.LiftReason
        );
    }

    internal static PersonLine? Line(IReadOnlyDictionary<string, string> names, string? id) =>
        id is null ? null : new PersonLine(id, names.GetValueOrDefault(id, id));
}
