using System.Text;
using Governance.Modules.Retention;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Governance.Tests.Workflows.Modules.Retention;

/// <summary>Looks for words in every column of every table, and in the bytes of the file where there is one; and plants them.</summary>
internal static class WholeDatabase
{
    /// <summary>The columns that hold one of the words, as <c>Table.Column</c>.</summary>
    public static async Task<string[]> FindAsync(GovernanceStore store, params string[] words)
    {
        await using GovernanceDb db = DesignTimeDb.Create(store.Settings);
        List<string> found = [];
        foreach (
            (string table, string column) in TextColumn
                .Of(db.Model)
                .Select(each => (each.Table, each.Column))
        )
        {
            foreach (string word in words)
            {
                string text = db.Dialect.AsText(column);
                string sql = $"SELECT {text} AS \"Value\" FROM \"{table}\" WHERE {text} LIKE {{0}}";
                List<string> holding = await db
                    .Database.SqlQueryRaw<string>(sql, $"%{word}%")
                    .ToListAsync();
                if (holding.Count > 0)
                {
                    found.Add($"{table}.{column}");
                }
            }
        }

        return [.. found.Distinct()];
    }

    /// <summary>How often the words stand in the files of an SQLite database; 0 for a server, whose files are its own.</summary>
    public static int InFiles(GovernanceStore store, params string[] words)
    {
        if (SqliteFile.Of(store.Settings) is not { } file)
        {
            return 0;
        }

        return new[] { "", "-wal" }
            .Select(suffix => file + suffix)
            .Where(File.Exists)
            .Sum(path =>
            {
                using var stream = new FileStream(
                    path,
                    FileMode.Open,
                    FileAccess.Read,
                    FileShare.ReadWrite
                );
                byte[] bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                return words.Count(word =>
                    bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0
                );
            });
    }

    /// <summary>One row more in every table, with the words in each column that can hold words, past all rules.</summary>
    /// <param name="id">Stands in every column that can hold an id.</param>
    public static async Task PlantAsync(
        GovernanceStore store,
        IReadOnlySet<string> without,
        string id,
        Func<TextKind, string> words
    )
    {
        await using GovernanceDb db = DesignTimeDb.Create(store.Settings);
        await db.Database.OpenConnectionAsync();
        await WithoutRulesAsync(db);
        foreach (
            IGrouping<IEntityType, IProperty> table in Columns(db)
                .GroupBy(each => each.Entity, each => each.Property)
                .Where(each => !without.Contains(each.Key.GetTableName()!))
        )
        {
            // A number that the database gives is its own.
            IProperty[] columns =
            [
                .. table.Where(each =>
                    each.ClrType != typeof(long) || each.ValueGenerated != ValueGenerated.OnAdd
                ),
            ];
            TextColumn[] documents =
            [
                .. TextColumn
                    .Of(db.Model)
                    .Where(each => each.Table == table.Key.GetTableName() && each.IsNested)
                    .Where(each => columns.All(column => column.GetColumnName() != each.Column)),
            ];
            string sql =
                $"INSERT INTO \"{table.Key.GetTableName()}\" ({string.Join(", ", columns.Select(each => each.GetColumnName()).Concat(documents.Select(each => each.Column)).Select(each => $"\"{each}\""))}) "
                + $"VALUES ({string.Join(", ", columns.Select((_, at) => $"{{{at}}}").Concat(documents.Select((each, at) => $"CAST({{{columns.Length + at}}} AS {each.StoreType})")))})";
            await db.Database.ExecuteSqlRawAsync(
                sql,
                columns
                    .Select(each => ValueOf(db, table.Key, each, id, words))
                    .Concat(documents.Select(_ => $"[{{\"Text\":\"{words(TextKind.Text)}\"}}]"))
            );
        }
    }

    public static IEnumerable<(IEntityType Entity, IProperty Property)> Columns(GovernanceDb db) =>
        from entity in db.Model.GetEntityTypes()
        where entity.GetTableName() is not null && !entity.IsMappedToJson()
        from property in entity.GetProperties()
        select (entity, property);

    private static async Task WithoutRulesAsync(GovernanceDb db)
    {
        if (db.LocksRows)
        {
            await db.Database.ExecuteSqlRawAsync(
                """
                SET session_replication_role = replica;
                DO $$ DECLARE key record; BEGIN
                    FOR key IN SELECT conrelid::regclass AS tab, conname FROM pg_constraint WHERE contype = 'f' LOOP
                        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', key.tab, key.conname);
                    END LOOP;
                END $$;
                """
            );
            return;
        }

        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF");
        foreach (
            string trigger in await db
                .Database.SqlQueryRaw<string>(
                    "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger'"
                )
                .ToListAsync()
        )
        {
            string drop = $"DROP TRIGGER \"{trigger}\"";
            await db.Database.ExecuteSqlRawAsync(drop);
        }
    }

    private static object ValueOf(
        GovernanceDb db,
        IEntityType entity,
        IProperty property,
        string id,
        Func<TextKind, string> words
    )
    {
        Type type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type == typeof(string))
        {
            TextKind kind = KindOf(entity, property);
            string text = kind == TextKind.Code ? id : words(kind);
            return property.GetMaxLength() is { } most && text.Length > most
                ? id[..Math.Min(most, id.Length)]
                : text;
        }

        return type == typeof(DateTime) ? new DateTime(2027, 2, 3, 9, 0, 0, DateTimeKind.Utc)
            : type == typeof(DateOnly) ? new DateOnly(2027, 2, 3)
            : type == typeof(bool) ? false
            : type == typeof(byte[]) ? new byte[32]
            : type == typeof(int) || type.IsEnum ? 1
            : type == typeof(long) ? 1L
            : ListOf(
                db,
                type,
                KindOf(entity, property) == TextKind.Code ? id : words(TextKind.Text)
            );
    }

    private static TextKind KindOf(IEntityType entity, IProperty property) =>
        PersonTexts.Kinds.GetValueOrDefault((entity.GetTableName()!, property.GetColumnName()));

    private static object ListOf(GovernanceDb db, Type list, string word) =>
        !db.LocksRows
            ? list == typeof(List<string>)
                ? $"[\"{word}\"]"
                : "[]"
            : list == typeof(List<string>)
                ? new[] { word }
                : Array.CreateInstance(list.GetGenericArguments()[0], 0);
}
