using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Escalation;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Escalation;

/// <summary>Challenges, newest first: all for the business unit and the scrutiny function, one's own for everybody else.</summary>
internal sealed class ChallengesModel : GovernancePage
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? RaisedWith { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Theme { get; set; }

    public Page<EscalationLine> Found { get; private set; } = new([], null);

    public IEnumerable<Choice> Bodies { get; private set; } = [];

    public bool IsLater { get; private set; }

    public bool ReadsAll { get; private set; }

    public bool MayRaise { get; private set; }

    public async Task<IActionResult> OnGetAsync(string p, string? after)
    {
        Partnership = p;
        if (RefuseUnless(p, EscalationPermissions.ReadDirectory) is { } no)
        {
            return no;
        }

        ReadsAll = Viewer.May(p, EscalationPermissions.ReadAll);
        MayRaise = Viewer.May(p, EscalationPermissions.Raise);
        IsLater = after is not null;
        await using GovernanceDb db = Reading.Open();
        Result<Page<EscalationLine>> found = await EscalationListing.ListAsync(
            db,
            p,
            Viewer.PersonId,
            Reading.Now,
            new EscalationFilter(State, RaisedWith, Theme, Mine: !ReadsAll),
            after,
            PageSize
        );
        if (found.Refusal is { Kind: RefusalKind.Malformed })
        {
            // A cursor of an older address: the first page says more than an error.
            return LocalRedirect(Request.Path);
        }

        Bodies = (
            await RaisingChoices.ForAsync(db, p, Viewer.PersonId, Reading.Now)
        ).Value.Bodies.Select(body => new Choice(body.Id, body.Name));
        return Show(found, page => Found = page);
    }
}
