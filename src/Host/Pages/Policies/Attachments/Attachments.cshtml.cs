using Governance.Contracts;
using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Policies;

/// <summary>The files of the text: to download, to add, and to take off after a check. Each change is a new version.</summary>
[RequestSizeLimit(Limit)]
[RequestFormLimits(MultipartBodyLengthLimit = Limit)]
internal sealed class AttachmentsModel(AddAttachment add, RemoveAttachment remove) : GovernancePage
{
    /// <summary>A whole file, and the form around it.</summary>
    private const int Limit = AttachmentRules.MostBytes + (1024 * 1024);

    [BindProperty]
    public new IFormFile? File { get; set; }

    public PolicyAnswer Policy { get; private set; } = null!;

    public bool MayDraft { get; private set; }

    /// <summary>The file that is to be taken off, for the check.</summary>
    public AttachmentAnswer? Removing { get; private set; }

    public PolicyVersionAnswer Version => (Policy.Draft ?? Policy.Published)!;

    /// <param name="remove">The hash of the file that is to be taken off.</param>
    public Task<IActionResult> OnGetAsync(string id, string? remove) =>
        FormAsync(id, needsRight: remove is not null, remove);

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (File is null)
        {
            ModelState.AddModelError(nameof(File), "Choose a file.");
            return await AgainAsync(() => FormAsync(id, needsRight: true));
        }

        byte[] content = new byte[File.Length];
        await using (Stream stream = File.OpenReadStream())
        {
            await stream.ReadExactlyAsync(content, HttpContext.RequestAborted);
        }

        string name = File.FileName;
        return await AnswerAsync(
            await add.HandleAsync(
                Caller,
                id,
                new AttachmentBody(name, content),
                HttpContext.RequestAborted
            ),
            done =>
            {
                Tell($"The file is attached. This is version {done.Version} now.");
                return Redirect(Request.Path);
            },
            () => FormAsync(id, needsRight: true)
        );
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id, string? hash) =>
        await AnswerAsync(
            await remove.HandleAsync(Caller, id, hash ?? "", HttpContext.RequestAborted),
            done =>
            {
                Tell($"The file is taken off. This is version {done.Version} now.");
                return Redirect(Request.Path);
            },
            () => FormAsync(id, needsRight: true)
        );

    private async Task<IActionResult> FormAsync(string id, bool needsRight, string? removing = null)
    {
        await using GovernanceDb db = Reading.Open();
        Result<PolicyAnswer> found = await PolicyBook.FindAsync(
            db,
            id,
            Viewer.PersonId,
            Reading.Now
        );
        if (found.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }

        Policy = found.Value;
        Partnership = Policy.Partnership;
        MayDraft =
            Policy.State != PolicyStates.Withdrawn
            && Viewer.MayDraft(Policy.Partnership, Policy.Group);
        if (needsRight && !Viewer.MayDraft(Policy.Partnership, Policy.Group))
        {
            return Refuse(PolicyRights.NotYours);
        }

        Removing = Version.Attachments.FirstOrDefault(file => file.Hash == removing);
        return Page();
    }
}
