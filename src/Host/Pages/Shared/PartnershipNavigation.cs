using Governance.Host.Api;
using Governance.Host.SignIn;
using Governance.Modules.Definitions;
using Governance.Modules.Notices;
using Governance.Modules.Partnerships;
using Governance.Modules.Retention;

namespace Governance.Host.Pages.Shared;

/// <summary>
/// The pages around a partnership's people, beside each other at the head of each of them: use
/// <c>_PartnershipNavigation.cshtml</c> with the partnership's id. Without one, the viewer's only partnership is meant.
/// </summary>
internal static class PartnershipNavigation
{
    public static IReadOnlyList<NavigationLink> Links(
        Viewer viewer,
        string? partnership,
        PathString here
    )
    {
        string? within =
            partnership ?? (viewer.Partnerships.Count == 1 ? viewer.Partnerships[0].Id : null);
        List<NavigationLink> links = [];
        if (within is not null)
        {
            string at = $"/partnerships/{Uri.EscapeDataString(within)}";
            links.Add(new($"{at}/people", "People"));
            links.Add(new($"{at}/appointments", "Appointments"));
            links.Add(new($"{at}/attestations", "Reviews"));
            links.Add(new($"{at}/delegations", "Delegations"));
            if (viewer.May(within, PartnershipsPermissions.ReadInterests))
            {
                links.Add(new($"{at}/interests", "Interests"));
            }

            links.Add(new($"{at}/duties", "Who may do what"));
            if (viewer.May(within, PartnershipsPermissions.BringIn))
            {
                links.Add(new($"{at}/imports", "Bring in a list"));
            }

            if (viewer.May(within, DefinitionsPermissions.Read))
            {
                links.Add(new($"{at}/definitions", "Workflows"));
            }

            if (viewer.May(within, DefinitionsPermissions.Configure))
            {
                links.Add(new($"/designer?partnership={Uri.EscapeDataString(within)}", "Designer"));
            }

            if (viewer.May(within, InstancesApi.Read))
            {
                links.Add(new($"{at}/instances", "Workflows that run"));
            }

            if (viewer.May(within, RetentionPermissions.Read))
            {
                links.Add(new($"{at}/retention", "Retention and disposal"));
            }

            if (viewer.May(within, RetentionPermissions.ReadErasures))
            {
                links.Add(new("/erasures", "Erasures"));
            }

            if (viewer.May(within, NoticesPermissions.ReadDeliveries))
            {
                links.Add(new($"{at}/deliveries", "Messages sent"));
            }
        }

        if (viewer.Partnerships.Any(known => viewer.May(known.Id, PartnershipsPermissions.Approve)))
        {
            links.Add(new("/approvals", "Approvals"));
        }

        links.Add(new("/calendars", "Calendars"));
        links.Add(new("/clocks/calculation", "Work out a deadline"));
        return
        [
            .. links.Select(link =>
                link with
                {
                    IsHere = here.StartsWithSegments(link.Address, StringComparison.Ordinal),
                }
            ),
        ];
    }
}
