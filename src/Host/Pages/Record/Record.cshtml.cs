using System.Globalization;
using Governance.Modules.Record;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Record;

/// <summary>The entries, newest first: all, those about one subject, or only what was refused. The address keeps the place.</summary>
internal sealed class RecordModel : RecordPage
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public string? Entry { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Refused { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    public long Count { get; private set; }

    public bool IsFiltered => Refused || Subject is not null;

    public RecordPart Part { get; private set; } = new([], null, null);

    public async Task<IActionResult> OnGetAsync(string p, string? after, string? before)
    {
        if (Enter(p) is { } no)
        {
            return no;
        }

        await using GovernanceDb db = Reading.Open();
        Count = await RecordListing.CountAsync(db, p);
        if (!string.IsNullOrWhiteSpace(Entry))
        {
            if (Number(Entry.Trim()) is { } wanted && wanted >= 1 && wanted <= Count)
            {
                return Redirect($"{At}/entries/{wanted}");
            }

            ModelState.AddModelError(nameof(Entry), $"Give the number of an entry, 1 to {Count}.");
        }

        Part = await RecordListing.ListAsync(
            db,
            p,
            new RecordFilter(Type, Subject, Refused),
            new HistoryPart(Number(after), Number(before), PageSize)
        );
        await NameAsync(db, Part.Items);
        return Page();
    }

    /// <summary>A cursor of an address that somebody wrote themselves counts as none.</summary>
    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : null;
}
