using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Escalation;

/// <summary>The directory: whom to turn to at which body and stage, and whom to call at once.</summary>
public static class ContactBook
{
    /// <summary>Every body with its contacts, by stage, deputies after those whom they stand in for.</summary>
    public static async Task<Result<IReadOnlyList<BodyContactsAnswer>>> ListAsync(
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
            EscalationPermissions.ReadDirectory,
            London.DateOf(now)
        );
        if (standing.IsRefused)
        {
            return standing.Refusal;
        }

        List<StageContact> contacts = await db.Set<StageContact>()
            .AsNoTracking()
            .Where(contact => contact.PartnershipId == partnershipId)
            .ToListAsync();
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            contacts.Select(contact => contact.PersonId).OfType<string>()
        );
        return (await EscalationParties.OfAsync(db, partnershipId, London.DateOf(now)))
            .Select(body => new BodyContactsAnswer(
                body.Id,
                body.Name,
                [
                    .. Sorted(contacts.Where(contact => contact.Body == body.Id))
                        .Select(contact => Answer(contact, names)),
                ]
            ))
            .ToList();
    }

    /// <summary>For a page that would not let its reader act.</summary>
    public static Refusal NotYours => EscalationRefusals.NotYourBody;

    public static async Task<Result<FrontDoorAnswer>> FrontDoorAsync(
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
            EscalationPermissions.ReadDirectory,
            London.DateOf(now)
        );
        return standing.IsRefused ? standing.Refusal : await FrontDoorOfAsync(db, partnershipId);
    }

    internal static async Task<FrontDoorAnswer> FrontDoorOfAsync(
        GovernanceDb db,
        string partnershipId
    ) =>
        await db.Set<FrontDoor>().FindAsync(partnershipId) is { } door
            ? new FrontDoorAnswer(door.Name, door.Phone, door.OutOfHours, door.Text)
            : new FrontDoorAnswer(null, null, null, null);

    /// <summary>Those of the highest stage that is not above the one asked for: a contact stands for the stages after it, too.</summary>
    internal static async Task<IReadOnlyList<StageContact>> ForStageAsync(
        GovernanceDb db,
        string partnershipId,
        string body,
        int stage
    )
    {
        List<StageContact> all = await db.Set<StageContact>()
            .AsNoTracking()
            .Where(contact => contact.PartnershipId == partnershipId && contact.Body == body)
            .Where(contact => contact.Stage <= stage)
            .ToListAsync();
        int nearest = all.Count == 0 ? 0 : all.Max(contact => contact.Stage);
        return [.. Sorted(all.Where(contact => contact.Stage == nearest))];
    }

    private static IEnumerable<StageContact> Sorted(IEnumerable<StageContact> contacts) =>
        contacts
            .OrderBy(contact => contact.Stage)
            .ThenBy(contact => contact.IsDeputy)
            .ThenBy(contact => contact.Id, StringComparer.Ordinal);

    private static StageContactAnswer Answer(
        StageContact contact,
        IReadOnlyDictionary<string, string> names
    ) =>
        new(
            contact.Id,
            contact.Stage,
            contact.Post,
            contact.Phone,
            contact.Email,
            contact.PersonId,
            contact.PersonId is { } person ? names.GetValueOrDefault(person) : null,
            contact.IsDeputy
        );
}
