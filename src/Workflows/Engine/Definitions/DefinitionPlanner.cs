using Governance.Contracts.Definitions;
using Governance.Engine.Activities;

namespace Governance.Engine.Definitions;

/// <summary>
/// Checks a definition and turns it into a plan. Everything that is wrong is told at once, each finding with the activity, the
/// property and the reason.
/// </summary>
public sealed class DefinitionPlanner(ActivityRegistry registry)
{
    /// <summary>Steps in one definition; the graph questions grow with the square of it.</summary>
    public const int MaxActivities = 500;

    public Planning Plan(string json)
    {
        WorkflowDocument? document = WorkflowDocument.Parse(json, out DefinitionFinding? error);
        return document is null ? new Planning(null, [error!]) : Plan(document);
    }

    internal Planning Plan(WorkflowDocument document)
    {
        PlanningRun run = new(registry, document);
        return run.Plan();
    }
}
