using Governance.Contracts;
using Governance.Host.Api;
using Governance.Modules.Meetings;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Scrutiny;

/// <summary>The scrutiny function adds files to the evidence, and takes one off after a check.</summary>
[RequestSizeLimit(Limit)]
[RequestFormLimits(MultipartBodyLengthLimit = Limit)]
internal sealed class EvidenceModel(ChangeEvidence change) : ChallengePage
{
    /// <summary>A whole file, and the form around it.</summary>
    private const int Limit = PaperRules.MostBytes + (1024 * 1024);

    [BindProperty]
    public new IFormFile? File { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The file that is to be taken off, for the check.</summary>
    public EvidenceFileAnswer? TakingOff { get; private set; }

    /// <param name="off">The number of the file that is to be taken off.</param>
    public Task<IActionResult> OnGetAsync(string id, int? off) => ShowAsync(id, off);

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (File is null)
        {
            ModelState.AddModelError(nameof(File), "Choose a file.");
            return await AgainAsync(() => ShowAsync(id));
        }

        PaperUpload upload = new(
            File.FileName,
            await Uploads.BytesOfAsync(File, HttpContext.RequestAborted)
        );
        return await AnswerAsync(
            await change.AddAsync(Caller, id, upload, Reason, HttpContext.RequestAborted),
            _ => Again("The file is part of the evidence. Everybody concerned is told."),
            () => ShowAsync(id)
        );
    }

    /// <param name="n">The file's number.</param>
    public async Task<IActionResult> OnPostTakeOffAsync(string id, int n) =>
        await AnswerAsync(
            await change.TakeOffAsync(Caller, id, n, new ChallengeReasonBody(Reason)),
            _ => Again("The file is taken off. It stays on record that it was there."),
            () => ShowAsync(id, n)
        );

    private async Task<IActionResult> ShowAsync(string id, int? off = null)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, ScrutinyPermissions.Scrutinise) is { } no)
        {
            return no;
        }

        TakingOff = Challenge.EvidenceFiles.FirstOrDefault(file =>
            file.Number == off && file.TakenOff is null
        );
        return Page();
    }

    private RedirectResult Again(string words)
    {
        Tell(words);
        return Redirect(Request.Path);
    }
}
