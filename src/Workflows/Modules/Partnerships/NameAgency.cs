using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Partnerships;

/// <summary>The business unit enters a relevant agency that the arrangements name (DOMAIN A1.8).</summary>
public sealed class NameAgency(Acts acts)
{
    private const int MostName = 200;

    /// <param name="agency">Without an id it is made from the name.</param>
    public Task<Result<AgencyLine>> HandleAsync(
        ActCaller caller,
        string partnershipId,
        NewAgency agency,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<AgencyLine>
            {
                Name = "agency.name",
                Caller = caller,
                Permission = PartnershipsPermissions.BringIn,
                Locate = async act =>
                    partnershipId == Partnership.Installation
                        ? null
                        : await PartnershipPlace.LocateAsync(act, partnershipId),
                Decide = act => DecideAsync(act, agency),
            },
            cancellation
        );

    /// <summary>The id that a name gives: its letters and digits, joined by hyphens.</summary>
    public static string IdOf(string name)
    {
        string plain = string.Concat(
            name.ToLowerInvariant().Select(each => char.IsAsciiLetterOrDigit(each) ? each : '-')
        );
        string id = string.Join('-', plain.Split('-', StringSplitOptions.RemoveEmptyEntries));
        return id.Length > Ids.MaxLength ? id[..Ids.MaxLength].TrimEnd('-') : id;
    }

    /// <summary>The agency that has this id, or this name however its capitals stand.</summary>
    public static async Task<AgencyLine?> FindAsync(
        GovernanceDb db,
        string partnershipId,
        string id,
        string name
    )
    {
        string small = name.ToLowerInvariant();
#pragma warning disable CA1862 // The database lowers both sides.
        return await db.Set<RelevantAgency>()
            .Where(agency => agency.PartnershipId == partnershipId)
            .Where(agency => agency.Id == id || agency.Name.ToLower() == small)
            .OrderBy(agency => agency.Id)
            .Select(agency => new AgencyLine(agency.Id, agency.Name))
            .FirstOrDefaultAsync();
#pragma warning restore CA1862
    }

    private static async Task<Result<AgencyLine>> DecideAsync(Act act, NewAgency given)
    {
        string name = given.Name.Trim();
        string id = given.Id.Length > 0 ? given.Id : IdOf(name);
        FieldErrors errors = new();
        errors.When(
            name.Length is 0 or > MostName || name.Any(char.IsControl),
            "name",
            $"Give the agency's name, on one line, up to {MostName} characters."
        );
        errors.When(
            id.Length is 0 or > Ids.MaxLength || id != IdOf(id),
            "id",
            "Use small letters, digits and hyphens only."
        );
        if (errors.AsRefusal() is { } wrong)
        {
            return wrong;
        }

        if (await FindAsync(act.Db, act.PartnershipId, id, name) is not null)
        {
            return PartnershipsRefusals.AgencyNamed;
        }

        DateOnly from = given.From ?? London.DateOf(act.Now);
        act.Db.Add(
            new RelevantAgency
            {
                Id = id,
                PartnershipId = act.PartnershipId,
                Name = name,
                From = from,
            }
        );
        act.Subject = new SubjectRef("agency", id);
        act.Payload = new { name, from };
        await act.Db.SaveChangesAsync();
        return new AgencyLine(id, name);
    }
}
