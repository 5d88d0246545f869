using Governance.Contracts;
using Governance.Modules.Library;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Library;

/// <summary>A published text with what proves it: the one in force, or at its own address one that was.</summary>
internal sealed class LibraryTextModel : PublicPage
{
    public LibraryAnswer Text { get; private set; } = null!;

    public ShownText Shown { get; private set; } = new("", []);

    public async Task<IActionResult> OnGetAsync(string slug, int? n)
    {
        await using GovernanceDb db = Reading.Open();
        Result<LibraryAnswer> found = n is { } number
            ? await LibraryBook.VersionAsync(db, slug, number, Reading.Now)
            : await LibraryBook.FindAsync(db, slug, Reading.Now);
        return Show(
            found,
            text =>
            {
                Text = text;
                Shown = ShownText.Of(text.Html);
                LeadAround(text.Partnership);
            }
        );
    }
}
