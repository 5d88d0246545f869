using Governance.Engine.Definitions;

namespace Governance.Engine.Interpreter;

/// <summary>What one stimulus brought about: the new state (with its waits, timers and wanted effects) and what happened.</summary>
/// <param name="StepsStarted">Counted against the step limit of the act.</param>
public sealed record Interpretation(
    WorkflowState State,
    IReadOnlyList<HistoryEntry> History,
    int StepsStarted
);

/// <summary>
/// Runs a plan. Pure: the same plan, state, stimulus and time give the same answer, and the state that came in stays as it
/// was. What an activity throws becomes a fault of the instance.
/// </summary>
public static class WorkflowInterpreter
{
    /// <summary>Steps that one stimulus may start before the instance faults: a loop that never waits ends here.</summary>
    public const int DefaultStepLimit = 10_000;

    /// <summary>The first stimulus of an instance.</summary>
    public static Interpretation Begin(
        WorkflowPlan plan,
        EngineStimulus.Begin stimulus,
        DateTime now,
        int stepLimit = DefaultStepLimit
    ) => Run(plan, new WorkflowState(), stimulus, now, stepLimit);

    /// <exception cref="InvalidOperationException">The stimulus does not fit the state: the caller's bug.</exception>
    public static Interpretation Run(
        WorkflowPlan plan,
        WorkflowState state,
        EngineStimulus stimulus,
        DateTime now,
        int stepLimit = DefaultStepLimit
    )
    {
        InterpreterRun run = new(plan, state.Copy(), now, stepLimit);
        run.Take(stimulus);
        return new Interpretation(run.State, run.History, run.StepsStarted);
    }
}
