using System.Globalization;
using Governance.Contracts;
using Governance.Host.Api;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Meetings;

/// <summary>Secretary or chair ask a body to decide between its meetings.</summary>
[RequestSizeLimit(AgendaModel.Limit)]
[RequestFormLimits(MultipartBodyLengthLimit = AgendaModel.Limit)]
internal sealed class ProposeModel(ProposeProcedure propose) : GovernancePage
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? WorkingDays { get; set; }

    [BindProperty]
    public new IFormFile? File { get; set; }

    public BodyAnswer Body { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string b)
    {
        await using GovernanceDb db = Reading.Open();
        Result<BodyAnswer> found = await StructureBook.FindAsync(
            db,
            b,
            Viewer.PersonId,
            Reading.Now
        );
        return found.IsRefused ? Refuse(found.Refusal)
            : !found.Value.Secretary ? Refuse(MeetingPage.NotSecretary)
            : Show(
                found,
                body =>
                {
                    Body = body;
                    Partnership = body.Partnership;
                }
            );
    }

    public async Task<IActionResult> OnPostAsync(string b)
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
        int? days = int.TryParse(
            WorkingDays,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out int number
        )
            ? number
            : null;
        Result<ProcedureAnswer> proposed = await propose.HandleAsync(
            Caller,
            b,
            new ProposeProcedureBody(Title, Text, days, papers)
        );
        return await AnswerAsync(
            proposed.Refusal is { Errors: { Count: > 0 } errors } refusal
                ? refusal with
                {
                    Errors = errors.ToDictionary(
                        error => error.Key == "papers" ? nameof(File) : error.Key,
                        error => error.Value
                    ),
                }
                : proposed,
            procedure =>
            {
                Tell("Everybody who is asked has been told.");
                return Redirect($"/written-procedures/{procedure.Id}");
            },
            () => OnGetAsync(b)
        );
    }
}
