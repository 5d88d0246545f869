using Governance.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Governance.Tests.Shared;

/// <summary>
/// A database of one test with the services that the test registers on it. <see cref="SqliteStore"/> and
/// <see cref="PostgresStore"/> are the two that every storage suite runs on.
/// </summary>
public abstract class GovernanceStore : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    protected GovernanceStore(
        DatabaseSettings settings,
        Action<IServiceCollection>? register,
        TestClock? clock
    )
    {
        Settings = settings;
        Clock = clock ?? new TestClock();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging();
        services.AddGovernanceStorage(settings);
        register?.Invoke(services);
        services.TryAddSingleton<IRecordActs, UnrecordedActs>();
        _services = services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
        );
        Get<SchemaSetup>().ApplyAsync().GetAwaiter().GetResult();
    }

    public DatabaseSettings Settings { get; }

    public TestClock Clock { get; }

    public Acts Acts => Get<Acts>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public GovernanceDb Read() => Get<IReadGovernance>().OpenReader();

    public virtual async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>For suites below the record: acts go unrecorded.</summary>
    private sealed class UnrecordedActs : IRecordActs
    {
        public Task AppendAsync(Act act, Contracts.Refusal? refusal) => Task.CompletedTask;
    }
}

public sealed class SqliteStore : GovernanceStore
{
    private readonly string _folder;

    /// <param name="maxActsPerCommit">One switches the sharing of commits off, for measurements.</param>
    /// <param name="flushesEveryCommit">False only to measure what the flushes cost.</param>
    public SqliteStore(
        Action<IServiceCollection>? register = null,
        TestClock? clock = null,
        int maxActsPerCommit = DatabaseSettings.DefaultActsPerCommit,
        bool flushesEveryCommit = true
    )
        : this(NewFolder(), register, clock, maxActsPerCommit, flushesEveryCommit) { }

    private SqliteStore(
        string folder,
        Action<IServiceCollection>? register,
        TestClock? clock,
        int maxActsPerCommit,
        bool flushesEveryCommit
    )
        : base(
            new DatabaseSettings(
                DatabaseProvider.Sqlite,
                $"Data Source={Path.Combine(folder, "governance.db")}"
            )
            {
                MaxActsPerCommit = maxActsPerCommit,
                FlushesEveryCommit = flushesEveryCommit,
            },
            register,
            clock
        ) => _folder = folder;

    private static string NewFolder()
    {
        string folder = Directory.CreateTempSubdirectory("governance-sqlite-").FullName;
        SchemaTemplates.CopySqlite(Path.Combine(folder, "governance.db"));
        return folder;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

public sealed class PostgresStore(
    Action<IServiceCollection>? register = null,
    TestClock? clock = null
)
    : GovernanceStore(
        new DatabaseSettings(DatabaseProvider.PostgreSql, SchemaTemplates.CopyPostgres()),
        register,
        clock
    )
{
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        PostgresServer.Current.DropDatabase(Settings.ConnectionString);
    }
}
