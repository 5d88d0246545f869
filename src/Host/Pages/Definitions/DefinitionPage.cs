using Governance.Contracts;
using Governance.Engine.PlainWords;
using Governance.Modules.Definitions;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Definitions;

/// <summary>A page about one workflow definition, in one of its versions.</summary>
internal abstract class DefinitionPage : GovernancePage
{
    public DefinitionLine Definition { get; private set; } = null!;

    /// <summary>The version that the page is about: the latest, unless another is asked for.</summary>
    public DefinitionVersionLine Version { get; private set; } = null!;

    public string At => AddressOf(Partnership!, Definition.Id);

    public bool MayWrite => Viewer.May(Partnership!, DefinitionsPermissions.Configure);

    /// <summary>Whether somebody may begin something by it: one of the partnership's own that is published.</summary>
    public bool MayStart => Definition is { IsFramework: false, Published: not null };

    protected DefinitionReader Reader =>
        HttpContext.RequestServices.GetRequiredService<DefinitionReader>();

    public static string ListOf(string partnership) =>
        $"/partnerships/{Uri.EscapeDataString(partnership)}/definitions";

    public static string AddressOf(string partnership, string definition) =>
        $"{ListOf(partnership)}/{Uri.EscapeDataString(definition)}";

    /// <summary>Null when the viewer may see the version; whoever may not write gets no page that writes.</summary>
    protected async Task<IActionResult?> LoadAsync(
        GovernanceDb db,
        string partnership,
        string definition,
        int? version = null,
        bool writes = false
    )
    {
        Partnership = partnership;
        if (
            RefuseUnless(
                partnership,
                writes ? DefinitionsPermissions.Configure : DefinitionsPermissions.Read
            ) is
            { } no
        )
        {
            return no;
        }

        if (
            await DefinitionOverview.FindAsync(db, partnership, definition) is not { } found
            || found.Versions.FirstOrDefault(one => version is null || one.Version == version)
                is not { } shown
        )
        {
            return Refuse(Refusal.NotFound);
        }

        Definition = found;
        Version = shown;
        return null;
    }

    protected async Task<string> TextAsync(GovernanceDb db) =>
        (await DefinitionOverview.TextAsync(db, Partnership!, Version.Id))!;
}
