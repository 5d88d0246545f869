using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Transfer.Import;

/// <summary>A list and what is to be done with it.</summary>
/// <param name="By">Whose acts its lines are; a key of their own is not looked at.</param>
/// <param name="IsDryRun">Whether it is only judged, and nothing is left behind.</param>
/// <param name="MostRows">A longer one is refused as a whole.</param>
public sealed record ImportRequest(
    string? Kind,
    string PartnershipId,
    ActCaller By,
    bool IsDryRun,
    int MostRows = TransferLimits.MostRows
);

/// <summary>How far it has come.</summary>
public sealed record ImportProgress(int Done, int Of, int Refused);

/// <summary>What it came to.</summary>
public sealed record ImportSummary(
    int Rows,
    int BroughtIn,
    int Proposed,
    int There,
    int Refused,
    bool IsStopped
);

/// <summary>
/// Brings a list in, row by row, each an act of the person who is named. What is there already is left alone, so that the same list may
/// come again, whole or after it was cut off. A dry run judges every row as the run would, on top of those before it, and leaves nothing.
/// </summary>
public sealed class ImportList(Acts acts, IReadGovernance reads, IEnumerable<IImportKind> kinds)
{
    /// <summary>Rows whose rehearsal shares a transaction: few enough that others hardly wait for it.</summary>
    private const int Together = 50;

    private readonly IImportKind[] _kinds = [.. kinds];

    public IImportKind? Find(string? kind) => Array.Find(_kinds, each => each.Name == kind);

    /// <param name="file">Can be read more than once.</param>
    /// <param name="told">Told of each row once it is done, in order; the first time with row null and the header.</param>
    /// <param name="stop">Ends it between two rows.</param>
    /// <returns>The refusal where the list as a whole cannot be used, or the person may not bring it in.</returns>
    public async Task<Result<ImportSummary>> RunAsync(
        ImportRequest asked,
        Stream file,
        DateTime now,
        Func<IReadOnlyList<string>, ListRow, ImportedLine, Task> told,
        IProgress<ImportProgress>? progress = null,
        CancellationToken stop = default
    )
    {
        if (await RefuseAsync(asked, now) is { } refusal)
        {
            return refusal;
        }

        IImportKind kind = Find(asked.Kind)!;
        Result<ListReader> source = ListReader.Open(file, kind.Columns);
        return source.IsRefused ? source.Refusal
            : source.Value.Count > asked.MostRows
                ? TransferRefusals.TooManyForARequest(source.Value.Count)
            : await RunAsync(asked, kind, source.Value, null, told, progress, stop);
    }

    /// <summary>The same for a folder of texts, or a list that names texts beside it (<see cref="TextFolder"/>).</summary>
    public async Task<Result<ImportSummary>> RunAsync(
        ImportRequest asked,
        string path,
        DateTime now,
        Func<IReadOnlyList<string>, ListRow, ImportedLine, Task> told,
        IProgress<ImportProgress>? progress = null,
        CancellationToken stop = default
    )
    {
        if (await RefuseAsync(asked, now) is { } refusal)
        {
            return refusal;
        }

        IImportKind kind = Find(asked.Kind)!;
        if (Directory.Exists(path))
        {
            Result<TextFolder> folder = TextFolder.Open(path, kind);
            return folder.IsRefused
                ? folder.Refusal
                : await RunAsync(asked, kind, folder.Value, null, told, progress, stop);
        }

        await using FileStream file = File.OpenRead(path);
        Result<ListReader> source = ListReader.Open(file, kind.Columns);
        return source.IsRefused
            ? source.Refusal
            : await RunAsync(
                asked,
                kind,
                source.Value,
                name => TextFolder.ReadBeside(path, name),
                told,
                progress,
                stop
            );
    }

    /// <summary>May they bring lists in here? Else every row would be refused, and stand in the record as such.</summary>
    private async Task<Refusal?> RefuseAsync(ImportRequest asked, DateTime now)
    {
        await using GovernanceDb db = reads.OpenReader();
        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            asked.PartnershipId,
            asked.By.PersonId,
            PartnershipsPermissions.BringIn,
            London.DateOf(now)
        );
        return standing.Refusal
            ?? MachinesDecideNothing.Check(asked.By, PartnershipsPermissions.BringIn)
            ?? (Find(asked.Kind) is null ? TransferRefusals.UnknownKind(asked.Kind) : null);
    }

    private async Task<Result<ImportSummary>> RunAsync(
        ImportRequest asked,
        IImportKind kind,
        IListSource source,
        Func<string, Result<string>>? beside,
        Func<IReadOnlyList<string>, ListRow, ImportedLine, Task> told,
        IProgress<ImportProgress>? progress,
        CancellationToken stop
    )
    {
        ImportRows rows = new(
            acts,
            kind,
            new ImportRun(reads, asked.PartnershipId, asked.By) { FileBeside = beside },
            source.Hash
        );
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        int done = 0;
        foreach (ListRow[] part in source.Rows().Chunk(asked.IsDryRun ? Together : 1))
        {
            if (stop.IsCancellationRequested)
            {
                break;
            }

            IReadOnlyList<ImportedLine> lines = asked.IsDryRun
                ? await rows.RehearseAsync(part)
                : [await rows.BringInAsync(part[0])];
            for (int at = 0; at < part.Length; at++)
            {
                ImportedLine line = lines[at];
                counts[line.Result] = counts.GetValueOrDefault(line.Result) + 1;
                await told(source.Header, part[at], line);
            }

            done += part.Length;
            progress?.Report(
                new ImportProgress(
                    done,
                    source.Count,
                    counts.GetValueOrDefault(ImportResults.Refused)
                )
            );
        }

        int proposed = counts.GetValueOrDefault(ImportResults.Proposed);
        return new ImportSummary(
            done,
            counts.GetValueOrDefault(ImportResults.BroughtIn) + proposed,
            proposed,
            counts.GetValueOrDefault(ImportResults.There),
            counts.GetValueOrDefault(ImportResults.Refused),
            done < source.Count
        );
    }
}
