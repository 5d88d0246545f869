using Microsoft.AspNetCore.Authorization;

namespace Governance.Host.Pages.Library;

/// <summary>A page of the library: for everybody; whoever is signed in and serves the partnership keeps its menu.</summary>
[AllowAnonymous]
internal abstract class PublicPage : GovernancePage
{
    private string? _restsOn;

    protected override bool RequiresSignIn => false;

    /// <summary>The address as it is to be printed.</summary>
    public string Printed => $"{Request.Scheme}://{Request.Host}{Request.Path}";

    public override string? RestsOn => _restsOn;

    protected void LeadAround(string partnership)
    {
        _restsOn = partnership;
        Partnership =
            Viewer.IsSignedIn && Viewer.Partnerships.Any(known => known.Id == partnership)
                ? partnership
                : null;
    }
}
