using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Notices;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Policies;

/// <summary>
/// The business unit brings in a text that was kept elsewhere. It is a draft, and its life here begins at the beginning: what was
/// approved outside is noted with its evidence and stands beside the draft until the three seats have signed.
/// </summary>
public sealed class BringInPolicy(Acts acts, CreatePolicy create)
{
    public Task<Result<PolicySaved>> HandleAsync(
        ActCaller caller,
        string partnershipId,
        BringInPolicyBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<PolicySaved>
            {
                Name = "policy.bring-in",
                Caller = caller,
                Permission = PartnershipsPermissions.BringIn,
                Locate = act => CreatePolicy.LocateAsync(act, partnershipId),
                Decide = act => DecideAsync(act, body),
            },
            cancellation
        );

    private async Task<Result<PolicySaved>> DecideAsync(Act act, BringInPolicyBody body)
    {
        DateOnly today = London.DateOf(act.Now);
        Refusal? unfounded = body.Approved is null
            ? null
            : OutsideApproval.Check(body.Approved, today);
        bool ownerReads =
            string.IsNullOrWhiteSpace(body.Owner)
            || (await Standing.LoadAsync(act.Db, act.PartnershipId, body.Owner, today)).HoldsAny(
                PoliciesPermissions.Read.Roles
            );
        if (!ownerReads || unfounded is not null)
        {
            return Wrong(ownerReads, unfounded);
        }

        Result<PolicySaved> created = await create.DecideAsync(act, body.Policy);
        if (created.IsRefused)
        {
            return created;
        }

        Policy policy = (await act.Db.Set<Policy>().FindAsync(created.Value.Id))!;
        if (!string.IsNullOrWhiteSpace(body.Owner) && body.Owner != policy.OwnerId)
        {
            policy.OwnerId = body.Owner;
            await NoticeBoard.TellAsync(act, PolicyNotices.OwnerNamed(policy, created.Value.Hash));
        }

        if (body.Approved is { } approved)
        {
            Note(act, policy, created.Value.Hash, approved);
        }

        return created;
    }

    private static void Note(Act act, Policy policy, string hash, OutsideApprovalBody approved)
    {
        act.Db.Add(
            new OutsideApproval
            {
                PolicyId = policy.Id,
                Number = policy.NewestVersion,
                By = approved.By!.Trim(),
                On = approved.On!.Value,
                Evidence = approved.Evidence!.Trim(),
                ReviewOn = approved.ReviewOn,
                NotedBy = act.Caller.PersonId,
                NotedAt = act.Now,
            }
        );
        act.AlsoRecord(
            "policy.approved-outside",
            new SubjectRef(PoliciesWords.Policy, policy.Id, hash),
            new
            {
                by = approved.By,
                on = approved.On,
                approved.Evidence,
                approved.ReviewOn,
            }
        );
    }

    private static Refusal Wrong(bool ownerReads, Refusal? unfounded)
    {
        Dictionary<string, string[]> errors = unfounded?.Errors?.ToDictionary() ?? [];
        if (!ownerReads)
        {
            errors["owner"] =
            [
                "Name somebody who holds an appointment in this partnership today and may read its policies.",
            ];
        }

        return Refusal.Invalid(errors);
    }
}
