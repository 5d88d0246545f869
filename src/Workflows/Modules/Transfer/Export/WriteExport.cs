using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Modules.Record;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Transfer.Export;

/// <summary>What an export came to.</summary>
public sealed record ExportSummary(int Files, long Bytes);

/// <summary>
/// Everything of an installation, or of one partnership, as files that need no product to be read (DOMAIN B8.13). It reads one moment of
/// the database while its hosts work on. Reading is not recorded: whoever can run it has the database.
/// </summary>
public sealed class WriteExport(
    IReadGovernance reads,
    RecordBook record,
    RecordTree tree,
    TimeProvider time
)
{
    /// <param name="target">A folder that is not there yet, or an archive where it ends in <c>.zip</c>.</param>
    /// <param name="partnershipId">Whose; null for all.</param>
    /// <returns>404 where no such partnership is.</returns>
    /// <exception cref="IOException">Something stands at the target, or it cannot be written.</exception>
    public async Task<Result<ExportSummary>> RunAsync(
        string target,
        string? partnershipId,
        IProgress<string> progress,
        CancellationToken cancellation = default
    )
    {
        // What has been done so far shall be covered by a checkpoint.
        await tree.CatchUpAllAsync(cancellation);
        DateTime now = Moments.Now(time);
        using IExportPlace place = ExportPlaces.Open(target, now);
        await using ReadSnapshot snapshot = await reads.OpenSnapshotAsync(cancellation);
        GovernanceDb db = snapshot.Db;
        if (
            partnershipId is not null
            && !await db.Set<Partnership>().AnyAsync(each => each.Id == partnershipId, cancellation)
        )
        {
            return Refusal.NotFound;
        }

        ExportFiles files = new(place, progress);
        await TableFiles.WriteAsync(files, db, partnershipId, cancellation);
        await DocumentFiles.WriteAsync(files, db, partnershipId, cancellation);
        await DefinitionFiles.WriteAsync(files, db, partnershipId, cancellation);
        await new RecordFiles(record).WriteAsync(files, db, partnershipId, cancellation);
        await files.WriteAsync(ExportIndex.Name, ExportIndex.Of(partnershipId, now, files.All));
        ExportSummary summary = new(files.All.Count + 1, files.All.Sum(file => file.Bytes));
        await files.WriteAsync(ExportIndex.Sums, ExportIndex.SumsOf(files.All));
        cancellation.ThrowIfCancellationRequested();
        place.Complete();
        return summary;
    }
}
