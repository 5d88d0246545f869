using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Policies;

/// <summary>Somebody begins a policy: its first version is saved and its workflow starts.</summary>
public sealed class CreatePolicy(Acts acts, WorkflowRunner workflows)
{
    public Task<Result<PolicySaved>> HandleAsync(
        ActCaller caller,
        string partnershipId,
        CreatePolicyBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<PolicySaved>
            {
                Name = "policy.create",
                Caller = caller,
                Permission = PoliciesPermissions.Draft,
                Locate = act => LocateAsync(act, partnershipId),
                Decide = act => DecideAsync(act, body),
            },
            cancellation
        );

    internal static async Task<ActPlace?> LocateAsync(Act act, string partnershipId) =>
        partnershipId != Partnership.Installation
        && await act.Db.Set<Partnership>().AnyAsync(each => each.Id == partnershipId)
            ? new ActPlace(partnershipId, new SubjectRef("partnership", partnershipId))
            : null;

    internal async Task<Result<PolicySaved>> DecideAsync(Act act, CreatePolicyBody body)
    {
        if (PoliciesPermissions.CheckGroup(act, body.Group, chairOnly: false) is { } notYours)
        {
            return notYours;
        }

        Result<DraftText> draft = DraftRules.Check(
            body.Class,
            body.Title,
            body.Summary,
            body.Body,
            body.ReviewMonths,
            body.Tags
        );
        if (draft.IsRefused)
        {
            return draft.Refusal;
        }

        DraftText text = draft.Value;
        Policy policy = NewPolicy(act, text, body.Group);
        PolicyVersion version = new()
        {
            PolicyId = policy.Id,
            Number = 1,
            Class = text.Class,
            Title = text.Title,
            Body = text.Body,
            ReviewMonths = text.ReviewMonths,
            Hash = CanonicalText.HashOf(
                new PolicyContent(text.Class, text.Title, text.Body, text.ReviewMonths, [])
            ),
            SavedBy = act.Caller.PersonId,
            SavedAt = act.Now,
        };
        act.Db.Add(policy);
        act.Db.Add(version);
        PolicyWord.AddFirst(act.Db, policy);
        act.Subject = new SubjectRef(PoliciesWords.Policy, policy.Id, version.Hash);
        act.Payload = new
        {
            text.Class,
            text.Title,
            version = 1,
            version.Hash,
        };
        await act.Db.SaveChangesAsync();
        Result<string> started = await workflows.StartAsync(
            act,
            new StartWorkflow(PoliciesWords.Definition, PoliciesWords.Policy, policy.Id)
        );
        if (started.IsRefused)
        {
            return started.Refusal;
        }

        policy.InstanceId = started.Value;
        return PolicyAnswersFor.Saved(policy, version.Hash, changed: true);
    }

    private static Policy NewPolicy(Act act, DraftText text, string? group)
    {
        string id = act.NewId();
        return new Policy
        {
            Id = id,
            PartnershipId = act.PartnershipId,
            Slug = Slugs.Of(text.Title, id),
            Class = text.Class,
            Title = text.Title,
            Summary = text.Summary,
            Tags = text.Tags,
            State = PolicyStates.Draft,
            NewestVersion = 1,
            GroupId = group,
            CreatedAt = act.Now,
            ChangedAt = act.Now,
            CreatedBy = act.Caller.PersonId,
            OwnerId = act.Caller.PersonId,
        };
    }
}
