using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Meetings;

/// <summary>One written procedure: who is asked reads text and papers and answers.</summary>
internal sealed class ProcedureModel(AnswerProcedure answer, WithdrawProcedure withdraw)
    : GovernancePage
{
    [BindProperty]
    public string? Agrees { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public ProcedureAnswer Procedure { get; private set; } = null!;

    public Choice[] Mine =>
        [
            .. Procedure
                .Places.Where(place => Procedure.Mine.Contains(place.Place))
                .Select(place => new Choice(place.Place, place.Name)),
        ];

    public async Task<IActionResult> OnGetAsync(string w)
    {
        await using GovernanceDb db = Reading.Open();
        return Show(
            MeetingPage.Hidden(await ProcedureBook.FindAsync(db, w, Viewer.PersonId, Reading.Now)),
            procedure =>
            {
                Procedure = procedure;
                Partnership = procedure.Partnership;
            }
        );
    }

    /// <summary>A paper, as a download.</summary>
    public async Task<IActionResult> OnGetPaperAsync(string w, string d, int n)
    {
        await using GovernanceDb db = Reading.Open();
        Result<PaperFile> found = await PaperBook.FindAsync(db, d, n, Viewer.PersonId, Reading.Now);
        return found.IsRefused
            ? Refuse(found.Refusal)
            : File(found.Value.Bytes, found.Value.ContentType, found.Value.Name);
    }

    public async Task<IActionResult> OnPostAnswerAsync(string w) =>
        await AnswerAsync(
            await answer.HandleAsync(
                Caller,
                w,
                new AnswerProcedureBody(
                    Agrees switch
                    {
                        "true" => true,
                        "false" => false,
                        _ => null,
                    },
                    Reason,
                    string.IsNullOrEmpty(Place) ? null : Place
                )
            ),
            _ => Done("Your answer is recorded."),
            () => OnGetAsync(w)
        );

    public async Task<IActionResult> OnPostWithdrawAsync(string w)
    {
        Result<ProcedureAnswer> withdrawn = await withdraw.HandleAsync(
            Caller,
            w,
            new WithdrawProcedureBody(Why)
        );
        return await AnswerAsync(
            withdrawn.Refusal is { Errors: { Count: > 0 } errors } refusal
                ? refusal with
                {
                    Errors = errors.ToDictionary(_ => nameof(Why), error => error.Value),
                }
                : withdrawn,
            _ => Done("The written procedure is taken back."),
            () => OnGetAsync(w)
        );
    }

    private RedirectResult Done(string words)
    {
        Tell(words);
        return Redirect(Request.Path);
    }
}
