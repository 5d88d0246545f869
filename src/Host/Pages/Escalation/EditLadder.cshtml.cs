using System.Globalization;
using Governance.Contracts;
using Governance.Modules.Escalation;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Escalation;

/// <summary>The business unit proposes a version of a ladder. There are always some empty stages at the end, so that no script is needed.</summary>
internal sealed class EditLadderModel(ProposeLadder propose) : GovernancePage
{
    private const string NewLadder = "new";
    private const int Spare = 2;
    private const int MostStages = 9;

    [BindProperty]
    public string? Key { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Mark { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public string? BlankAmount { get; set; }

    [BindProperty]
    public string? BlankUnit { get; set; }

    [BindProperty]
    public string? Ends { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public List<StageForm> Stages { get; set; } = [];

    public bool IsNew { get; private set; }

    public IReadOnlyList<string> ErrorsOf(int place) =>
        [
            .. ModelState
                .Where(field =>
                    field.Key.StartsWith(Field(place), StringComparison.OrdinalIgnoreCase)
                )
                .SelectMany(field => field.Value!.Errors)
                .Select(error => error.ErrorMessage),
        ];

    public bool HasErrors(int place) => ErrorsOf(place).Count > 0;

    public async Task<IActionResult> OnGetAsync(string p, string l)
    {
        (IActionResult? no, LadderAnswer? ladder) = await LoadAsync(p, l);
        if (no is not null)
        {
            return no;
        }

        if (ladder is not null)
        {
            (Name, Kind, Mark, Source, Ends) = (
                ladder.Name,
                ladder.Kind,
                ladder.Mark,
                ladder.Source,
                ladder.Ends
            );
            BlankAmount = LimitForm.Text(ladder.WhereBlank?.Amount);
            BlankUnit = ladder.WhereBlank?.Unit;
            Stages = [.. ladder.Stages.Select(StageForm.Of)];
        }

        AddSpare();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string p, string l)
    {
        (IActionResult? no, LadderAnswer? ladder) = await LoadAsync(p, l);
        if (no is not null)
        {
            return no;
        }

        List<StageForm> given =
        [
            .. Stages.Take(MostStages).Where(stage => !string.IsNullOrWhiteSpace(stage.Label)),
        ];
        return await AnswerAsync(
            await propose.HandleAsync(
                Caller,
                p,
                IsNew ? Key ?? "" : l,
                new LadderBody(
                    Name,
                    Kind,
                    [
                        .. given.Select(
                            (stage, place) => stage.Stage(ladder?.Stages.ElementAtOrDefault(place))
                        ),
                    ],
                    ladder?.Urgencies,
                    string.IsNullOrWhiteSpace(BlankAmount)
                        ? null
                        : new LadderSpan(LimitForm.Number(BlankAmount), BlankUnit),
                    Source,
                    Mark,
                    Ends,
                    Reason
                )
            ),
            _ =>
            {
                Tell("The ladder is proposed. It takes effect when a second person agrees.");
                return LocalRedirect($"/partnerships/{Uri.EscapeDataString(p)}/ladders");
            },
            () =>
            {
                Stages = given;
                AddSpare();
                return Task.FromResult<IActionResult>(Page());
            }
        );
    }

    private async Task<(IActionResult? No, LadderAnswer? Ladder)> LoadAsync(string p, string l)
    {
        Partnership = p;
        if (RefuseUnless(p, EscalationPermissions.ProposeLadder) is { } no)
        {
            return (no, null);
        }

        IsNew = l == NewLadder;
        if (IsNew)
        {
            return (null, null);
        }

        await using GovernanceDb db = Reading.Open();
        Result<LadderAnswer> found = await LadderBook.FindAsync(
            db,
            p,
            l,
            Viewer.PersonId,
            Reading.Now
        );
        return found.IsRefused ? (Refuse(found.Refusal), null) : (null, found.Value);
    }

    private void AddSpare()
    {
        for (int spare = 0; spare < Spare && Stages.Count < MostStages; spare++)
        {
            Stages.Add(new StageForm());
        }
    }

    private static string Field(int place) =>
        string.Create(CultureInfo.InvariantCulture, $"stages[{place}]");
}
