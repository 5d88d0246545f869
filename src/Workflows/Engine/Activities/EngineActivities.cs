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
        new SetVariable(),
        new Delay(),
        new Event(),
        new WriteLine(),
    ];
}
