using System.Text;
using Governance.Engine.PlainWords;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Definitions;

/// <summary>One version as it stands, only to be read; and its text as a file.</summary>
internal sealed class VersionModel : DefinitionPage
{
    public ReadDefinition Text { get; private set; } = null!;

    public OutlineShown Shown => new(Text.Outline, At, MayWrite: false);

    public async Task<IActionResult> OnGetAsync(string p, string d, int n)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, p, d, n) is { } no)
        {
            return no;
        }

        Text = Reader.Read(await TextAsync(db));
        return Page();
    }

    /// <summary>The text as it is kept, byte for byte: its hash is the version's.</summary>
    public async Task<IActionResult> OnGetExportAsync(string p, string d, int n)
    {
        await using GovernanceDb db = Reading.Open();
        return await LoadAsync(db, p, d, n) is { } no
            ? no
            : File(
                Encoding.UTF8.GetBytes(await TextAsync(db)),
                "application/json",
                $"{d}-{n}.json"
            );
    }
}
