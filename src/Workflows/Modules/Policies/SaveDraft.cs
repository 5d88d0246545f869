using Governance.Contracts;
using Governance.Modules.Consultation;
using Governance.Storage;

namespace Governance.Modules.Policies;

/// <summary>
/// Somebody saves the draft as it shall be. A new version is made only when what is signed has changed (title, class, body,
/// attachments, review period); summary and tags stand outside the hash.
/// </summary>
public sealed class SaveDraft(Acts acts, NewVersion versions)
{
    /// <param name="ifMatch">The If-Match header as it came.</param>
    public Task<Result<PolicySaved>> HandleAsync(
        ActCaller caller,
        string policyId,
        SaveDraftBody body,
        string? ifMatch,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<PolicySaved>
            {
                Name = "policy.save-draft",
                Caller = caller,
                Permission = PoliciesPermissions.Draft,
                Locate = act => PolicyPlace.LocateAsync(act, policyId),
                Decide = act => DecideAsync(act, policyId, body, ifMatch),
            },
            cancellation
        );

    private async Task<Result<PolicySaved>> DecideAsync(
        Act act,
        string policyId,
        SaveDraftBody body,
        string? ifMatch
    )
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

        if (string.IsNullOrWhiteSpace(ifMatch))
        {
            return PoliciesRefusals.IfMatchNeeded;
        }

        if (!DraftRules.Matches(ifMatch, policy.Tag))
        {
            return PoliciesRefusals.Stale(
                new StaleDraft(body, PolicyAnswersFor.Saved(policy, newest.Hash, changed: false))
            );
        }

        Result<DraftText> draft = DraftRules.Check(
            body.Class ?? newest.Class,
            body.Title,
            body.Summary ?? policy.Summary,
            body.Body,
            body.ReviewMonths ?? newest.ReviewMonths,
            body.Tags ?? policy.Tags
        );
        IReadOnlyList<string?> becauseOf = body.BecauseOf ?? [];
        Refusal? unanswered = await WorkInComments.CheckAsync(
            act.Db,
            PoliciesWords.Policy,
            policy.Id,
            becauseOf
        );
        return draft.IsRefused || unanswered is not null
            ? Both(draft.Refusal, unanswered)
            : await SaveAsync(act, policy, newest, draft.Value, [.. becauseOf.OfType<string>()]);
    }

    private async Task<Result<PolicySaved>> SaveAsync(
        Act act,
        Policy policy,
        PolicyVersion newest,
        DraftText text,
        IReadOnlyList<string> becauseOf
    )
    {
        PolicyContent content = new(
            text.Class,
            text.Title,
            text.Body,
            text.ReviewMonths,
            [.. newest.Attachments.Select(file => file.Hash)]
        );
        if (policy.Summary != text.Summary || !policy.Tags.SequenceEqual(text.Tags))
        {
            policy.Summary = text.Summary;
            policy.Tags = text.Tags;
            policy.Changed(act.Now);
        }

        // Compared with the stored text too: saving the right text over one that was tampered with makes a new version.
        string hash = CanonicalText.HashOf(content);
        bool changed =
            hash != newest.Hash
            || hash != await PolicyTexts.RecomputeAsync(act.Db, policy.Id, newest.Number);
        if (!changed && becauseOf.Count > 0)
        {
            return PoliciesRefusals.NothingAnswers;
        }

        act.Payload = new
        {
            changed,
            version = changed ? newest.Number + 1 : newest.Number,
            hash,
            becauseOf,
        };
        return changed
            ? await versions.SaveAsync(act, policy, newest, content, newest.Attachments, becauseOf)
            : PolicyAnswersFor.Saved(policy, newest.Hash, changed: false);
    }

    /// <summary>What is wrong with the draft and with the comments that it says it answers, in one answer.</summary>
    private static Refusal Both(Refusal? draft, Refusal? comments) =>
        draft is not null && comments is not null
            ? Refusal.Invalid(
                draft
                    .Errors!.Concat(comments.Errors!)
                    .ToDictionary(error => error.Key, error => error.Value)
            )
            : (draft ?? comments)!;
}
