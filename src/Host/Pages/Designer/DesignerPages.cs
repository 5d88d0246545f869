using Governance.Modules.Definitions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Designer;

/// <summary>The list of the partnership's workflow definitions.</summary>
internal sealed class DefinitionListModel(IAntiforgery antiforgery) : DesignerPage(antiforgery)
{
    public override string Heading => "Workflow definitions";

    public override string WithoutDrawing => InPartnership("/definitions");

    public override string Part => "list";
}

/// <summary>The canvas of one definition.</summary>
internal sealed class DefinitionEditorModel(IAntiforgery antiforgery) : DesignerPage(antiforgery)
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = string.Empty;

    public override string Heading => "Workflow designer";

    public override string WithoutDrawing =>
        InPartnership($"/definitions/{Uri.EscapeDataString(Id)}");

    public override string Part => "editor";

    /// <summary>Whether the viewer may change it; the page's words say which.</summary>
    public bool MayEdit =>
        Partnership is { } within && Viewer.May(within, DefinitionsPermissions.Configure);
}

/// <summary>The instances of the partnership's workflows.</summary>
internal sealed class InstanceListModel(IAntiforgery antiforgery) : DesignerPage(antiforgery)
{
    public override string Heading => "Workflow instances";

    public override string WithoutDrawing => InPartnership("/instances");

    public override string Part => "instances";
}

/// <summary>One instance on the drawing of the version that it runs.</summary>
internal sealed class InstanceViewerModel(IAntiforgery antiforgery) : DesignerPage(antiforgery)
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = string.Empty;

    public override string Heading => "Workflow instance";

    public override string WithoutDrawing => $"/instances/{Uri.EscapeDataString(Id)}";

    public override string Part => "viewer";
}
