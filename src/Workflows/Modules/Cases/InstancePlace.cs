using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Engine.Instances;
using Governance.Storage;

namespace Governance.Modules.Cases;

/// <summary>Where acts on an instance take place: at its subject, whose root row is locked before the instance.</summary>
internal static class InstancePlace
{
    public const int LongestReason = 2000;

    public static async Task<ActPlace?> LocateAsync(
        Act act,
        InstanceLocks locks,
        string instanceId
    ) =>
        await locks.LockAsync(act, instanceId) is { } instance
            ? new ActPlace(
                instance.PartnershipId,
                new SubjectRef(instance.SubjectType, instance.SubjectId)
            )
            : null;

    /// <summary>Null when a reason is given.</summary>
    public static Refusal? CheckReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason
            ? Refusal.Invalid("reason", $"Say why, in up to {LongestReason} characters.")
            : null;

    public static async Task<InstanceMended> AnswerAsync(
        Act act,
        string instanceId,
        IEnumerable<WorkflowIncident> incidents
    )
    {
        WorkflowInstance instance = (await act.Db.Set<WorkflowInstance>().FindAsync(instanceId))!;
        return new InstanceMended(
            instance.Id,
            instance.Status.ToString(),
            instance.SubStatus.ToString(),
            [.. incidents.Select(incident => incident.Id)]
        );
    }
}
