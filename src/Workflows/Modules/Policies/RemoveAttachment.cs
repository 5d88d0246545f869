using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.Policies;

/// <summary>Somebody takes a file off the draft: a new version; earlier versions keep it.</summary>
public sealed class RemoveAttachment(Acts acts, NewVersion versions)
{
    public Task<Result<PolicySaved>> HandleAsync(
        ActCaller caller,
        string policyId,
        string hash,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<PolicySaved>
            {
                Name = "policy.remove-attachment",
                Caller = caller,
                Permission = PoliciesPermissions.Draft,
                Locate = act => PolicyPlace.LocateAsync(act, policyId),
                Decide = act => DecideAsync(act, policyId, hash),
            },
            cancellation
        );

    private async Task<Result<PolicySaved>> DecideAsync(Act act, string policyId, string hash)
    {
        (Policy policy, PolicyVersion newest) = await PolicyPlace.LoadAsync(act, policyId);
        if (PoliciesPermissions.CheckGroup(act, policy.GroupId, chairOnly: false) is { } notYours)
        {
            return notYours;
        }

        if (policy.State == PolicyStates.Withdrawn)
        {
            return PoliciesRefusals.Withdrawn;
        }

        PolicyAttachment[] left = [.. newest.Attachments.Where(file => file.Hash != hash)];
        if (left.Length == newest.Attachments.Count)
        {
            return Refusal.NotFound;
        }

        act.Payload = new { hash, version = newest.Number + 1 };
        return await versions.SaveAsync(
            act,
            policy,
            newest,
            AddAttachment.ContentOf(newest, left),
            left
        );
    }
}
