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
    private const int MostUrgencies = 6;

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

    [BindProperty]
    public List<UrgencyForm> Urgencies { get; set; } = [];

    public bool IsNew { get; private set; }

    public IReadOnlyList<string> ErrorsOf(int place) => ErrorsUnder(Field(place));

    public IReadOnlyList<string> UrgencyErrors => ErrorsUnder("urgencies");

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
            Urgencies =
            [
                .. ladder.Urgencies.Select(each => new UrgencyForm
                {
                    Key = each.Key,
                    Label = each.Label,
                }),
            ];
            string[] keys = [.. Urgencies.Select(each => each.KeyOrMade)];
            Stages = [.. ladder.Stages.Select(stage => StageForm.Of(stage, keys))];
        }

        AddSpare();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string p, string l)
    {
        (IActionResult? no, _) = await LoadAsync(p, l);
        if (no is not null)
        {
            return no;
        }

        // A class whose label was emptied is left out, and its limits with it; the others keep their places.
        string[] keys =
        [
            .. Urgencies
                .Take(MostUrgencies)
                .Select(each => string.IsNullOrWhiteSpace(each.Label) ? "" : each.KeyOrMade),
        ];
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
                    [.. given.Select(stage => stage.Stage(keys))],
                    [
                        .. Urgencies
                            .Take(MostUrgencies)
                            .Where(each => !string.IsNullOrWhiteSpace(each.Label))
                            .Select(each => new LadderUrgency(each.KeyOrMade, each.Label!.Trim())),
                    ],
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

    private IReadOnlyList<string> ErrorsUnder(string name) =>
        [
            .. ModelState
                .Where(each => each.Key.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                .SelectMany(each => each.Value!.Errors)
                .Select(error => error.ErrorMessage),
        ];

    private void AddSpare()
    {
        for (int spare = 0; spare < Spare && Stages.Count < MostStages; spare++)
        {
            Stages.Add(new StageForm());
        }

        for (int spare = 0; spare < Spare && Urgencies.Count < MostUrgencies; spare++)
        {
            Urgencies.Add(new UrgencyForm());
        }

        foreach (LimitForm limit in Stages.SelectMany(stage => stage.Limits))
        {
            while (limit.Urgent.Count < Urgencies.Count)
            {
                limit.Urgent.Add(new SpanForm());
            }
        }
    }

    private static string Field(int place) =>
        string.Create(CultureInfo.InvariantCulture, $"stages[{place}]");
}
