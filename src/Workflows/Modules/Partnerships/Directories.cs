using Governance.Contracts;

namespace Governance.Modules.Partnerships;

/// <summary>A directory that people sign in by, and the bodies that its people may speak for (DOMAIN 0.2, B1.1).</summary>
/// <param name="SpeaksFor">
/// Seats (<c>police</c>), the scrutiny function (<c>scrutiny</c>) or agencies by their id; in one partnership alone where its id and a
/// stroke come first (<c>example/police</c>).
/// </param>
public sealed record OrganisationDirectory(
    string TenantId,
    string Name,
    IReadOnlyList<string> SpeaksFor
)
{
    /// <summary>The scrutiny function, among the bodies.</summary>
    public const string Scrutiny = "scrutiny";

    public bool MaySpeakFor(string partnershipId, string body) =>
        SpeaksFor.Contains(body, StringComparer.Ordinal)
        || SpeaksFor.Contains($"{partnershipId}/{body}", StringComparer.Ordinal);

    /// <summary>Whether it belongs to one of the partners, there.</summary>
    public bool IsAPartners(string partnershipId) =>
        Seats.All.Any(seat => MaySpeakFor(partnershipId, seat));
}

/// <summary>
/// The directories of the installation. Whoever runs a directory can become anybody in it: so a seat is held by people of its own
/// body's directory, and the scrutiny function by nobody whom a partner's administrator could reset (DOMAIN B1.8). Pure.
/// </summary>
/// <param name="Listed">Empty where nothing is said about directories: then nothing is asked of them.</param>
public sealed record Directories(IReadOnlyList<OrganisationDirectory> Listed)
{
    public static Directories Unlisted { get; } = new([]);

    /// <summary>Null where the person's directory lets them hold this; else why not.</summary>
    public Refusal? Check(Appointment proposed, string tenantId)
    {
        if (Listed.Count == 0)
        {
            return null;
        }

        OrganisationDirectory? own = Of(tenantId);
        return proposed.Role switch
        {
            Roles.Scrutineer => CheckScrutineer(proposed.PartnershipId, tenantId),
            Roles.StatutoryPartner => Speaks(own, proposed, proposed.Seat!),
            // Agencies sign in by whichever directory they have, unless one is named for them.
            Roles.AgencyRepresentative
                when Listed.Any(each =>
                    each.MaySpeakFor(proposed.PartnershipId, proposed.AgencyId!)
                ) => Speaks(own, proposed, proposed.AgencyId!),
            _ => null,
        };
    }

    /// <summary>Null where nobody of a partner has the scrutineer's account in hand; else why somebody has.</summary>
    public Refusal? CheckScrutineer(string partnershipId, string tenantId)
    {
        if (Listed.Count == 0)
        {
            return null;
        }

        OrganisationDirectory? own = Of(tenantId);
        return own?.IsAPartners(partnershipId) == true ? PartnershipsRefusals.ScrutineerOfAPartner
            : own?.MaySpeakFor(partnershipId, OrganisationDirectory.Scrutiny) == true ? null
            : PartnershipsRefusals.AnotherBodysDirectory;
    }

    /// <summary>The names of directories that belong to a partner and to the scrutiny function at once; null when there is none.</summary>
    public string? NamedTwice() =>
        Listed
            .FirstOrDefault(each =>
                each.SpeaksFor.Where(body => body.Split('/')[^1] == OrganisationDirectory.Scrutiny)
                    .Any(body =>
                        each.SpeaksFor.Any(other =>
                            Seats.All.Contains(other.Split('/')[^1]) && Meet(body, other)
                        )
                    )
            )
            ?.Name;

    private OrganisationDirectory? Of(string tenantId) =>
        Listed.FirstOrDefault(each =>
            string.Equals(each.TenantId, tenantId, StringComparison.OrdinalIgnoreCase)
        );

    private static Refusal? Speaks(OrganisationDirectory? own, Appointment proposed, string body) =>
        own?.MaySpeakFor(proposed.PartnershipId, body) == true
            ? null
            : PartnershipsRefusals.AnotherBodysDirectory;

    /// <summary>Whether two bodies can stand in one partnership: each is in all, or in the same.</summary>
    private static bool Meet(string one, string other) =>
        !one.Contains('/', StringComparison.Ordinal)
        || !other.Contains('/', StringComparison.Ordinal)
        || one.Split('/')[0] == other.Split('/')[0];
}
