using Governance.Contracts.Instances;
using Governance.Engine.Instances;
using Governance.Host.Api;
using Governance.Host.SignIn;
using Governance.Storage;

namespace Governance.Host.Pages.Instances;

/// <summary>The drawing of a case's workflow for the case's own page.</summary>
internal static class DrawnWorkflow
{
    /// <summary>Null where there is none, or where the viewer may not see how workflows run.</summary>
    public static async Task<InstanceMap?> FindAsync(
        GovernanceDb db,
        Viewer viewer,
        string partnership,
        string? instance
    ) =>
        instance is not null && viewer.May(partnership, InstancesApi.Read)
            ? await InstanceMaps.FindAsync(db, instance)
            : null;
}
