using System.Globalization;
using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Modules.Record;
using Governance.Storage;

namespace Governance.Host.Api;

/// <summary>The record of a partnership: entries, verification from the first one, checkpoints, proofs, the export to check offline.</summary>
internal static class RecordApi
{
    /// <summary>Reading and verifying; the pages ask for the same.</summary>
    public static readonly Permission Read = DutiesMatrix.ReadRecord.Permission("read-record");

    public static void MapRecord(this RouteGroupBuilder api)
    {
        RouteGroupBuilder record = api.MapGroup("/partnerships/{p}/record").WithTags("Record");
        record
            .MapGet(string.Empty, ListAsync)
            .WithSummary("Entries, oldest first.")
            .Produces<RecordPage>();
        record
            .MapGet("/verification", VerifyAsync)
            .WithSummary("Checks every entry from the first on.")
            .Produces<RecordVerification>()
            .WithRequestTimeout(TimeSpan.FromMinutes(10));
        record
            .MapGet("/checkpoint", CheckpointAsync)
            .WithSummary("The latest signed checkpoint.")
            .Produces<RecordCheckpointView>();
        record
            .MapGet("/proofs/inclusion", IncludesAsync)
            .WithSummary("Shows that an entry stands in the tree of the latest checkpoint.")
            .Produces<RecordInclusionProof>();
        record
            .MapGet("/proofs/consistency", ExtendsAsync)
            .WithSummary("Shows that an earlier size is still the record's beginning.")
            .Produces<RecordConsistencyProof>();
        record
            .MapGet("/export", ExportAsync)
            .WithSummary("The whole record for the offline verifier, one JSON object a line.")
            .Produces(StatusCodes.Status200OK, contentType: "application/x-ndjson")
            .WithRequestTimeout(TimeSpan.FromMinutes(10));
    }

    private static async Task<IResult> ListAsync(
        string p,
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading,
        CancellationToken cancellation
    )
    {
        long after = 0;
        if (
            paging.After is not null
            && !long.TryParse(
                paging.After,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out after
            )
        )
        {
            return ResultHttp.Problem(Cursors.Unreadable());
        }

        await using GovernanceDb db = reading.Open();
        return await reading.RefuseAsync(db, p, caller, Read) is { } refusal
            ? ResultHttp.Problem(refusal)
            : TypedResults.Ok(await RecordBook.ReadAsync(db, p, after, paging.Count, cancellation));
    }

    private static async Task<IResult> VerifyAsync(
        string p,
        Caller caller,
        Reading reading,
        LastVerifications verifications,
        CancellationToken cancellation
    )
    {
        await using GovernanceDb db = reading.Open();
        return await reading.RefuseAsync(db, p, caller, Read) is { } refusal
            ? ResultHttp.Problem(refusal)
            : TypedResults.Ok((await verifications.VerifyAsync(p, cancellation)).Found);
    }

    private static async Task<IResult> CheckpointAsync(
        string p,
        Caller caller,
        Reading reading,
        RecordBook book,
        RecordTree tree,
        CancellationToken cancellation
    )
    {
        await using GovernanceDb db = reading.Open();
        if (await reading.RefuseAsync(db, p, caller, Read) is { } refusal)
        {
            return ResultHttp.Problem(refusal);
        }

        await tree.CatchUpAsync(p, cancellation);
        return await book.LatestCheckpointAsync(db, p, cancellation) is { } checkpoint
            ? new SingleResource<RecordCheckpointView>(checkpoint)
            : ResultHttp.Problem(Refusal.NotFound);
    }

    private static async Task<IResult> IncludesAsync(
        string p,
        long entry,
        Caller caller,
        Reading reading,
        RecordBook book,
        RecordTree tree,
        CancellationToken cancellation
    )
    {
        await using GovernanceDb db = reading.Open();
        if (await reading.RefuseAsync(db, p, caller, Read) is { } refusal)
        {
            return ResultHttp.Problem(refusal);
        }

        await tree.CatchUpAsync(p, cancellation);
        return (await book.ProveInclusionAsync(db, p, entry, cancellation)).ToOk();
    }

    private static async Task<IResult> ExtendsAsync(
        string p,
        long from,
        Caller caller,
        Reading reading,
        RecordBook book,
        RecordTree tree,
        CancellationToken cancellation
    )
    {
        await using GovernanceDb db = reading.Open();
        if (await reading.RefuseAsync(db, p, caller, Read) is { } refusal)
        {
            return ResultHttp.Problem(refusal);
        }

        await tree.CatchUpAsync(p, cancellation);
        return (await book.ProveConsistencyAsync(db, p, from, cancellation)).ToOk();
    }

    /// <summary>Without what entries commit to: those texts may be about people, and the chain is checked without them.</summary>
    private static async Task<IResult> ExportAsync(
        string p,
        Caller caller,
        Reading reading,
        RecordBook book,
        RecordTree tree,
        CancellationToken cancellation
    )
    {
        await using (GovernanceDb db = reading.Open())
        {
            if (await reading.RefuseAsync(db, p, caller, Read) is { } refusal)
            {
                return ResultHttp.Problem(refusal);
            }
        }

        await tree.CatchUpAsync(p, cancellation);
        return TypedResults.Stream(
            async stream =>
            {
                await using GovernanceDb db = reading.Open();
                await book.ExportAsync(db, p, stream, withPayloads: false, cancellation);
            },
            "application/x-ndjson",
            $"record-{p}.ndjson"
        );
    }
}
