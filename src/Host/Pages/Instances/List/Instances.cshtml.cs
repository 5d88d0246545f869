using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Engine.Instances;
using Governance.Host.Api;
using Governance.Host.Pages.Components;
using Governance.Modules.Cases;
using Governance.Modules.Definitions;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Instances;

/// <summary>The workflows that run or ran in a partnership, by state and definition, part by part; and the moves that wait for somebody.</summary>
internal sealed class InstancesModel(ApprovalBook approvals) : GovernancePage
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Definition { get; set; }

    public Page<InstanceAnswer> Found { get; private set; } = new([], null);

    public IReadOnlyDictionary<string, string> Titles { get; private set; } =
        new Dictionary<string, string>();

    public IReadOnlyList<Choice> Definitions { get; private set; } = [];

    /// <summary>Moves to another version that wait for this viewer as the second person.</summary>
    public IReadOnlyList<ApprovalAnswer> Moves { get; private set; } = [];

    public bool IsLater { get; private set; }

    public bool IsFiltered => !string.IsNullOrEmpty(State) || !string.IsNullOrEmpty(Definition);

    public async Task<IActionResult> OnGetAsync(string p, string? after)
    {
        Partnership = p;
        if (RefuseUnless(p, InstancesApi.Read) is { } no)
        {
            return no;
        }

        IsLater = after is not null;
        await using GovernanceDb db = Reading.Open();
        Definitions =
        [
            .. (await DefinitionCatalogue.NamesAsync(db, p)).Select(each => new Choice(
                each.Id,
                each.Name
            )),
        ];
        Moves =
        [
            .. (await approvals.WaitingForAsync(db, Viewer.PersonId, Reading.Now)).Where(each =>
                each.Partnership == p && each.Kind == MigrationApproval.Name
            ),
        ];
        Result<InstanceFilter> filter = InstanceFilter.Read(
            InstanceWords.States.Any(each => each.Value == State) ? [State] : [],
            Definition
        );
        Result<Page<InstanceAnswer>> found = await InstanceListing.ListAsync(
            db,
            [p],
            filter.Value,
            after,
            PageSize
        );
        if (found.Refusal is { Kind: RefusalKind.Malformed })
        {
            // A cursor of an older address: the first page says more than an error.
            return LocalRedirect(Request.Path);
        }

        if (!found.IsRefused)
        {
            Titles = await CaseTitles.OfAsync(
                db,
                p,
                Viewer.PersonId,
                Reading.Today,
                found.Value.Items.Select(each => each.Subject)
            );
        }

        return Show(found, page => Found = page);
    }

    /// <summary>What the case is called, as far as the viewer may know; else what its workflow is.</summary>
    public string TitleOf(InstanceAnswer instance) =>
        instance.Name ?? Titles.GetValueOrDefault(instance.Subject.Id) ?? instance.Definition.Name;
}
