using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Partnerships;

/// <summary>Whom one may appoint: for those who appoint, and nobody else.</summary>
public static class PersonBook
{
    /// <summary>An e-mail address is a label and may be shared; more than these are not shown.</summary>
    private const int MostFound = 10;

    /// <summary>Everybody who holds or held something in the partnership, by name.</summary>
    public static async Task<Result<IReadOnlyList<PersonLine>>> OfPartnershipAsync(
        GovernanceDb db,
        string partnershipId,
        string byPersonId,
        DateTime now
    )
    {
        if (await RefuseAsync(db, partnershipId, byPersonId, now) is { } refusal)
        {
            return refusal;
        }

        List<PersonLine> people = await db.Set<Person>()
            .Where(person =>
                db.Set<Appointment>()
                    .Any(a =>
                        a.PartnershipId == partnershipId
                        && a.PersonId == person.Id
                        && a.Status == AppointmentStates.Active
                    )
            )
            .OrderBy(person => person.DisplayName)
            .ThenBy(person => person.Id)
            .Select(person => new PersonLine(person.Id, person.DisplayName))
            .ToListAsync();
        return people;
    }

    /// <summary>
    /// Whoever has this e-mail address or this reference, exactly, in the whole installation; people are known to it once they
    /// have signed in. Nobody is found by a part of a name.
    /// </summary>
    public static async Task<Result<IReadOnlyList<PersonLine>>> FindAsync(
        GovernanceDb db,
        string partnershipId,
        string byPersonId,
        FindPersonBody body,
        DateTime now
    )
    {
        if (await RefuseAsync(db, partnershipId, byPersonId, now) is { } refusal)
        {
            return refusal;
        }

        string wanted = (body.Find ?? string.Empty).Trim();
        if (wanted.Length is 0 or > 320)
        {
            return Refusal.Invalid("find", "Give an e-mail address or a reference.");
        }

        string small = wanted.ToLowerInvariant();
#pragma warning disable CA1862 // The database lowers both sides; an address is the same in capitals.
        List<PersonLine> people = await db.Set<Person>()
            .Where(person =>
                person.Id == wanted || (person.Email != null && person.Email.ToLower() == small)
            )
            .OrderBy(person => person.DisplayName)
            .ThenBy(person => person.Id)
            .Take(MostFound)
            .Select(person => new PersonLine(person.Id, person.DisplayName))
            .ToListAsync();
#pragma warning restore CA1862
        return people;
    }

    /// <summary>Somebody's name, for those who appoint; null when the id is nobody's.</summary>
    public static async Task<PersonLine?> ByIdAsync(GovernanceDb db, string personId) =>
        await db.Set<Person>()
            .Where(person => person.Id == personId)
            .Select(person => new PersonLine(person.Id, person.DisplayName))
            .SingleOrDefaultAsync();

    private static async Task<Refusal?> RefuseAsync(
        GovernanceDb db,
        string partnershipId,
        string byPersonId,
        DateTime now
    ) =>
        (
            await PermissionAuthorisation.ForReadingAsync(
                db,
                partnershipId,
                byPersonId,
                PartnershipsPermissions.Appoint,
                London.DateOf(now)
            )
        ).Refusal;
}
