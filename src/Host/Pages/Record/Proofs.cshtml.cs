using System.Globalization;
using System.Text;
using Governance.Contracts;
using Governance.Modules.Record;
using Governance.Storage;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Record;

/// <summary>What somebody takes away to check the record without believing the service: checkpoint, consistency proof, export.</summary>
[RequestTimeout(milliseconds: 600_000)]
internal sealed class ProofsModel(RecordBook book, RecordTree tree) : RecordPage
{
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    public RecordCheckpointView? Checkpoint { get; private set; }

    public RecordConsistencyProof? Proof { get; private set; }

    public async Task<IActionResult> OnGetAsync(string p)
    {
        if (Enter(p) is { } no)
        {
            return no;
        }

        await tree.CatchUpAsync(p, HttpContext.RequestAborted);
        await using GovernanceDb db = Reading.Open();
        Checkpoint = await book.LatestCheckpointAsync(db, p);
        if (string.IsNullOrWhiteSpace(From))
        {
            return Page();
        }

        if (
            !long.TryParse(
                From.Trim(),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out long from
            )
        )
        {
            ModelState.AddModelError(nameof(From), "Give a whole number of entries.");
            return Page();
        }

        Result<RecordConsistencyProof> proof = await book.ProveConsistencyAsync(db, p, from);
        if (proof.Refusal is { } refusal)
        {
            AddErrors(refusal);
            return Page();
        }

        Proof = proof.Value;
        return Page();
    }

    public async Task<IActionResult> OnGetCheckpointAsync(string p)
    {
        if (Enter(p) is { } no)
        {
            return no;
        }

        await tree.CatchUpAsync(p, HttpContext.RequestAborted);
        await using GovernanceDb db = Reading.Open();
        return await book.LatestCheckpointAsync(db, p) is { } checkpoint
            ? File(
                Encoding.UTF8.GetBytes(checkpoint.Text),
                "text/plain",
                $"checkpoint-{p}-{checkpoint.Size}.txt"
            )
            : Refuse(Refusal.NotFound);
    }

    /// <summary>Streamed: a record may be larger than the memory.</summary>
    public async Task<IActionResult> OnGetExportAsync(string p)
    {
        if (Enter(p) is { } no)
        {
            return no;
        }

        await tree.CatchUpAsync(p, HttpContext.RequestAborted);
        Response.ContentType = "application/x-ndjson";
        Response.Headers.ContentDisposition = $"attachment; filename=record-{p}.ndjson";
        await using GovernanceDb db = Reading.Open();
        await book.ExportAsync(
            db,
            p,
            Response.Body,
            withPayloads: false,
            HttpContext.RequestAborted
        );
        return new EmptyResult();
    }
}
