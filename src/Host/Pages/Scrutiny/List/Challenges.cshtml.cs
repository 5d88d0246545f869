using Governance.Contracts;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Scrutiny;

/// <summary>The challenges of a partnership, filtered and sorted, part by part.</summary>
internal sealed class ChallengesModel : GovernancePage
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Seat { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Seriousness { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    public Page<ChallengeLine> Found { get; private set; } = new([], null);

    public bool IsLater { get; private set; }

    public bool IsFiltered =>
        Known.State is not null || Known.Seat is not null || Known.Seriousness is not null;

    public bool MayRaise { get; private set; }

    /// <summary>Since when nobody holds the scrutiny function.</summary>
    public DateOnly? Vacant { get; private set; }

    public DateTime Now => Reading.Now;

    /// <summary>An address that somebody shortened by hand leads to the whole list.</summary>
    private ChallengeFilter Known =>
        new(
            ChallengeStates.All.Contains(State) ? State : null,
            Contracts.Seats.All.Contains(Seat) ? Seat : null,
            Seriousnesses.All.Contains(Seriousness) ? Seriousness : null,
            Sort: Sort is ChallengeFilter.Oldest ? Sort : null
        );

    public async Task<IActionResult> OnGetAsync(string p, string? after)
    {
        Partnership = p;
        if (RefuseUnless(p, ScrutinyPermissions.Read) is { } no)
        {
            return no;
        }

        MayRaise = Viewer.May(p, ScrutinyPermissions.Scrutinise);
        IsLater = after is not null;
        await using GovernanceDb db = Reading.Open();
        Vacant = await ChallengeBook.VacantSinceAsync(db, p, Reading.Today);
        Result<Page<ChallengeLine>> found = await ChallengeBook.ListAsync(
            db,
            p,
            Viewer.PersonId,
            Reading.Now,
            Known,
            after,
            PageSize
        );
        if (found.Refusal is { Kind: RefusalKind.Malformed })
        {
            // A cursor of an older address: the first page says more than an error.
            return LocalRedirect(Request.Path);
        }

        return Show(found, page => Found = page);
    }
}
