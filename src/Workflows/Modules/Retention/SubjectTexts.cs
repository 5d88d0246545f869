using Governance.Modules.Meetings;
using Governance.Modules.Policies;
using Governance.Modules.Record;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Retention;

/// <summary>What speaks of a subject outside its own rows: the record's texts, files, and answers that are kept for a repeat.</summary>
internal static class SubjectTexts
{
    /// <summary>Entries of these are about lists and holds, and say nothing of a subject but its id.</summary>
    private static readonly string[] Ours =
    [
        RetentionWords.Disposal,
        RetentionWords.Hold,
        RetentionWords.Class,
        RetentionWords.Erasure,
    ];

    /// <summary>The entries about a subject and its parts, which stay.</summary>
    public static Task<List<long>> EntriesAsync(
        GovernanceDb db,
        string partnershipId,
        string[] ids
    ) =>
        Subjects
            .Entries(db, partnershipId, ids)
            .OrderBy(entry => entry.Sequence)
            .Select(entry => entry.Sequence)
            .ToListAsync();

    /// <summary>
    /// The entries whose texts go: those about the subject and its parts, and those of others that name its id, since they say
    /// something of it.
    /// </summary>
    public static async Task<long[]> ToEraseAsync(
        GovernanceDb db,
        string partnershipId,
        string[] ids,
        string subjectId
    ) =>
        [
            .. await db.Set<RecordEntry>()
                .Where(entry =>
                    entry.PartnershipId == partnershipId && !Ours.Contains(entry.SubjectType)
                )
                .Join(
                    db.Set<RecordPayload>().Where(text => text.PartnershipId == partnershipId),
                    entry => entry.Sequence,
                    text => text.Sequence,
                    (entry, text) =>
                        new
                        {
                            entry.SubjectId,
                            text.Sequence,
                            text.Json,
                        }
                )
                .Where(each => ids.Contains(each.SubjectId) || each.Json.Contains(subjectId))
                .OrderBy(each => each.Sequence)
                .Select(each => each.Sequence)
                .ToListAsync(),
        ];

    /// <summary>Files that nothing else has go; answers their hashes.</summary>
    public static async Task<IReadOnlyList<string>> RemoveContentsAsync(
        GovernanceDb db,
        IReadOnlyList<string> hashes
    )
    {
        List<string> gone = [];
        foreach (
            string hash in hashes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        )
        {
            int papers = await db.Set<PaperContent>()
                .Where(content =>
                    content.Hash == hash
                    && !db.Set<PaperVersion>().Any(paper => paper.Hash == hash)
                    && !db.Set<EvidenceFile>().Any(file => file.Hash == hash)
                )
                .ExecuteDeleteAsync();
            int attachments = await db.Set<AttachmentContent>()
                .Where(content =>
                    content.Hash == hash
                    && !db.Set<PolicyAttachment>().Any(file => file.Hash == hash)
                )
                .ExecuteDeleteAsync();
            if (papers + attachments > 0)
            {
                gone.Add(hash);
            }
        }

        return gone;
    }

    /// <summary>An answer that was kept for a repeat says what the subject said.</summary>
    public static Task RemoveAnswersAsync(GovernanceDb db, string subjectId) =>
        db.Set<IdempotentAnswer>()
            .Where(answer => answer.Answer.Contains(subjectId))
            .ExecuteDeleteAsync();
}
