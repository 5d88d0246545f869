using Governance.Contracts;
using Governance.Host.Api;
using Governance.Host.Pages.Components;
using Governance.Modules.Meetings;
using Governance.Modules.Transfer;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Meetings;

/// <summary>The register of decisions that the viewer may see, by body and by what came of it; also as CSV.</summary>
internal sealed class DecisionsModel : GovernancePage
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public string? Body { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Outcome { get; set; }

    public IReadOnlyList<Choice> Bodies { get; private set; } = [];

    public Page<DecisionLine> Found { get; private set; } = new([], null);

    public bool IsLater => Request.Query.ContainsKey("after");

    public string Csv =>
        Request.Path
        + QueryString
            .Create("handler", "Csv")
            .Add("body", Body ?? "")
            .Add("outcome", Outcome ?? "")
            .ToUriComponent();

    private DecisionFilter Filter =>
        new(
            string.IsNullOrEmpty(Body) ? null : Body,
            string.IsNullOrEmpty(Outcome) ? null : Outcome
        );

    public async Task<IActionResult> OnGetAsync(string p, string? after)
    {
        Partnership = p;
        if (RefuseUnless(p, MeetingsPermissions.Read) is { } no)
        {
            return no;
        }

        await using GovernanceDb db = Reading.Open();
        Bodies = await BodyChoices.OfAsync(db, p, Viewer.PersonId, Reading.Now);
        return Show(
            await DecisionBook.ListAsync(
                db,
                p,
                Viewer.PersonId,
                Reading.Now,
                Filter,
                after,
                PageSize
            ),
            found => Found = found
        );
    }

    public async Task<IActionResult> OnGetCsvAsync(string p)
    {
        Result<string> csv = await RegisterCsv.OfDecisionsAsync(
            Reading,
            p,
            Viewer.PersonId,
            Filter
        );
        return csv.IsRefused
            ? Refuse(csv.Refusal)
            : File(CsvText.BytesOf(csv.Value), CsvText.ContentType, "decisions.csv");
    }
}
