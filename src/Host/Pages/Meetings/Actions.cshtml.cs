using Governance.Contracts;
using Governance.Host.Api;
using Governance.Host.Pages.Components;
using Governance.Modules.Meetings;
using Governance.Modules.Transfer;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Meetings;

/// <summary>The register of actions that the viewer may see, by filter; also as CSV.</summary>
internal sealed class ActionsModel : GovernancePage
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Body { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Owner { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Overdue { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Mine { get; set; }

    public IReadOnlyList<Choice> Bodies { get; private set; } = [];

    public IReadOnlyList<Choice> Owners { get; private set; } = [];

    public Page<ActionLine> Found { get; private set; } = new([], null);

    public bool MayOpen { get; private set; }

    public bool IsLater => Request.Query.ContainsKey("after");

    public string Csv =>
        Request.Path
        + QueryString
            .Create("handler", "Csv")
            .Add("state", State ?? "")
            .Add("body", Body ?? "")
            .Add("owner", Owner ?? "")
            .Add("overdue", Overdue ? "true" : "false")
            .Add("mine", Mine ? "true" : "false")
            .ToUriComponent();

    private ActionFilter Filter => new(Given(State), Given(Body), Given(Owner), Overdue, Mine);

    public async Task<IActionResult> OnGetAsync(string p, string? after)
    {
        Partnership = p;
        if (RefuseUnless(p, MeetingsPermissions.Read) is { } no)
        {
            return no;
        }

        MayOpen = Viewer.Holds(p, Roles.BusinessUnit);
        await using GovernanceDb db = Reading.Open();
        Bodies = await BodyChoices.OfAsync(db, p, Viewer.PersonId, Reading.Now);
        Owners = MeetingWords.Owners(await MeetingWords.PeopleAsync(db, p, Reading.Today));
        return Show(
            await ActionListing.ListAsync(
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
        Result<string> csv = await RegisterCsv.OfActionsAsync(Reading, p, Viewer.PersonId, Filter);
        return csv.IsRefused
            ? Refuse(csv.Refusal)
            : File(CsvText.BytesOf(csv.Value), CsvText.ContentType, "actions.csv");
    }

    private static string? Given(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
