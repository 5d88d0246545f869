using Governance.Host.Composition;
using Governance.Storage;
using Npgsql;
using Quartz;

namespace Governance.Host.Housekeeping;

/// <summary>
/// Decides which host does the housekeeping: a scheduler of Quartz, clustered over the server's database, by the database's clock. A
/// dead host's duties move by themselves. On SQLite there is one host, and its scheduler is kept in memory.
/// </summary>
internal static class HousekeepingModule
{
    private const string Name = "governance";

    /// <summary>How soon the others notice that a host is dead: the sum of both at most.</summary>
    private static readonly TimeSpan SaysItIsAlive = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan IsMissed = TimeSpan.FromSeconds(10);

    public static void AddHousekeeping(
        this WebApplicationBuilder builder,
        DatabaseSettings settings
    )
    {
        DatabaseClock clock = (DatabaseClock)
            builder
                .Services.Single(service => service.ServiceType == typeof(DatabaseClock))
                .ImplementationInstance!;
        builder.Services.AddSingleton<Duties>();
        // By name: what is given to a scheduler without one becomes everybody's, its clock among it.
        builder.Services.AddQuartz(
            Name,
            quartz =>
            {
                quartz.UseTimeProvider(clock);
                quartz.UseDefaultThreadPool(Duty.All.Length);
                quartz.ConfigureScheduler(scheduler =>
                    scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always
                );
                if (settings.Provider == DatabaseProvider.Sqlite)
                {
                    quartz.UseInMemoryStore(_ => { });
                }
                else
                {
                    quartz.UsePersistentStore(store => Share(store, settings));
                }

                foreach (Duty duty in Duty.All)
                {
                    quartz.AddJob<DutyJob>(job => job.WithIdentity(duty.Name).StoreDurably());
                    quartz.AddTrigger<DutyJob>(
                        (_, trigger) =>
                            trigger
                                .ForJob(new JobKey(duty.Name))
                                .WithIdentity($"{duty.Name} every {duty.Every}")
                                .StartAt(clock.GetUtcNow() + duty.First)
                                .WithSimpleSchedule(duty.Every)
                    );
                }
            }
        );
        // What stands in the database stays: a host that starts does not begin everybody's schedule anew.
        builder.Services.Configure<QuartzOptions>(
            Name,
            quartz =>
            {
                quartz.Scheduling.OverwriteExistingData = false;
                quartz.Scheduling.IgnoreDuplicates = true;
            }
        );
        builder.Services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
        if (settings.Provider != DatabaseProvider.Sqlite)
        {
            builder.Services.AddSingleton<ISchemaGuest, QuartzTables>();
        }
    }

    /// <summary>The tables are made with the schema, so a host that may not change it finds them.</summary>
    private static void Share(IPersistentStoreBuilder store, DatabaseSettings settings)
    {
        Use(store, settings);
        store.UseClustering(cluster =>
        {
            cluster.CheckinInterval = SaysItIsAlive;
            cluster.CheckinMisfireThreshold = IsMissed;
        });
    }

    private static void Use(IPersistentStoreBuilder store, DatabaseSettings settings)
    {
#if SQLSERVER
        if (settings.Provider == DatabaseProvider.SqlServer)
        {
            store.UseSqlServer(
                Microsoft.Data.SqlClient.SqlClientFactory.Instance,
                settings.ConnectionString
            );
            return;
        }
#endif
        store.UsePostgres(NpgsqlFactory.Instance, settings.ConnectionString);
    }

    /// <summary>Quartz makes what it needs and is told to do nothing else.</summary>
    private sealed class QuartzTables : ISchemaGuest
    {
        public async Task ApplyAsync(DatabaseSettings settings, CancellationToken cancellation)
        {
            IScheduler scheduler = await QuartzSchedulerBuilder
                .Create(quartz =>
                {
                    quartz.ConfigureScheduler(only => only.InstanceName = $"{Name} schema");
                    quartz.UsePersistentStore(store =>
                    {
                        Use(store, settings);
                        store.ProvisionSchema();
                    });
                })
                .BuildScheduler(cancellation);
            await scheduler.Shutdown(cancellationToken: cancellation);
        }
    }
}
