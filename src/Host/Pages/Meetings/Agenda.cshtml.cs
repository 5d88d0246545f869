using Governance.Contracts;
using Governance.Host.Api;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Meetings;

/// <summary>An item more on a meeting's agenda, with a paper where there is one.</summary>
[RequestSizeLimit(Limit)]
[RequestFormLimits(MultipartBodyLengthLimit = Limit)]
internal sealed class AgendaModel(AddToAgenda add) : MeetingPage
{
    /// <summary>A whole file, and the form around it.</summary>
    internal const int Limit = PaperRules.MostBytes + (1024 * 1024);

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public new IFormFile? File { get; set; }

    public async Task<IActionResult> OnGetAsync(string m)
    {
        await using GovernanceDb db = Reading.Open();
        return await LoadForSecretaryAsync(db, m) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string m)
    {
        PaperBody[] papers = File is null
            ? []
            :
            [
                new PaperBody(
                    File.FileName,
                    Content: Convert.ToBase64String(
                        await Uploads.BytesOfAsync(File, HttpContext.RequestAborted)
                    )
                ),
            ];
        Result<MeetingAnswer> added = await add.HandleAsync(
            Caller,
            m,
            new AgendaBody([new AgendaItemBody(Title, papers)])
        );
        return await AnswerAsync(
            added.Refusal is { Errors: { Count: > 0 } errors } refusal
                ? refusal with
                {
                    Errors = errors.ToDictionary(
                        error =>
                            error.Key.EndsWith(".title", StringComparison.Ordinal)
                                ? nameof(Title)
                                : nameof(File),
                        error => error.Value
                    ),
                }
                : added,
            _ =>
            {
                Tell("The item is on the agenda.");
                return Redirect(Request.Path);
            },
            () => OnGetAsync(m)
        );
    }
}
