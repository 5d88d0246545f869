using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Interpreter;
using Governance.Storage;

namespace Governance.Engine.Instances;

/// <content>Events: they reach whoever waits, and start what begins with them.</content>
public sealed partial class WorkflowRunner
{
    /// <summary>
    /// Publishes an event in the act's partnership: resumes whoever waits for it, by instance, and starts the workflows that
    /// begin with it. Nothing is kept for whoever waits later: whom a fault holds misses it, and its history says so. Returns how many it reached; an event of a running workflow is
    /// published once that has come to rest, in the same act, and reaches 0 until then.
    /// </summary>
    public async Task<Result<int>> PublishAsync(Act act, PublishedEvent published)
    {
        Turns turns = OpenInstances.Of(act).Turns;
        if (turns.Depth == 0)
        {
            return await DeliverAsync(act, published);
        }

        turns.Add(async later => (await DeliverAsync(later, published)).Refusal);
        return 0;
    }

    private async Task<Result<int>> DeliverAsync(Act act, PublishedEvent published)
    {
        int reached = 0;
        foreach (
            (string instanceId, int wait) in await Awaiting.FindAsync(
                act,
                Event.StimulusName,
                published.Name,
                published.CorrelationId
            )
        )
        {
            if (published.OnlyInstance is { } only && only != instanceId)
            {
                continue;
            }

            OpenInstance? instance = await OpenAsync(act, instanceId);
            if (instance is null || !Hears(instance, published))
            {
                continue;
            }

            bool awaits = instance.Awaits(wait);
            if (!awaits && instance.HeldBy(wait) is null)
            {
                continue;
            }

            reached += awaits ? 1 : 0;
            EngineStimulus told = awaits
                ? new EngineStimulus.Occurred(wait, published.Payload)
                : new EngineStimulus.Missed(wait, published.Payload);
            if (await RunAsync(act, instance, told) is { } refusal)
            {
                return refusal;
            }
        }

        return published.OnlyInstance is null
            ? (await StartByAsync(act, published)).Then(started => reached + started)
            : reached;
    }

    private static bool Hears(OpenInstance instance, PublishedEvent published) =>
        published.CorrelationId is null || published.CorrelationId == instance.State.CorrelationId;

    private async Task<Result<int>> StartByAsync(Act act, PublishedEvent published)
    {
        int started = 0;
        foreach (WorkflowPlan plan in await _definitions.PublishedPlansAsync(act))
        {
            foreach (PlannedActivity trigger in plan.StartingTriggers.Where(BeginsWith))
            {
                Result<string> begun = await StartAsync(
                    act,
                    new StartWorkflow(
                        plan.DefinitionId,
                        published.Subject.Type,
                        published.Subject.Id,
                        TriggeredBy: trigger.Id,
                        Payload: published.Payload,
                        CorrelationId: published.CorrelationId
                    )
                );
                if (begun.IsRefused)
                {
                    return begun.Refusal;
                }

                started++;
            }

            bool BeginsWith(PlannedActivity trigger) =>
                trigger.Activity is Event && trigger.ConstantText("EventName") == published.Name;
        }

        return started;
    }

    /// <summary>Opens an instance that may be about another subject than the act: that one's root row is locked before it.</summary>
    private async Task<OpenInstance?> OpenAsync(Act act, string instanceId)
    {
        OpenInstances open = OpenInstances.Of(act);
        if (open.Find(instanceId) is { } known)
        {
            return known;
        }

        WorkflowInstance? row = await _locks.LockAsync(act, instanceId, waits: true);
        return row is null ? null : await open.AddLockedAsync(act, _definitions, row);
    }
}
