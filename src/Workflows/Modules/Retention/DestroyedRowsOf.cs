using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Governance.Contracts.Retention;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Governance.Modules.Retention;

/// <summary>Takes rows away, and keeps of them how many there were and a hash of what they said.</summary>
internal static class DestroyedRowsOf
{
    /// <summary>In one go: the order in which the tables depend on each other is the model's to know.</summary>
    public static async Task<IReadOnlyList<DestroyedRows>> RemoveAsync(
        GovernanceDb db,
        IReadOnlyList<IQueryable<object>> queries
    )
    {
        var lines = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (IQueryable<object> query in queries)
        {
            foreach (object row in await query.AsTracking().ToListAsync())
            {
                EntityEntry entry = db.Entry(row);
                string table = entry.Metadata.GetTableName()!;
                if (!lines.TryGetValue(table, out List<string>? ofTable))
                {
                    lines[table] = ofTable = [];
                }

                ofTable.Add(Line(entry));
                entry.State = EntityState.Deleted;
            }
        }

        await db.SaveChangesAsync();
        return
        [
            .. lines.Select(table => new DestroyedRows(
                table.Key,
                table.Value.Count,
                Hash(table.Value)
            )),
        ];
    }

    /// <summary>A row with its columns by name: the same row gives the same line on every database.</summary>
    private static string Line(EntityEntry entry) =>
        JsonSerializer.Serialize(
            new SortedDictionary<string, object?>(
                entry.Properties.ToDictionary(
                    property => property.Metadata.Name,
                    property => property.CurrentValue
                ),
                StringComparer.Ordinal
            )
        );

    private static string Hash(List<string> lines)
    {
        lines.Sort(StringComparer.Ordinal);
        return Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines)))
        );
    }
}
