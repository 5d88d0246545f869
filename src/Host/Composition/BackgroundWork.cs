using Governance.Host.Housekeeping;
using Governance.Host.Sending;
using Governance.Modules.Notices;
using Governance.Modules.Record;
using Governance.Storage;

namespace Governance.Host.Composition;

/// <summary>
/// What every host does by itself: due timers and notices that leave the service, of which any host takes any; the verification that its
/// pages rest on; the database's clock. What one host does for all is <see cref="Duties"/>. What fails is logged and tried again.
/// </summary>
internal sealed class BackgroundWork(
    DueWork due,
    LastVerifications verifications,
    IReadGovernance read,
    DatabaseClock clock,
    SendDeliveries deliveries,
    FollowTeamsChannels teams,
    NoticeSettings notices,
    ILogger<BackgroundWork> logger
) : BackgroundService
{
    /// <summary>How long a timer that another host has set may go unnoticed.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan VerifiedFirst = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan VerifiedEvery = TimeSpan.FromHours(24);
    private static readonly TimeSpan ClockEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ClockMayDiffer = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SendEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private bool _followedTeams;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            RepeatAsync("timers", RunDueAsync, stoppingToken),
            RepeatAsync("verification", VerifyRecordsAsync, stoppingToken, VerifiedFirst),
            RepeatAsync("clock", FollowDatabaseClockAsync, stoppingToken, ClockEvery),
            RepeatAsync("notices", SendAsync, stoppingToken)
        );

    private async Task<TimeSpan> RunDueAsync(CancellationToken stopping)
    {
        await due.RunAllAsync(stopping);
        TimeSpan next = await due.UntilNextAsync(stopping) ?? Look;
        return next < Shortest ? Shortest
            : next > Look ? Look
            : next;
    }

    /// <summary>Every entry from the first on, soon after the start and once a day: a failure shows on every page it concerns.</summary>
    private async Task<TimeSpan> VerifyRecordsAsync(CancellationToken stopping)
    {
        foreach (
            (string partnership, LastVerification last) in await verifications.VerifyAllAsync(
                stopping
            )
        )
        {
            if (!last.Found.Ok)
            {
                logger.LogBroken(partnership, last.Found);
            }
        }

        return VerifiedEvery;
    }

    private async Task<TimeSpan> FollowDatabaseClockAsync(CancellationToken stopping)
    {
        await using GovernanceDb db = read.OpenReader();
        TimeSpan wrong = await clock.FollowAsync(db, stopping);
        if (wrong.Duration() > ClockMayDiffer)
        {
            logger.LogWarning(
                "This machine's clock is {Seconds} seconds off the database's, which is the one that counts",
                (long)wrong.TotalSeconds
            );
        }

        return ClockEvery;
    }

    /// <summary>Nothing is looked for where nothing could go out.</summary>
    private async Task<TimeSpan> SendAsync(CancellationToken stopping)
    {
        if (!_followedTeams)
        {
            await teams.RunAsync(
                [.. notices.Teams.Select(target => (target.Partnership, target.For))],
                stopping
            );
            _followedTeams = true;
        }

        if (!deliveries.HasChannels)
        {
            return Timeout.InfiniteTimeSpan;
        }

        await deliveries.RunAsync(stopping);
        return SendEvery;
    }

    /// <summary>Does the work, waits as long as it says, and again, until the host stops.</summary>
    private async Task RepeatAsync(
        string name,
        Func<CancellationToken, Task<TimeSpan>> work,
        CancellationToken stopping,
        TimeSpan first = default
    )
    {
        await Task.Delay(first, RealTime.Clock, stopping)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stopping.IsCancellationRequested)
        {
            TimeSpan wait;
            try
            {
                wait = await work(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                logger.LogError(
                    "Background work {Work} failed with {Kind} and is tried again: {Stack}",
                    name,
                    failure.GetType().FullName,
                    failure.StackTrace
                );
                wait = AfterFailure;
            }

            await Task.Delay(wait, RealTime.Clock, stopping)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
