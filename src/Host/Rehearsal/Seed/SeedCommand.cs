using Governance.Host.Composition;
using Governance.Modules;
using Governance.Modules.Calendars;
using Governance.Modules.Policies;
using Governance.Modules.Record;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Host.Rehearsal.Seed;

/// <summary>
/// <c>seed --policies N [--partnership P]</c>: example policies with histories over past years, up to N in all, made by the
/// product's own acts in the order of their time. It goes on from what is there; interrupted, it stops after the acts under way.
/// </summary>
internal static class SeedCommand
{
    private const int Callers = 64;
    private const int Years = 3;
    private const int MostPolicies = 1_000_000;

    public static async Task<int> RunAsync(IServiceProvider host)
    {
        IConfiguration configuration = host.GetRequiredService<IConfiguration>();
        if (
            !int.TryParse(configuration["policies"], out int total)
            || total is < 1 or > MostPolicies
        )
        {
            throw new CannotStartException(
                $"seed --policies N [--partnership P]: N is 1 to {MostPolicies}, the number of policies there shall be."
            );
        }

        using CancellationTokenSource stopping = new();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stopping.Cancel();
        };
        SeedClock clock = new();
        await using ServiceProvider services = Services(host, clock);
        DateTime now = Moments.Now(host.GetRequiredService<TimeProvider>());
        IReadGovernance read = services.GetRequiredService<IReadGovernance>();
        SeedPeople people = await SeedPeople.LoadAsync(
            read,
            configuration["partnership"] ?? ExampleData.Partnerships[0].Id,
            now
        );
        (int there, DateTime[] times) = await LookAsync(read, people.PartnershipId, now);
        if (there >= total)
        {
            await Console.Error.WriteLineAsync($"There are {there:N0} policies already.");
            return CommandLine.Done;
        }

        SeedProgress progress = new(there, total);
        SeedRun run = new(services, clock, people, times, progress);
        bool finished = await run.RunAsync(there, total, Callers, stopping.Token);
        progress.Tell(finished ? "Done." : "Stopped; run the same again to go on.");
        if (finished)
        {
            await SeedMeetings.AddAsync(services, clock, people, times[^1]);
            progress.Tell("Following the record with its tree and checkpoints.");
            await services.GetRequiredService<RecordTree>().CatchUpAllAsync(CancellationToken.None);
        }

        return finished ? CommandLine.Done : CommandLine.Disagrees;
    }

    /// <summary>How many policies there are, and the working times of the past years.</summary>
    private static async Task<(int There, DateTime[] Times)> LookAsync(
        IReadGovernance read,
        string partnershipId,
        DateTime now
    )
    {
        await using GovernanceDb db = read.OpenReader();
        int there = await db.Set<Policy>().CountAsync(each => each.PartnershipId == partnershipId);
        WorkingCalendar calendar = await CalendarBook.CurrentAsync(db, CalendarIds.EnglandAndWales);
        DateOnly today = London.DateOf(now);
        List<DateTime> times = [];
        for (DateOnly day = today.AddYears(-Years); day < today; day = day.AddDays(1))
        {
            if (calendar.IsWorkingDay(day))
            {
                times.AddRange(
                    Enumerable.Range(0, SeedClock.TimesADay).Select(time => SeedClock.At(day, time))
                );
            }
        }

        return (there, [.. times]);
    }

    /// <summary>The product's own services on the same database, but for the time.</summary>
    private static ServiceProvider Services(IServiceProvider host, SeedClock clock)
    {
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(clock);
        services.AddLogging();
        services.AddGovernanceStorage(host.GetRequiredService<DatabaseSettings>());
        services.AddGovernanceModules(
            Composition.Services.SigningKeyOf(
                host.GetRequiredService<IConfiguration>(),
                host.GetRequiredService<IHostEnvironment>()
            )
        );
        return services.BuildServiceProvider();
    }
}
