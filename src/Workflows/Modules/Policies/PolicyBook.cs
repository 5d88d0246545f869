using System.Globalization;
using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Consultation;
using Governance.Modules.Partnerships;
using Governance.Modules.SignOff;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Policies;

/// <summary>Reads of policies, each as one person may see it: agencies and practitioners see what is published.</summary>
public static class PolicyBook
{
    public static async Task<Result<PolicyAnswer>> FindAsync(
        GovernanceDb db,
        string policyId,
        string personId,
        DateTime now
    )
    {
        Result<PolicyReader> reader = await PolicyReader.OfAsync(db, policyId, personId, now);
        if (reader.IsRefused)
        {
            return reader.Refusal;
        }

        Policy policy = reader.Value.Policy;
        PolicyVersion? draft = await reader.Value.DraftAsync(db);
        PolicyVersion? published = policy.PublishedVersion is { } number
            ? await PolicyTexts.FindVersionAsync(db, policyId, number)
            : null;
        PolicyVersion shown = (draft ?? published)!;
        SignOffRound? round = await RoundStore.FindLatestAsync(db, PoliciesWords.Policy, policyId);
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            [shown.SavedBy, published?.SavedBy ?? shown.SavedBy]
        );
        return new PolicyAnswer
        {
            Id = policy.Id,
            Partnership = policy.PartnershipId,
            Class = shown.Class,
            Title = shown.Title,
            Summary = policy.Summary,
            Tags = policy.Tags,
            State = reader.Value.StateOf(shown.Number),
            Version = shown.Number,
            Hash = shown.Hash,
            Draft = draft is null ? null : PolicyAnswersFor.Of(reader.Value, draft, names),
            Published = published is null
                ? null
                : PolicyAnswersFor.Of(reader.Value, published, names),
            PublishedVersion = policy.PublishedVersion,
            ReviewDate = policy.ReviewDate,
            Round = reader.Value.SeesDrafts ? round?.Id : null,
            Instance = policy.InstanceId,
            Group = policy.GroupId,
            Owner = await PolicyReviews.OwnerAsync(db, policy, London.DateOf(now)),
            Slug = policy.Slug,
            Banners =
            [
                .. await PolicyAnswersFor.ApprovedOutsideAsync(db, policy, draft),
                .. PolicyAnswersFor.BannersOf(policy, London.DateOf(now)),
            ],
            WithdrawalReason = policy.WithdrawalReason,
            Tag = policy.Tag,
        };
    }

    /// <summary>Every version, newest first, without the texts.</summary>
    public static async Task<Result<Page<PolicyVersionLine>>> VersionsAsync(
        GovernanceDb db,
        string policyId,
        string personId,
        DateTime now,
        string? after = null,
        int take = 50
    )
    {
        Result<PolicyReader> reader = await PolicyReader.OfAsync(db, policyId, personId, now);
        if (reader.IsRefused)
        {
            return reader.Refusal;
        }

        int below = int.MaxValue;
        if (
            after is not null
            && !int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out below)
        )
        {
            return Cursors.Unreadable();
        }

        bool drafts = reader.Value.SeesDrafts;
        int[] consulted = [.. reader.Value.Consulted.Select(version => version.Number)];
        var found = await db.Set<PolicyVersion>()
            .Where(version => version.PolicyId == policyId && version.Number < below)
            .Where(version =>
                drafts || version.PublishedAt != null || consulted.Contains(version.Number)
            )
            .OrderByDescending(version => version.Number)
            .Take(take + 1)
            .Select(version => new
            {
                version.Number,
                version.Title,
                version.Hash,
                version.SavedBy,
                version.SavedAt,
                version.PublishedAt,
            })
            .ToListAsync();
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            found.Select(version => version.SavedBy)
        );
        var rounds = await db.Set<SignOffRound>()
            .Where(round =>
                round.SubjectType == PoliciesWords.Policy && round.SubjectId == policyId
            )
            .OrderBy(round => round.Number)
            .Select(round => new { round.SubjectVersion, round.Id })
            .ToListAsync();
        return new Page<PolicyVersionLine>(
            [
                .. found
                    .Take(take)
                    .Select(version => new PolicyVersionLine(
                        version.Number,
                        reader.Value.StateOf(version.Number),
                        version.Title,
                        version.Hash,
                        version.SavedBy,
                        names.GetValueOrDefault(version.SavedBy, version.SavedBy),
                        version.SavedAt,
                        version.PublishedAt,
                        rounds.LastOrDefault(round => round.SubjectVersion == version.Number)?.Id
                    )),
            ],
            found.Count > take
                ? found[take - 1].Number.ToString(CultureInfo.InvariantCulture)
                : null
        );
    }

    public static async Task<Result<PolicyVersionAnswer>> VersionAsync(
        GovernanceDb db,
        string policyId,
        int number,
        string personId,
        DateTime now
    )
    {
        Result<PolicyReader> reader = await PolicyReader.OfAsync(db, policyId, personId, now);
        if (reader.IsRefused)
        {
            return reader.Refusal;
        }

        PolicyVersion? version = await reader.Value.VersionAsync(db, number);
        return version is null
            ? Refusal.NotFound
            : PolicyAnswersFor.Of(
                reader.Value,
                version,
                await AppointmentRoll.NamesAsync(db, [version.SavedBy])
            ) with
            {
                BecauseOf = await AnsweredAsync(db, policyId, number - 1, number, personId, now),
            };
    }

    /// <summary>The last version published before this one; null when there is none that the reader may see.</summary>
    public static async Task<PublishedBefore?> PublishedBeforeAsync(
        GovernanceDb db,
        string policyId,
        int number,
        string personId,
        DateTime now
    )
    {
        Result<PolicyReader> reader = await PolicyReader.OfAsync(db, policyId, personId, now);
        return reader.IsRefused
            ? null
            : await db.Set<PolicyVersion>()
                .Where(version => version.PolicyId == policyId && version.Number < number)
                .Where(version => version.PublishedAt != null)
                .OrderByDescending(version => version.Number)
                .Select(version => new PublishedBefore(version.Number, version.PublishedAt!.Value))
                .FirstOrDefaultAsync();
    }

    /// <summary>What changed from one version to another, in either direction.</summary>
    public static async Task<Result<PolicyChangesAnswer>> ChangesAsync(
        GovernanceDb db,
        string policyId,
        int from,
        int to,
        string personId,
        DateTime now
    )
    {
        Result<PolicyReader> reader = await PolicyReader.OfAsync(db, policyId, personId, now);
        if (reader.IsRefused)
        {
            return reader.Refusal;
        }

        PolicyVersion? before = await reader.Value.VersionAsync(db, from);
        PolicyVersion? after = await reader.Value.VersionAsync(db, to);
        return before is null || after is null
            ? Refusal.NotFound
            : new PolicyChangesAnswer(
                from,
                to,
                WordDiff.Between(before.Title, after.Title),
                WordDiff.Between(before.Body, after.Body),
                before.Class == after.Class ? null : before.Class,
                before.Class == after.Class ? null : after.Class,
                before.ReviewMonths == after.ReviewMonths ? null : before.ReviewMonths,
                before.ReviewMonths == after.ReviewMonths ? null : after.ReviewMonths,
                Only(after, before),
                Only(before, after)
            )
            {
                BecauseOf = await AnsweredAsync(
                    db,
                    policyId,
                    Math.Min(from, to),
                    Math.Max(from, to),
                    personId,
                    now
                ),
            };
    }

    /// <summary>The comments that the versions after one, up to another, were changed because of.</summary>
    private static Task<IReadOnlyList<AnsweredComment>> AnsweredAsync(
        GovernanceDb db,
        string policyId,
        int after,
        int upTo,
        string personId,
        DateTime now
    ) =>
        CommentBook.AnsweredInAsync(db, PoliciesWords.Policy, policyId, after, upTo, personId, now);

    private static AttachmentAnswer[] Only(PolicyVersion of, PolicyVersion notIn) =>
        [
            .. of
                .Attachments.Where(file =>
                    !notIn.Attachments.Exists(other => other.Hash == file.Hash)
                )
                .OrderBy(file => file.FileName, StringComparer.Ordinal)
                .Select(PolicyAnswersFor.Of),
        ];
}

/// <summary>A version that was in force before another.</summary>
public sealed record PublishedBefore(int Version, DateTime At);
