using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Notices;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Policies;

/// <summary>Somebody is named to look after a policy: they are reminded of its review (DOMAIN B2.6).</summary>
public sealed class NameOwner(Acts acts)
{
    public Task<Result<PolicySaved>> HandleAsync(
        ActCaller caller,
        string policyId,
        NameOwnerBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<PolicySaved>
            {
                Name = "policy.name-owner",
                Caller = caller,
                Permission = PoliciesPermissions.Steer,
                Locate = act => PolicyPlace.LocateAsync(act, policyId),
                Decide = act => DecideAsync(act, policyId, body),
            },
            cancellation
        );

    private static async Task<Result<PolicySaved>> DecideAsync(
        Act act,
        string policyId,
        NameOwnerBody body
    )
    {
        (Policy policy, PolicyVersion newest) = await PolicyPlace.LoadAsync(act, policyId);
        if (PoliciesPermissions.CheckGroup(act, policy.GroupId, chairOnly: true) is { } notYours)
        {
            return notYours;
        }

        if (policy.State == PolicyStates.Withdrawn)
        {
            return PoliciesRefusals.Withdrawn;
        }

        Standing? named = string.IsNullOrWhiteSpace(body.Person)
            ? null
            : await Standing.LoadAsync(
                act.Db,
                act.PartnershipId,
                body.Person,
                London.DateOf(act.Now)
            );
        if (named is null || !named.HoldsAny(PoliciesPermissions.Read.Roles))
        {
            return Refusal.Invalid(
                "person",
                "Name somebody who holds an appointment in this partnership today and may read its policies."
            );
        }

        act.Payload = new { from = policy.OwnerId, to = named.PersonId };
        if (policy.OwnerId != named.PersonId)
        {
            policy.OwnerId = named.PersonId;
            policy.Changed(act.Now);
            await NoticeBoard.TellAsync(act, PolicyNotices.OwnerNamed(policy, newest.Hash));
        }

        return PolicyAnswersFor.Saved(policy, newest.Hash, changed: false);
    }
}
