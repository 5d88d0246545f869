using Governance.Contracts;
using Governance.Host.Api;
using Governance.Host.Pages.Components;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Meetings;

/// <summary>One item of an agenda: papers, interests, and what is decided on it.</summary>
[RequestSizeLimit(AgendaModel.Limit)]
[RequestFormLimits(MultipartBodyLengthLimit = AgendaModel.Limit)]
internal sealed class ItemModel(
    AddPaper addPaper,
    ReplacePaper replacePaper,
    RecordDecision record,
    DeclareOnItem declare
) : MeetingPage
{
    [BindProperty]
    public new IFormFile? File { get; set; }

    [BindProperty]
    public string? Replaces { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Dissent { get; set; }

    [BindProperty]
    public string? Discretion { get; set; }

    [BindProperty]
    public bool Discussed { get; set; }

    [BindProperty]
    public string? Supersedes { get; set; }

    [BindProperty]
    public string? Person { get; set; }

    [BindProperty]
    public string? Nature { get; set; }

    [BindProperty]
    public bool Withdraws { get; set; }

    public AgendaItemAnswer Item { get; private set; } = null!;

    public IReadOnlyList<Choice> People { get; private set; } = [];

    /// <summary>Decisions of the body that still stand, latest first.</summary>
    public IReadOnlyList<Choice> Earlier { get; private set; } = [];

    /// <summary>Whether the form of a handler was sent and has to be shown again.</summary>
    public bool IsOpen(string handler) => Request.Query["handler"] == handler;

    public async Task<IActionResult> OnGetAsync(string m, string i)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, m) is { } no)
        {
            return no;
        }

        if (Meeting.Items.FirstOrDefault(item => item.Id == i) is not { } found)
        {
            return Refuse(Refusal.NotFound);
        }

        Item = found;
        Person ??= Viewer.PersonId;
        People = await MeetingWords.PeopleAsync(db, Meeting.Partnership, Reading.Today);
        Earlier = Meeting.Secretary ? await EarlierAsync(db) : [];
        return Page();
    }

    public async Task<IActionResult> OnPostPaperAsync(string m, string i)
    {
        if (File is null)
        {
            ModelState.AddModelError(nameof(File), "Choose a file.");
            return await AgainAsync(() => OnGetAsync(m, i));
        }

        PaperUpload upload = new(
            File.FileName,
            await Uploads.BytesOfAsync(File, HttpContext.RequestAborted)
        );
        return await AnswerAsync(
            string.IsNullOrEmpty(Replaces)
                ? await addPaper.HandleAsync(Caller, i, upload)
                : await replacePaper.HandleAsync(Caller, Replaces, upload),
            paper =>
                Done(
                    paper.Changed is null
                        ? "The paper is there."
                        : "The paper is there. It came after circulation, and shows so."
                ),
            () => OnGetAsync(m, i)
        );
    }

    public async Task<IActionResult> OnPostDecisionAsync(string m, string i) =>
        await AnswerAsync(
            await record.HandleAsync(
                Caller,
                m,
                new DecisionBody(
                    i,
                    Text,
                    Dissent,
                    Discretion,
                    Discussed,
                    string.IsNullOrEmpty(Supersedes) ? null : Supersedes
                )
            ),
            decision =>
            {
                Tell(
                    decision.Outcome == DecisionOutcomes.Decided
                        ? $"Decision {decision.Number} is recorded."
                        : $"It is recorded as discussed, not decided, under number {decision.Number}."
                );
                return Redirect($"/decisions/{decision.Id}");
            },
            () => OnGetAsync(m, i)
        );

    public async Task<IActionResult> OnPostInterestAsync(string m, string i) =>
        await AnswerAsync(
            await declare.HandleAsync(
                Caller,
                m,
                new DeclarationBody(
                    i,
                    Nature,
                    Withdraws,
                    string.IsNullOrEmpty(Person) ? null : Person
                )
            ),
            _ => Done("The interest is declared."),
            () => OnGetAsync(m, i)
        );

    private async Task<IReadOnlyList<Choice>> EarlierAsync(GovernanceDb db)
    {
        Result<Page<DecisionLine>> found = await DecisionBook.ListAsync(
            db,
            Meeting.Partnership,
            Viewer.PersonId,
            Reading.Now,
            new DecisionFilter(Meeting.Body, DecisionOutcomes.Decided)
        );
        return found.IsRefused
            ? []
            :
            [
                .. found
                    .Value.Items.Where(line => line.SupersededBy is null)
                    .Select(line => new Choice(
                        line.Id,
                        $"{line.Number}: {(line.Text.Length > 80 ? line.Text[..80] + "…" : line.Text)}"
                    )),
            ];
    }

    private RedirectResult Done(string words)
    {
        Tell(words);
        return Redirect(Request.Path);
    }
}
