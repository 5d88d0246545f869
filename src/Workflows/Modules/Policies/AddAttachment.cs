using System.Security.Cryptography;
using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Policies;

/// <summary>Somebody attaches a file to the draft: a new version, since the files are part of what is signed.</summary>
public sealed class AddAttachment(Acts acts, NewVersion versions)
{
    public Task<Result<PolicySaved>> HandleAsync(
        ActCaller caller,
        string policyId,
        AttachmentBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<PolicySaved>
            {
                Name = "policy.add-attachment",
                Caller = caller,
                Permission = PoliciesPermissions.Draft,
                Locate = act => PolicyPlace.LocateAsync(act, policyId),
                Decide = act => DecideAsync(act, policyId, body),
            },
            cancellation
        );

    private async Task<Result<PolicySaved>> DecideAsync(
        Act act,
        string policyId,
        AttachmentBody body
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

        Result<(string Name, string ContentType)> file = AttachmentRules.Check(
            body.FileName,
            body.Content
        );
        if (file.IsRefused)
        {
            return file.Refusal;
        }

        string hash = Convert.ToHexStringLower(SHA256.HashData(body.Content));
        if (newest.Attachments.Any(each => each.Hash == hash))
        {
            return PoliciesRefusals.AttachmentKept;
        }

        if (newest.Attachments.Count == AttachmentRules.MostFiles)
        {
            return PoliciesRefusals.TooManyAttachments;
        }

        if (!await act.Db.Set<AttachmentContent>().AnyAsync(content => content.Hash == hash))
        {
            act.Db.Add(
                new AttachmentContent
                {
                    Hash = hash,
                    Bytes = body.Content,
                    StoredAt = act.Now,
                }
            );
        }

        PolicyAttachment added = new()
        {
            PolicyId = policy.Id,
            Number = newest.Number,
            Hash = hash,
            FileName = file.Value.Name,
            ContentType = file.Value.ContentType,
            Size = body.Content.Length,
        };
        PolicyAttachment[] files = [.. newest.Attachments, added];
        act.Payload = new
        {
            added.FileName,
            added.Hash,
            version = newest.Number + 1,
        };
        return await versions.SaveAsync(act, policy, newest, ContentOf(newest, files), files);
    }

    internal static PolicyContent ContentOf(
        PolicyVersion version,
        IEnumerable<PolicyAttachment> files
    ) =>
        new(
            version.Class,
            version.Title,
            version.Body,
            version.ReviewMonths,
            [.. files.Select(file => file.Hash)]
        );
}
