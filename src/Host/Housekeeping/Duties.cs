using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Modules.Attestations;
using Governance.Modules.Escalation;
using Governance.Modules.Library;
using Governance.Modules.Meetings;
using Governance.Modules.Record;
using Governance.Modules.Retention;
using Governance.Modules.Search;
using Governance.Storage;

namespace Governance.Host.Housekeeping;

/// <summary>Does one of <see cref="Duty.All"/>. What fails is logged and is tried again when it is due next.</summary>
internal sealed class Duties(
    RecordTree tree,
    LastVerifications verifications,
    LibraryCatalogue catalogue,
    InstallStructure structure,
    InstallLadders ladders,
    KeepAttestations attestations,
    Reconciliation reconciliation,
    FillIndex index,
    CarryOutDisposals disposals,
    CarryOutErasures erasures,
    Traces traces,
    Upkeep upkeep,
    TimeProvider time,
    ILogger<Duties> logger
)
{
    /// <summary>A host that died after it destroyed something may have left it in the journal: the first time looks.</summary>
    private bool _wipes = true;

    public async Task DoAsync(string name, CancellationToken stopping)
    {
        try
        {
            await RunAsync(name, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Another host goes on.
        }
        catch (Exception failure)
        {
            logger.LogError(
                "Housekeeping {Duty} failed with {Kind} and is tried again: {Stack}",
                name,
                failure.GetType().FullName,
                failure.StackTrace
            );
        }
    }

    private Task RunAsync(string name, CancellationToken stopping) =>
        name == Duty.Record.Name ? FollowRecordAsync(stopping)
        // Publications enter the catalogue by themselves; this is for what an earlier release or an import left.
        : name == Duty.Library.Name ? catalogue.CatchUpAsync(stopping)
        : name == Duty.Structure.Name ? FollowStructureAsync(stopping)
        : name == Duty.Purge.Name ? IdempotentAnswer.PurgeAsync(upkeep, Moments.Now(time), stopping)
        // Acts write the index themselves; this is for what an earlier release left without.
        : name == Duty.Search.Name ? index.CatchUpAsync(tell: null, stopping)
        : name == Duty.Attestations.Name ? attestations.RunAsync(stopping)
        : name == Duty.Reconcile.Name ? ReconcileAsync(stopping)
        : name == Duty.Retention.Name ? FollowRetentionAsync(stopping)
        // A duty of another release, which has another host for it.
        : Task.CompletedTask;

    private async Task FollowRecordAsync(CancellationToken stopping)
    {
        foreach ((string partnership, var verification) in await tree.CatchUpAllAsync(stopping))
        {
            verifications.Report(partnership, verification);
            if (!verification.Ok)
            {
                logger.LogBroken(partnership, verification);
            }
        }
    }

    /// <summary>New partnerships have their structure and their ladders from the start; this is for what an earlier release left without.</summary>
    private async Task FollowStructureAsync(CancellationToken stopping)
    {
        await structure.CatchUpAsync(stopping);
        await ladders.CatchUpAsync(stopping);
    }

    /// <summary>What was agreed and waited long enough goes, and then its traces in the files.</summary>
    private async Task FollowRetentionAsync(CancellationToken stopping)
    {
        _wipes |= await disposals.RunPendingAsync(Moments.Now(time), stopping) > 0;
        _wipes |= await erasures.RunPendingAsync(stopping) > 0;
        if (_wipes)
        {
            _wipes = !traces.TryWipe();
        }
    }

    private async Task ReconcileAsync(CancellationToken stopping)
    {
        foreach (Drift drift in await reconciliation.RunAsync(stopping))
        {
            logger.LogError(
                "Workflows and modules disagree: {Code} of {Partnership}, {Type} {Id}",
                drift.Code,
                drift.PartnershipId,
                drift.Subject.Type,
                drift.Subject.Id
            );
        }
    }
}

/// <summary>How a record that does not verify is said in the log.</summary>
internal static class BrokenRecords
{
    public static void LogBroken(this ILogger logger, string partnership, RecordVerification found)
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
}
