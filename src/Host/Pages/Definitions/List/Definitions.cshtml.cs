using Governance.Contracts;
using Governance.Host.Api;
using Governance.Host.Pages.Components;
using Governance.Modules.Definitions;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Definitions;

/// <summary>The workflow definitions of a partnership: how each stands, what waits, and what runs on which version.</summary>
internal sealed class DefinitionsModel : GovernancePage
{
    private const int PageSize = 20;
    private const string LatestChange = "changed";

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Page<DefinitionLine> Found { get; private set; } = new([], null);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Words) || !string.IsNullOrEmpty(State);

    public bool MayWrite => Viewer.May(Partnership!, DefinitionsPermissions.Configure);

    public static IReadOnlyList<Choice> States { get; } =
        Choice.Of(DefinitionStates.All, Pages.Words.State);

    public static IReadOnlyList<Choice> Sorts { get; } =
    [new("name", "Name, A to Z"), new(LatestChange, "Latest change first")];

    public async Task<IActionResult> OnGetAsync(string p)
    {
        Partnership = p;
        if (RefuseUnless(p, DefinitionsPermissions.Read) is { } no)
        {
            return no;
        }

        await using GovernanceDb db = Reading.Open();
        IEnumerable<DefinitionLine> found = (await DefinitionOverview.ListAsync(db, p)).Where(
            line =>
                (string.IsNullOrEmpty(State) || line.State == State)
                && (
                    string.IsNullOrWhiteSpace(Words)
                    || line.Name.Contains(Words.Trim(), StringComparison.OrdinalIgnoreCase)
                )
        );
        DefinitionLine[] all =
        [
            .. Sort == LatestChange ? found.OrderByDescending(line => line.Changed) : found,
        ];
        Result<Page<DefinitionLine>> page = new Paging(
            string.IsNullOrEmpty(After) ? null : After,
            PageSize
        ).Of(all, line => line.Id);
        // A cursor of an older address: the first page says more than an error.
        Found = page.IsRefused
            ? new Paging(null, PageSize).Of(all, line => line.Id).Value
            : page.Value;
        return Page();
    }
}
