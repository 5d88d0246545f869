using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Library;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Governance.Host.Pages.Library;

/// <summary>What is in force in a partnership, for everybody: by class, by words of the title, part by part.</summary>
internal sealed class LibraryListModel : PublicPage
{
    private const int AtATime = 25;
    private const int LongestCursor = 100;

    [BindProperty(SupportsGet = true)]
    public string? Class { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    public string PartnershipId { get; private set; } = "";

    public string PartnershipName { get; private set; } = "";

    public LibraryList Texts { get; private set; } = new([], null, null);

    public static IEnumerable<Choice> Classes =>
        DocumentClasses.All.Select(each => new Choice(each, Pages.Words.Class(each)));

    public bool IsFiltered => !string.IsNullOrEmpty(Class) || !string.IsNullOrWhiteSpace(Words);

    public async Task<IActionResult> OnGetAsync(string p, string? after, string? before)
    {
        PartnershipId = p;
        await using GovernanceDb db = Reading.Open();
        // An address that somebody shortened by hand leads to the start of the list.
        string? known = DocumentClasses.All.Contains(Class) ? Class : null;
        Result<LibraryList> found = await LibraryBook.ListAsync(
            db,
            p,
            new LibraryQuery(known, Words, Cursor(after), Cursor(before), AtATime)
        );
        if (found.IsRefused)
        {
            return Refuse(found.Refusal);
        }

        PartnershipName = await db.Set<Partnership>()
            .Where(partnership => partnership.Id == p)
            .Select(partnership => partnership.Name)
            .SingleAsync();
        LeadAround(p);
        return Show(found, texts => Texts = texts);
    }

    private static string? Cursor(string? given) =>
        string.IsNullOrEmpty(given) || given.Length > LongestCursor ? null : given;
}
