using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Modules.Calendars;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>
/// The chair or the business unit saves a new version of the terms of reference (DOMAIN B4.2). Once the first are approved, a later
/// version asks the commissioner again; the approved one holds until then.
/// </summary>
public sealed class SaveTerms(Acts acts, WorkflowRunner workflows)
{
    public Task<Result<TermsAnswer>> HandleAsync(
        ActCaller caller,
        string groupId,
        TermsOfReferenceBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<TermsAnswer>
            {
                Name = "group.save-terms",
                Caller = caller,
                Permission = GroupPermissions.Progress,
                Locate = act => GroupPlace.LocateAsync(act, groupId),
                Decide = act => DecideAsync(act, groupId, body),
            },
            cancellation
        );

    private async Task<Result<TermsAnswer>> DecideAsync(
        Act act,
        string groupId,
        TermsOfReferenceBody body
    )
    {
        TaskAndFinishGroup group = await GroupPlace.LoadAsync(act, groupId);
        if (GroupPermissions.CheckChair(act, group) is { } notYours)
        {
            return notYours;
        }

        if (group.IsOver)
        {
            return GroupRefusals.Over;
        }

        Result<string> text = TermsRules.Check(body, London.DateOf(act.Now), group.Sunset);
        if (text.IsRefused)
        {
            return text.Refusal;
        }

        TermsOfReference newest = (
            await act.Db.Set<TermsOfReference>().FindAsync(groupId, group.NewestTerms)
        )!;
        if (newest.Hash == TermsRules.HashOf(text.Value, body.ReviewOn))
        {
            return GroupRefusals.TermsSame;
        }

        TermsOfReference saved = NewVersion(act, group, text.Value, body.ReviewOn);
        act.Db.Add(saved);
        act.Payload = new
        {
            saved.Number,
            saved.Hash,
            saved.ReviewOn,
        };
        await act.Db.SaveChangesAsync();
        Result<int> told = await workflows.StimulateAsync(act, GroupWords.TermsProposed, group.Id);
        return told.IsRefused ? told.Refusal : await GroupBook.TermsAsync(act.Db, saved);
    }

    internal static TermsOfReference NewVersion(
        Act act,
        TaskAndFinishGroup group,
        string text,
        DateOnly? reviewOn
    ) =>
        new()
        {
            GroupId = group.Id,
            Number = ++group.NewestTerms,
            PartnershipId = group.PartnershipId,
            Text = text,
            Hash = TermsRules.HashOf(text, reviewOn),
            ReviewOn = reviewOn,
            SavedAt = act.Now,
            SavedBy = act.Caller.PersonId,
        };
}
