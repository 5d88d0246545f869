using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Partnerships;

/// <summary>The register of interests as people of the partnership read it (DOMAIN B1.6).</summary>
public static class InterestBook
{
    /// <summary>Newest first. An unreadable cursor is refused.</summary>
    /// <param name="past">Those whose last day has passed; otherwise those that run or are to come.</param>
    public static async Task<Result<Page<InterestLine>>> ListAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now,
        bool past = false,
        string? after = null,
        int take = 50
    )
    {
        if (after is not null && !Ids.IsId(after))
        {
            return Cursors.Unreadable();
        }

        DateOnly today = London.DateOf(now);
        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            partnershipId,
            personId,
            PartnershipsPermissions.ReadInterests,
            today
        );
        if (standing.IsRefused)
        {
            return standing.Refusal;
        }

        List<Interest> found = await db.Set<Interest>()
            .Where(i => i.PartnershipId == partnershipId)
            .Where(i => past ? i.To < today : (i.To == null || i.To >= today))
            .Where(i => after == null || string.Compare(i.Id, after) < 0)
            .OrderByDescending(i => i.Id)
            .Take(take + 1)
            .ToListAsync();
        Interest[] shown = [.. found.Take(take)];
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            shown.Select(i => i.PersonId)
        );
        return new Page<InterestLine>(
            [
                .. shown.Select(i => new InterestLine(
                    i.Id,
                    new PersonLine(i.PersonId, names.GetValueOrDefault(i.PersonId, i.PersonId)),
                    new InterestSubject(i.SubjectType, i.SubjectId),
                    i.Nature,
                    i.From,
                    i.To,
                    i.DeclaredAt,
                    i.From <= today && (i.To is null || i.To >= today)
                )),
            ],
            found.Count > take ? shown[^1].Id : null
        );
    }
}
