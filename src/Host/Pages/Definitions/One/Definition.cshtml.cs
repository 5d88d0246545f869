using Governance.Engine.PlainWords;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Definitions;

/// <summary>One definition as headings, in its latest version, with what stands against it and all its versions.</summary>
internal sealed class DefinitionModel : DefinitionPage
{
    public ReadDefinition Text { get; private set; } = null!;

    public OutlineShown Shown => new(Text.Outline, At, MayWrite);

    public async Task<IActionResult> OnGetAsync(string p, string d)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, p, d) is { } no)
        {
            return no;
        }

        Text = Reader.Read(await TextAsync(db));
        return Page();
    }
}

/// <param name="At">The definition's own address.</param>
/// <param name="MayWrite">Whether the steps lead to what changes them.</param>
internal sealed record OutlineShown(DefinitionOutline? Outline, string At, bool MayWrite);
