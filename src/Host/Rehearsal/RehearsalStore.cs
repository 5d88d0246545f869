using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Governance.Host.Composition;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Host.Rehearsal;

/// <summary>
/// What only a rehearsal keeps in the database: the mark that it was made for one, the key that signs its tokens, and the time
/// that was set. One table, not in the migrations: a database without it was not created for rehearsal.
/// </summary>
internal sealed class RehearsalStore(
    DatabaseSettings settings,
    IConfiguration configuration,
    IReadGovernance read,
    Upkeep upkeep,
    SchemaAtStart schema
)
{
    /// <summary>The setting that names the time at which a new rehearsal's clock stands; real time without it.</summary>
    public const string ClockSetting = "Rehearsal:Clock";

    private const int Attempts = 5;

    private byte[]? _signingKey;

    /// <summary>The key of this database's tokens, 256 random bits.</summary>
    public byte[] SigningKey =>
        _signingKey ?? throw new InvalidOperationException("The rehearsal is not prepared yet.");

    public bool IsPrepared => _signingKey is not null;

    /// <summary>Refuses a database that holds somebody's real work, brings the schema, and marks a new database.</summary>
    public async Task PrepareAsync()
    {
        if (settings.Provider == DatabaseProvider.SqlServer)
        {
            throw new CannotStartException(
                "A rehearsal runs on SQLite or PostgreSQL. Name one in Database:Provider, or build with -c Release."
            );
        }

        RefuseRealWork();
        await schema.BringAsync();
        for (int attempt = 1; _signingKey is null; attempt++)
        {
            try
            {
                await upkeep.RunAsync(MarkAsync);
                _signingKey = Convert.FromBase64String(
                    Scalar("SELECT \"SigningKey\" FROM \"Rehearsal\"")!
                );
            }
            catch (DbException) when (attempt < Attempts)
            {
                // Another host is creating the table at this moment; on the next attempt it is there.
            }
        }
    }

    /// <summary>The time that was set; null while the rehearsal runs on real time.</summary>
    public DateTime? Now() => Parse(Scalar("SELECT \"Now\" FROM \"Rehearsal\""));

    public Task SetNowAsync(DateTime now) =>
        upkeep.RunAsync(async db =>
        {
            string text = now.ToString("O", CultureInfo.InvariantCulture);
            return await db.Database.ExecuteSqlAsync($"UPDATE \"Rehearsal\" SET \"Now\" = {text}");
        });

    private async Task<int> MarkAsync(GovernanceDb db)
    {
        await db.Database.ExecuteSqlRawAsync(
            "CREATE TABLE IF NOT EXISTS \"Rehearsal\" "
                + "(\"Id\" INTEGER NOT NULL PRIMARY KEY, \"SigningKey\" TEXT NOT NULL, \"Now\" TEXT NULL)"
        );
        string key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        string? now = FirstClock()?.ToString("O", CultureInfo.InvariantCulture);
        return await db.Database.ExecuteSqlAsync(
            $"INSERT INTO \"Rehearsal\" (\"Id\", \"SigningKey\", \"Now\") VALUES (1, {key}, {now}) ON CONFLICT DO NOTHING"
        );
    }

    private DateTime? FirstClock()
    {
        if (configuration[ClockSetting] is not { Length: > 0 } text)
        {
            return null;
        }

        return
            DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out DateTimeOffset at
            ) && RehearsalClockSetting.IsWithinReach(at.UtcDateTime)
            ? Moments.WholeMilliseconds(at.UtcDateTime)
            : throw new CannotStartException(
                $"{ClockSetting} is {text}. Give a moment from 2000 to 2199, for example 2027-02-01T09:00:00Z."
            );
    }

    /// <summary>A rehearsal build changes no database that somebody works in.</summary>
    public void RefuseRealWork()
    {
        // Marked before anybody is loaded: so the people are counted before the mark is looked for.
        bool isInUse =
            HasTable("Partnership")
            && Scalar("SELECT COUNT(*) FROM \"Partnership\" WHERE \"Id\" <> 'installation'")
                is not "0";
        if (isInUse && !HasTable("Rehearsal"))
        {
            throw new CannotStartException(
                "This database was not created for rehearsal, and a rehearsal build does not touch it. "
                    + "Name another in ConnectionStrings:Governance, or build with -c Release."
            );
        }
    }

    private bool HasTable(string table) =>
        Scalar(
            settings.Provider == DatabaseProvider.Sqlite
                ? $"SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '{table}'"
                : $"SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = '{table}'"
        )
            is not "0";

    private string? Scalar(string sql)
    {
        using GovernanceDb db = read.OpenReader();
        db.Database.OpenConnection();
        using DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is { } value and not DBNull
            ? Convert.ToString(value, CultureInfo.InvariantCulture)
            : null;
    }

    private static DateTime? Parse(string? text) =>
        text is null
            ? null
            : DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
