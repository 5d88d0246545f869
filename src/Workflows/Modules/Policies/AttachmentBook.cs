using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Policies;

/// <summary>A file to hand out: always as a download under its own type, never shown inline.</summary>
public sealed record AttachmentFile(string FileName, string ContentType, byte[] Bytes);

/// <summary>Reads of files, through a version that has them.</summary>
public static class AttachmentBook
{
    public static async Task<Result<AttachmentFile>> FindAsync(
        GovernanceDb db,
        string policyId,
        int version,
        string hash,
        string personId,
        DateTime now
    )
    {
        Result<PolicyReader> reader = await PolicyReader.OfAsync(db, policyId, personId, now);
        if (reader.IsRefused)
        {
            return reader.Refusal;
        }

        PolicyVersion? holder = await reader.Value.VersionAsync(db, version);
        return await FileAsync(db, holder, hash) is { } file ? file : Refusal.NotFound;
    }

    /// <summary>A file of a version, whoever asks; null when the version has none of that hash.</summary>
    internal static async Task<AttachmentFile?> FileAsync(
        GovernanceDb db,
        PolicyVersion? holder,
        string hash
    )
    {
        PolicyAttachment? attachment = holder?.Attachments.Find(file => file.Hash == hash);
        AttachmentContent? content = attachment is null
            ? null
            : await db.Set<AttachmentContent>().SingleOrDefaultAsync(each => each.Hash == hash);
        return content is null
            ? null
            : new AttachmentFile(attachment!.FileName, attachment.ContentType, content.Bytes);
    }
}
