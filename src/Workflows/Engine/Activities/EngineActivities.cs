namespace Governance.Engine.Activities;

/// <summary>The activities of the engine itself, under Elsa's type names.</summary>
internal static class EngineActivities
{
    public static IReadOnlyList<Activity> All { get; } =
    [
        new Flowchart(),
        new Sequence(),
        new FlowStart(),
        new End(),
        new Finish(),
        new If(),
        new FlowDecision(),
        new FlowSwitch(),
        new FlowFork(),
        new FlowJoin(),
        new ForEach(),
        new ParallelForEach(),
        new While(),
        new Complete(),
        new SetVariable(),
        new SetOutput(),
        new SetName(),
        new Correlate(),
        new Delay(),
        new Event(),
        new PublishEvent(),
        new ExecuteWorkflow(),
        new DispatchWorkflow(),
        new Fault(),
        new WriteLine(),
    ];
}
