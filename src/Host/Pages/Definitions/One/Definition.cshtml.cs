using Governance.Contracts.Definitions;
using Governance.Engine.PlainWords;
using Governance.Modules.Definitions;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Definitions;

/// <summary>One definition as headings, in its latest version, with what stands against it and all its versions.</summary>
internal sealed class DefinitionModel : DefinitionPage
{
    public ReadDefinition Text { get; private set; } = null!;

    public OutlineShown Shown => new(Text.Outline, At, MayWrite) { Against = Text.Against };

    /// <summary>The latest; null where none is kept.</summary>
    public DefinitionRehearsed? Rehearsal { get; private set; }

    /// <summary>What the three seats sign; null while nothing of it is before them.</summary>
    public FrameworkChangeLine? Signed { get; private set; }

    public async Task<IActionResult> OnGetAsync(string p, string d)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, p, d) is { } no)
        {
            return no;
        }

        Text = Reader.Read(await TextAsync(db));
        Signed = await FrameworkChangeBook.OpenAsync(db, p, d);
        Rehearsal = (await RehearseDefinition.ListAsync(db, p, d, take: 1)).SingleOrDefault();
        return Page();
    }
}

/// <param name="At">The definition's own address.</param>
/// <param name="MayWrite">Whether the steps lead to what changes them.</param>
internal sealed record OutlineShown(DefinitionOutline? Outline, string At, bool MayWrite)
{
    /// <summary>What stands against publishing is said again at its step.</summary>
    public IReadOnlyList<DefinitionFinding> Against { get; init; } = [];
}
