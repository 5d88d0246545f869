using Governance.Contracts;
using Governance.Engine;
using Governance.Engine.Instances;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>Acts on a group speak to its workflow.</summary>
internal static class GroupWorkflow
{
    /// <summary>Something that the workflow has to await; else the state says no.</summary>
    public static async Task<Refusal?> SendAsync(
        Act act,
        WorkflowRunner workflows,
        TaskAndFinishGroup group,
        string stimulus
    )
    {
        await act.Db.SaveChangesAsync();
        Result<int> resumed = await workflows.StimulateAsync(act, stimulus, group.Id);
        return resumed.IsRefused ? resumed.Refusal
            : resumed.Value == 0 ? EngineRefusals.NotAwaited
            : null;
    }

    /// <summary>The group as it is at the end of the act, with what the workflow has opened and closed.</summary>
    public static async Task<GroupAnswer> AnswerAsync(Act act, TaskAndFinishGroup group)
    {
        await act.Db.SaveChangesAsync();
        return await GroupBook.AnswerAsync(act.Db, group, act.Now);
    }

    /// <summary>People have changed: the workflow looks at them anew where it is at that.</summary>
    public static async Task TellAsync(
        Act act,
        WorkflowRunner workflows,
        TaskAndFinishGroup group,
        ChairChange change
    )
    {
        string stimulus = change switch
        {
            ChairChange.Vacant => GroupWords.ChairVacant,
            ChairChange.Filled => GroupWords.ChairFilled,
            _ => GroupWords.PeopleChanged,
        };
        await act.Db.SaveChangesAsync();
        Result<int> told = await workflows.StimulateAsync(act, stimulus, group.Id);
        if (told.IsRefused)
        {
            throw new InvalidOperationException(
                $"The workflow of group {group.Id} did not take {stimulus}: {told.Refusal.Message}"
            );
        }
    }
}
