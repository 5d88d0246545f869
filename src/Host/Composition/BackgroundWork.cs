using Governance.Contracts;
using Governance.Host.Sending;
using Governance.Modules.Escalation;
using Governance.Modules.Library;
using Governance.Modules.Meetings;
using Governance.Modules.Notices;
using Governance.Modules.Record;
using Governance.Storage;

namespace Governance.Host.Composition;

/// <summary>
/// What a host does by itself: due timers, notices that leave the service, the record's tree and checkpoints, texts that the library's catalogue lacks, the purge of
/// old answers. Hosts need not agree who does it. What fails is logged and tried again; nothing is lost by stopping in the middle.
/// </summary>
internal sealed class BackgroundWork(
    DueWork due,
    RecordTree tree,
    LastVerifications verifications,
    LibraryCatalogue catalogue,
    InstallStructure structure,
    InstallLadders ladders,
    SendDeliveries deliveries,
    FollowTeamsChannels teams,
    NoticeSettings notices,
    Upkeep upkeep,
    TimeProvider time,
    ILogger<BackgroundWork> logger
) : BackgroundService
{
    /// <summary>How long a timer that another host has set may go unnoticed.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan TreeEvery = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan VerifiedFirst = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan VerifiedEvery = TimeSpan.FromHours(24);
    private static readonly TimeSpan CatalogueEvery = TimeSpan.FromHours(1);
    private static readonly TimeSpan StructureEvery = TimeSpan.FromHours(1);
    private static readonly TimeSpan SendEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PurgeEvery = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private bool _followedTeams;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            RepeatAsync("timers", RunDueAsync, stoppingToken),
            RepeatAsync("record", FollowRecordAsync, stoppingToken),
            RepeatAsync("verification", VerifyRecordsAsync, stoppingToken, VerifiedFirst),
            RepeatAsync("library", FollowLibraryAsync, stoppingToken),
            RepeatAsync("structure", FollowStructureAsync, stoppingToken),
            RepeatAsync("notices", SendAsync, stoppingToken),
            RepeatAsync("purge", PurgeAsync, stoppingToken)
        );

    private async Task<TimeSpan> RunDueAsync(CancellationToken stopping)
    {
        await due.RunAllAsync(stopping);
        TimeSpan next = await due.UntilNextAsync(stopping) ?? Look;
        return next < Shortest ? Shortest
            : next > Look ? Look
            : next;
    }

    private async Task<TimeSpan> FollowRecordAsync(CancellationToken stopping)
    {
        foreach ((string partnership, var verification) in await tree.CatchUpAllAsync(stopping))
        {
            verifications.Report(partnership, verification);
            if (!verification.Ok)
            {
                SayBroken(partnership, verification);
            }
        }

        return TreeEvery;
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
            SayBroken(partnership, last.Found);
        }

        return VerifiedEvery;
    }

    private void SayBroken(string partnership, RecordVerification found)
    {
        if (found.FirstBad is { } entry)
        {
            logger.LogCritical(
                "The record of {Partnership} does not verify from entry {Entry} on",
                partnership,
                entry
            );
        }

        foreach (RecordDisagreement each in found.Disagreements ?? [])
        {
            logger.LogCritical(
                "The {Type} {Id} of {Partnership} is not stored as the record says",
                each.Type,
                each.Id,
                partnership
            );
        }
    }

    /// <summary>Publications enter the catalogue by themselves; this is for what an earlier release or an import left.</summary>
    private async Task<TimeSpan> FollowLibraryAsync(CancellationToken stopping)
    {
        await catalogue.CatchUpAsync(stopping);
        return CatalogueEvery;
    }

    /// <summary>New partnerships have their structure and their ladders from the start; this is for what an earlier release left without.</summary>
    private async Task<TimeSpan> FollowStructureAsync(CancellationToken stopping)
    {
        await structure.CatchUpAsync(stopping);
        await ladders.CatchUpAsync(stopping);
        return StructureEvery;
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

    private async Task<TimeSpan> PurgeAsync(CancellationToken stopping)
    {
        await IdempotentAnswer.PurgeAsync(upkeep, Moments.Now(time), stopping);
        return PurgeEvery;
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
