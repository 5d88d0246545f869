using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Engine.Instances;

/// <summary>Instances that wait for an operator.</summary>
internal sealed class InstancesWithIncidents : IGauge
{
    public string Name => "governance.instances.incidents";

    public string Unit => "{instance}";

    public string Description => "Instances with an incident that nobody has resolved.";

    public async Task<double> ReadAsync(
        GovernanceDb db,
        DateTime now,
        CancellationToken cancellation
    ) =>
        await db.Set<WorkflowIncident>()
            .Where(incident => incident.ResolvedAt == null)
            .Select(incident => incident.InstanceId)
            .Distinct()
            .CountAsync(cancellation);
}
