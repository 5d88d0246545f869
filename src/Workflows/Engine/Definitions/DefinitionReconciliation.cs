using Governance.Engine.Instances;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Engine.Definitions;

/// <summary>Published versions that this build cannot run: nothing starts them, and whoever is to mend them should know.</summary>
internal sealed class DefinitionReconciliation(DefinitionBook definitions) : IReconcile
{
    public const string CannotRun = "workflow.published-cannot-run";

    public async Task<IReadOnlyList<Drift>> CheckAsync(
        GovernanceDb db,
        CancellationToken cancellation
    )
    {
        List<Drift> drifts = [];
        await foreach (
            WorkflowDefinitionVersion version in db.Set<WorkflowDefinitionVersion>()
                .AsNoTracking()
                .Where(version => version.IsPublished)
                .OrderBy(version => version.Id)
                .AsAsyncEnumerable()
                .WithCancellation(cancellation)
        )
        {
            if (definitions.WhyNot(version) is { } reasons)
            {
                drifts.Add(
                    new Drift(
                        CannotRun,
                        version.PartnershipId,
                        new SubjectRef("workflow-definition", version.DefinitionId),
                        $"Version {version.Version} is published and cannot run in this build: {reasons}"
                    )
                );
            }
        }

        return drifts;
    }
}
