using Governance.Contracts;
using Governance.Engine;
using Governance.Engine.Instances;
using Governance.Storage;

namespace Governance.Modules.Scrutiny;

/// <summary>Acts on a challenge speak to the workflows of its seats.</summary>
public sealed class ChallengeWorkflow(WorkflowRunner workflows, InstallScrutinyFramework framework)
{
    /// <summary>The seat begins its way up the ladder.</summary>
    internal async Task<Refusal?> StartAsync(Act act, ChallengeAddressee addressee)
    {
        await act.Db.SaveChangesAsync();
        await framework.EnsureAsync(act);
        Result<string> started = await workflows.StartAsync(
            act,
            new StartWorkflow(
                ScrutinyWords.Definition,
                ScrutinyWords.Addressee,
                addressee.Id,
                CorrelationId: addressee.ChallengeId
            )
        );
        if (started.IsRefused)
        {
            return started.Refusal;
        }

        addressee.InstanceId = started.Value;
        await act.Db.SaveChangesAsync();
        return null;
    }

    /// <summary>Something that the seat's workflow has to await; else the state says no.</summary>
    internal async Task<Refusal?> SendAsync(Act act, ChallengeAddressee addressee, string stimulus)
    {
        await act.Db.SaveChangesAsync();
        Result<int> resumed = await workflows.StimulateAsync(act, stimulus, addressee.Id);
        await act.Db.SaveChangesAsync();
        return resumed.IsRefused ? resumed.Refusal
            : resumed.Value == 0 ? EngineRefusals.NotAwaited
            : null;
    }

    /// <summary>Something that the workflow may await; where it is held or does not, nothing comes of it.</summary>
    internal async Task TellAsync(Act act, string addresseeId, string stimulus)
    {
        await act.Db.SaveChangesAsync();
        await workflows.StimulateAsync(act, stimulus, addresseeId);
    }
}
