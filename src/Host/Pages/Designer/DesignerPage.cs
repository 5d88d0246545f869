using Governance.Contracts;
using Governance.Host.Designer;
using Governance.Modules.Definitions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Designer;

/// <summary>
/// A page that holds a part of Elsa Studio, in one partnership. Where the viewer reads the definitions of several and the address
/// names none, the page asks which; everything that its part asks of us afterwards says it (<see cref="DesignerPlace"/>).
/// </summary>
internal abstract class DesignerPage(IAntiforgery antiforgery) : GovernancePage
{
    [BindProperty(SupportsGet = true, Name = "partnership")]
    public string? Asked { get; set; }

    /// <summary>The partnerships to choose from; empty when it is clear which is meant.</summary>
    public IReadOnlyList<PartnershipLine> Choices { get; private set; } = [];

    /// <summary>Goes with every request of the page's part; without it a session changes nothing (<see cref="DesignerSession"/>).</summary>
    public string Token { get; private set; } = string.Empty;

    public abstract string Heading { get; }

    /// <summary>Where the same is without a drawing: for the keyboard, for screen readers, without script.</summary>
    public abstract string WithoutDrawing { get; }

    /// <summary>What the script should do for this page: <c>list</c>, <c>editor</c>, <c>instances</c>, <c>viewer</c>.</summary>
    public abstract string Part { get; }

    /// <summary>An address of the designer in the page's partnership.</summary>
    public string At(string address) =>
        $"{StudioFiles.Base}{address}?partnership={Uri.EscapeDataString(Partnership ?? string.Empty)}";

    public IActionResult OnGet()
    {
        IReadOnlyList<PartnershipLine> readable =
        [
            .. Viewer.Partnerships.Where(known =>
                Viewer.May(known.Id, DefinitionsPermissions.Read)
            ),
        ];
        string? chosen = Asked ?? (readable.Count == 1 ? readable[0].Id : null);
        if (chosen is null && readable.Count > 1)
        {
            Choices = readable;
            return Page();
        }

        if (
            RefuseUnless(
                chosen ?? (Viewer.Partnerships is [var first, ..] ? first.Id : string.Empty),
                DefinitionsPermissions.Read
            ) is
            { } refused
        )
        {
            return refused;
        }

        Partnership = chosen;
        Token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken!;
        return Page();
    }

    protected string InPartnership(string address) =>
        $"/partnerships/{Uri.EscapeDataString(Partnership ?? string.Empty)}{address}";
}
