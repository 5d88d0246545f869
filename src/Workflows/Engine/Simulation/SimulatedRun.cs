using Governance.Engine.Interpreter;

namespace Governance.Engine.Simulation;

/// <summary>One instance from its beginning to its end, or to the horizon.</summary>
/// <param name="How">Finished; Suspended when it still waited at the horizon, or nobody did anything more; or Faulted.</param>
/// <param name="Path">Each way in which a step ended, in words, in the order in which that happened first.</param>
/// <param name="Completed">The ids of the steps that ended.</param>
/// <param name="Unanswered">Kinds of effects that have no stand-in; they were answered with nothing.</param>
public sealed record SimulatedRun(
    WorkflowSubStatus How,
    DateTime From,
    DateTime To,
    int? WorkingDays,
    IReadOnlyList<string> Path,
    IReadOnlySet<string> Completed,
    IReadOnlyList<SimulatedEvent> Timeline,
    IReadOnlyList<string> Faults,
    IReadOnlySet<string> Unanswered
)
{
    public TimeSpan Elapsed => To - From;
}
