using Governance.Contracts;
using Governance.Contracts.Search;
using Governance.Host.Pages.Components;
using Governance.Modules.Partnerships;
using Governance.Modules.Search;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Search;

/// <summary>What was found of everything that the viewer may read; the address keeps the words and the filters.</summary>
internal sealed class SearchModel(SearchBook search) : GovernancePage
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Body { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Group { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Seat { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Earlier { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    public SearchAnswer Found { get; private set; } = new([], null, 0, false, [], []);

    public IReadOnlyList<SearchPlace> Places { get; private set; } = [];

    public IReadOnlyList<SavedViewAnswer> Views { get; private set; } = [];

    public bool IsLater { get; private set; }

    /// <summary>Whether anything was looked for; a fresh page asks before it shows.</summary>
    public bool IsAsked => !string.IsNullOrWhiteSpace(Q) || IsNarrowed;

    public bool IsNarrowed =>
        Earlier
        || ((string?[])[Kind, State, Body, Group, Seat, From, To]).Any(value =>
            !string.IsNullOrEmpty(value)
        );

    public static IEnumerable<Choice> Sorts { get; } =
    [new(SearchFilter.Best, "Best first"), new(SearchFilter.Newest, "Newest first")];

    public static IEnumerable<Choice> Seats { get; } = Choice.Of(Contracts.Seats.All, Words.Seat);

    public IEnumerable<Choice> Of(string kind) =>
        Places.Where(place => place.Kind == kind).Select(place => new Choice(place.Id, place.Name));

    public async Task<IActionResult> OnGetAsync(string p, string? after)
    {
        Partnership = p;
        if (RefuseUnless(p, PartnershipsPermissions.SeePartnership) is { } no)
        {
            return no;
        }

        await using GovernanceDb db = Reading.Open();
        Places = await search.PlacesAsync(db, p, Viewer.PersonId, Reading.Now);
        Result<Page<SavedViewAnswer>> views = await SavedViewBook.ListAsync(
            db,
            p,
            Viewer.PersonId,
            Reading.Today
        );
        Views = views.IsRefused ? [] : views.Value.Items;
        Result<SearchFilter> filter = SearchFilter.Read(
            Q,
            Kind,
            State,
            Body,
            Group,
            Seat,
            From,
            To,
            Earlier,
            Sort
        );
        if (filter.Refusal is { } wrong)
        {
            AddErrors(wrong);
            return Page();
        }

        if (!IsAsked)
        {
            return Page();
        }

        Sort = filter.Value.Sort;
        IsLater = after is not null;
        Result<SearchAnswer> found = await search.FindAsync(
            db,
            p,
            Viewer.PersonId,
            Reading.Now,
            filter.Value,
            string.IsNullOrEmpty(after) ? null : after,
            PageSize
        );
        if (found.Refusal is { Kind: RefusalKind.Malformed })
        {
            // A place in another list: the first page says more than an error.
            return Redirect(
                Request.Path
                    + QueryString.Create(
                        Request
                            .Query.Where(part => part.Key != "after")
                            .SelectMany(part =>
                                part.Value.Select(one => KeyValuePair.Create(part.Key, one))
                            )
                    )
            );
        }

        return Show(found, answer => Found = answer);
    }
}
