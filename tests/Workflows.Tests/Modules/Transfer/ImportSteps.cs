using System.Text;
using Governance.Contracts;
using Governance.Modules.Record;
using Governance.Modules.Transfer.Import;
using Governance.Storage;
using Governance.Tests.Workflows.Framework;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Workflows.Modules.Transfer;

/// <summary>Lists on their way into the partnership of a <see cref="PolicyWorld"/>.</summary>
internal static class ImportSteps
{
    public static async Task<ImportAnswer> ImportAsync(
        this PolicyWorld world,
        string kind,
        string csv,
        bool isDryRun = false,
        string by = "unit",
        Action<ImportedLine>? told = null,
        CancellationToken stop = default
    )
    {
        List<ImportedLine> lines = [];
        Result<ImportSummary> came = await world
            .Store.Get<ImportList>()
            .RunAsync(
                new ImportRequest(kind, PolicyWorld.Place, new ActCaller(by), isDryRun),
                new MemoryStream(Encoding.UTF8.GetBytes(csv)),
                world.Clock.Now,
                (_, _, line) =>
                {
                    lines.Add(line);
                    told?.Invoke(line);
                    return Task.CompletedTask;
                },
                stop: stop
            );
        Assert.True(came.Refusal is null, came.Refusal?.Message);
        return Answer(kind, isDryRun, came.Value, lines);
    }

    public static async Task<ImportAnswer> ImportPathAsync(
        this PolicyWorld world,
        string kind,
        string path,
        bool isDryRun = false
    )
    {
        List<ImportedLine> lines = [];
        Result<ImportSummary> came = await world
            .Store.Get<ImportList>()
            .RunAsync(
                new ImportRequest(kind, PolicyWorld.Place, new ActCaller("unit"), isDryRun),
                path,
                world.Clock.Now,
                (_, _, line) =>
                {
                    lines.Add(line);
                    return Task.CompletedTask;
                }
            );
        Assert.True(came.Refusal is null, came.Refusal?.Message);
        return Answer(kind, isDryRun, came.Value, lines);
    }

    /// <summary>How many rows there are in all tables together, and in the records.</summary>
    public static async Task<long> RowsAsync(this PolicyWorld world)
    {
        await using GovernanceDb db = world.Store.Read();
        long rows = await db.Set<RecordEntry>().LongCountAsync();
        foreach (
            string table in db
                .Model.GetEntityTypes()
                .Select(entity => entity.GetTableName())
                .OfType<string>()
                .Distinct()
        )
        {
#pragma warning disable EF1002 // The name of a table of the model.
            rows += await db
                .Database.SqlQueryRaw<long>($"SELECT COUNT(*) AS \"Value\" FROM \"{table}\"")
                .SingleAsync();
#pragma warning restore EF1002
        }

        return rows;
    }

    private static ImportAnswer Answer(
        string kind,
        bool isDryRun,
        ImportSummary came,
        List<ImportedLine> lines
    ) =>
        new(
            kind,
            isDryRun,
            came.Rows,
            came.BroughtIn,
            came.Proposed,
            came.There,
            came.Refused,
            lines
        );
}
