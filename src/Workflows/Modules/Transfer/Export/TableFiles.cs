using System.Text;
using System.Text.Json;
using Governance.Storage;

namespace Governance.Modules.Transfer.Export;

/// <summary>
/// Each table twice, as JSON Lines and for a spreadsheet, out of the same moment. An archive takes one file at a time, so a table is read
/// once for each.
/// </summary>
internal static class TableFiles
{
    private const int ToldEvery = 10_000;
    private const int FlushedAt = 32 * 1024;
    private static readonly byte[] LineFeed = "\n"u8.ToArray();

    public static async Task WriteAsync(
        ExportFiles files,
        GovernanceDb db,
        string? partnershipId,
        CancellationToken cancellation
    )
    {
        for (int at = 0; at < ExportTables.All.Count; at++)
        {
            ExportTable table = ExportTables.All[at];
            var rows = new TableRows(db.Model, table);
            string place = $"table {at + 1} of {ExportTables.All.Count}, {table.FileName}";
            IAsyncEnumerable<IReadOnlyList<object?>> Read() =>
                rows.ReadAsync(db, partnershipId, cancellation);
            long? count = await files.WriteAsync(
                $"tables/{table.FileName}.jsonl",
                to => WriteLinesAsync(to, rows.Names, Read(), n => files.Tell($"{place}: {n} …"))
            );
            await files.WriteAsync(
                $"tables/{table.FileName}.csv",
                to => WriteCellsAsync(to, rows.Names, Read())
            );
            files.Tell($"{place}: {count}");
        }
    }

    private static async Task<long?> WriteLinesAsync(
        Stream to,
        IReadOnlyList<string> names,
        IAsyncEnumerable<IReadOnlyList<object?>> rows,
        Action<long> tell
    )
    {
        long count = 0;
        using var line = new MemoryStream();
        await using var json = new Utf8JsonWriter(line, ExportedValue.Writing);
        await foreach (IReadOnlyList<object?> row in rows)
        {
            json.WriteStartObject();
            for (int at = 0; at < names.Count; at++)
            {
                ExportedValue.Write(json, names[at], row[at]);
            }

            json.WriteEndObject();
            json.Flush();
            json.Reset();
            line.Write(LineFeed);
            if (line.Length > FlushedAt)
            {
                line.WriteTo(to);
                line.SetLength(0);
            }

            if (++count % ToldEvery == 0)
            {
                tell(count);
            }
        }

        line.WriteTo(to);
        return count;
    }

    private static async Task<long?> WriteCellsAsync(
        Stream to,
        IReadOnlyList<string> names,
        IAsyncEnumerable<IReadOnlyList<object?>> rows
    )
    {
        long count = 0;
        await to.WriteAsync(CsvText.Mark);
        await to.WriteAsync(Encoding.UTF8.GetBytes(CsvText.Line(names)));
        await foreach (IReadOnlyList<object?> row in rows)
        {
            await to.WriteAsync(
                Encoding.UTF8.GetBytes(CsvText.Line(row.Select(ExportedValue.CellOf)))
            );
            count++;
        }

        return count;
    }
}
