using Governance.Contracts;
using Governance.Modules.Policies;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Policies;

/// <summary>One version as its readers read it, with its files.</summary>
internal sealed class VersionModel : GovernancePage
{
    public PolicyAnswer Policy { get; private set; } = null!;

    public PolicyVersionAnswer Version { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, int n)
    {
        await using GovernanceDb db = Reading.Open();
        string viewer = Viewer.PersonId;
        Result<PolicyAnswer> policy = await PolicyBook.FindAsync(db, id, viewer, Reading.Now);
        if (policy.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }

        Policy = policy.Value with
        {
            Banners = [.. policy.Value.Banners, .. await PolicyChallenges.BannersAsync(db, id)],
        };
        Partnership = Policy.Partnership;
        return Show(
            await PolicyBook.VersionAsync(db, id, n, viewer, Reading.Now),
            version => Version = version
        );
    }

    /// <summary>A file of the version, always as a download.</summary>
    public async Task<IActionResult> OnGetFileAsync(string id, int n, string hash)
    {
        await using GovernanceDb db = Reading.Open();
        Result<AttachmentFile> file = await AttachmentBook.FindAsync(
            db,
            id,
            n,
            hash,
            Viewer.PersonId,
            Reading.Now
        );
        return file.Refusal is { } refusal
            ? Refuse(refusal)
            : File(file.Value.Bytes, file.Value.ContentType, file.Value.FileName);
    }
}
