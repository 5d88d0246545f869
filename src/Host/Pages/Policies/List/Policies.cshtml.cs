using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Policies;

/// <summary>The policies of a partnership that the viewer may see, by filter and sort; the address keeps both.</summary>
internal sealed class PoliciesModel : GovernancePage
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Class { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Overdue { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Mine { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    public PolicyList Found { get; private set; } = new([], null, null);

    public int Count { get; private set; }

    public bool MayBegin { get; private set; }

    /// <summary>Agencies and practitioners see what is in force; states and authors do not matter to them.</summary>
    public bool SeesDrafts { get; private set; }

    public bool IsFiltered =>
        !string.IsNullOrWhiteSpace(Words)
        || !string.IsNullOrEmpty(State)
        || !string.IsNullOrEmpty(Class)
        || Overdue
        || Mine;

    public DateOnly Today => Reading.Today;

    public static IEnumerable<Choice> States { get; } =
        Choice.Of(
            [
                PolicyStates.Draft,
                PolicyStates.Consultation,
                PolicyStates.Revision,
                PolicyStates.SignOff,
                PolicyStates.Published,
                PolicyStates.Withdrawn,
            ],
            Pages.Words.State
        );

    public static IEnumerable<Choice> Classes { get; } =
        Choice.Of(DocumentClasses.All, Pages.Words.Class);

    public static IEnumerable<Choice> Sorts { get; } =
    [
        new(PolicySorts.Changed, "Latest change first"),
        new(PolicySorts.Title, "Title, A to Z"),
        new(PolicySorts.Review, "Earliest review first"),
    ];

    public async Task<IActionResult> OnGetAsync(string p, string? after, string? before)
    {
        Partnership = p;
        if (RefuseUnless(p, PoliciesPermissions.Read) is { } no)
        {
            return no;
        }

        MayBegin = Viewer.May(p, PoliciesPermissions.Draft);
        SeesDrafts = Viewer.Appointments.Any(held =>
            held.Partnership == p
            && held.Role is not (Roles.AgencyRepresentative or Roles.Practitioner)
        );
        Result<PolicyFilter> filter = PolicyFilter.Read(
            [State],
            [Class],
            Words,
            overdue: Overdue,
            mine: Mine,
            sort: Sort
        );
        if (filter.Refusal is { } wrong)
        {
            AddErrors(wrong);
            return Page();
        }

        Sort = filter.Value.Sort;
        await using GovernanceDb db = Reading.Open();
        Result<int> count = await PolicyListing.CountAsync(
            db,
            p,
            Viewer.PersonId,
            Reading.Now,
            filter.Value
        );
        Count = count.IsRefused ? 0 : count.Value;
        Result<PolicyList> found = await PolicyListing.ListAsync(
            db,
            p,
            Viewer.PersonId,
            Reading.Now,
            filter.Value,
            after,
            before,
            PageSize
        );
        if (found.Refusal is { Kind: RefusalKind.Malformed })
        {
            // A cursor of an older address: the first page says more than an error.
            return RedirectToPage(
                new
                {
                    p,
                    words = Words,
                    state = State,
                    @class = Class,
                    overdue = Overdue ? "true" : null,
                    mine = Mine ? "true" : null,
                    sort = Sort,
                }
            );
        }

        return Show(found, list => Found = list);
    }
}
