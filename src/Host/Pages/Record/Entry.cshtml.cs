using Governance.Contracts;
using Governance.Modules.Record;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Record;

/// <summary>One entry in words, and what proves that it stands in the record.</summary>
internal sealed class EntryModel(RecordBook book, RecordTree tree) : RecordPage
{
    public RecordedEntry Entry { get; private set; } = null!;

    public long Count { get; private set; }

    /// <summary>Null when no checkpoint covers the entry, or when what is stored gives no proof.</summary>
    public RecordInclusionProof? Proof { get; private set; }

    public Refusal? NoProof { get; private set; }

    public string SubjectAt =>
        $"{At}?type={Uri.EscapeDataString(Entry.Subject.Type)}&subject={Uri.EscapeDataString(Entry.Subject.Id)}";

    public async Task<IActionResult> OnGetAsync(string p, long n)
    {
        if (Enter(p) is { } no)
        {
            return no;
        }

        await tree.CatchUpAsync(p, HttpContext.RequestAborted);
        await using GovernanceDb db = Reading.Open();
        if (await RecordListing.FindAsync(db, p, n) is not { } entry)
        {
            return Refuse(Refusal.NotFound);
        }

        Entry = entry;
        Count = await RecordListing.CountAsync(db, p);
        Result<RecordInclusionProof> proof = await book.ProveInclusionAsync(db, p, n);
        Proof = proof.IsRefused ? null : proof.Value;
        NoProof = proof.Refusal;
        await NameAsync(db, [entry]);
        return Page();
    }
}
