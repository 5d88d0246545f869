using System.Globalization;
using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Modules.Consultation;
using Governance.Modules.SignOff;
using Governance.Storage;

namespace Governance.Modules.Policies;

/// <summary>
/// Saves the next immutable version of a text. An open round lapses with it: nobody's signature outlives the text that they
/// signed (DOMAIN B3.3), and nothing is asked again by itself.
/// </summary>
public sealed class NewVersion(EndRound rounds, WorkflowRunner workflows)
{
    internal async Task<Result<PolicySaved>> SaveAsync(
        Act act,
        Policy policy,
        PolicyVersion before,
        PolicyContent content,
        IEnumerable<PolicyAttachment> attachments,
        IReadOnlyList<string>? becauseOf = null
    )
    {
        int number = policy.NewestVersion + 1;
        PolicyVersion version = new()
        {
            PolicyId = policy.Id,
            Number = number,
            Class = content.Class,
            Title = content.Title,
            Body = content.Body,
            ReviewMonths = content.ReviewMonths,
            Hash = CanonicalText.HashOf(content),
            SavedBy = act.Caller.PersonId,
            SavedAt = act.Now,
            Attachments =
            [
                .. attachments.Select(file => new PolicyAttachment
                {
                    PolicyId = policy.Id,
                    Number = number,
                    Hash = file.Hash,
                    FileName = file.FileName,
                    ContentType = file.ContentType,
                    Size = file.Size,
                }),
            ],
        };
        act.Db.Add(version);
        WorkInComments.Link(act, PoliciesWords.Policy, policy.Id, number, becauseOf ?? []);
        policy.NewestVersion = number;
        policy.Class = version.Class;
        if (policy.Title != version.Title)
        {
            policy.Title = version.Title;
            await PolicyWord.AddFurtherAsync(act.Db, policy);
        }

        policy.IntegrityAlarmAt = null;
        policy.Changed(act.Now);
        if (policy.State == PolicyStates.Published)
        {
            policy.State = PolicyStates.Draft;
        }

        act.Subject = new SubjectRef(PoliciesWords.Policy, policy.Id, version.Hash);
        SignOffRound? lapsed = await rounds.LapseAsync(
            act,
            PoliciesWords.Policy,
            policy.Id,
            "The text was changed.",
            WhatChanged(before, version)
        );
        await act.Db.SaveChangesAsync();
        if (lapsed is not null)
        {
            Result<int> resumed = await workflows.StimulateAsync(
                act,
                SignOffWords.Lapsed,
                lapsed.Id
            );
            if (resumed.IsRefused)
            {
                return resumed.Refusal;
            }
        }

        return PolicyAnswersFor.Saved(policy, version.Hash, changed: true);
    }

    /// <summary>In figures, since it goes into notices; the words themselves are in the comparison.</summary>
    internal static string WhatChanged(PolicyVersion before, PolicyVersion after)
    {
        List<string> changed = [];
        if (before.Title != after.Title)
        {
            changed.Add("the title");
        }

        if (before.Class != after.Class)
        {
            changed.Add("the class");
        }

        if (before.ReviewMonths != after.ReviewMonths)
        {
            changed.Add("the review period");
        }

        if (
            !before
                .Attachments.Select(a => a.Hash)
                .ToHashSet(StringComparer.Ordinal)
                .SetEquals(after.Attachments.Select(a => a.Hash))
        )
        {
            changed.Add("the attachments");
        }

        if (before.Body != after.Body)
        {
            IReadOnlyList<TextChange> words = WordDiff.Between(before.Body, after.Body);
            changed.Add(
                $"the text ({Words(words, TextChange.Added)} added, {Words(words, TextChange.Removed)} removed)"
            );
        }

        return changed.Count == 0
            ? $"Version {after.Number} was saved."
            : $"Version {after.Number} changes {string.Join(", ", changed)}.";
    }

    private static string Words(IEnumerable<TextChange> changes, string kind)
    {
        int words = changes
            .Where(change => change.Kind == kind)
            .Sum(change =>
                change.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length
            );
        return words == 1 ? "1 word" : $"{words.ToString(NumberFormatInfo.InvariantInfo)} words";
    }
}
