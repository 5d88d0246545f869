using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Meetings;

/// <summary>The meetings of a partnership that the viewer may see, latest first.</summary>
internal sealed class MeetingsModel : GovernancePage
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true)]
    public string? Body { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    public IReadOnlyList<Choice> Bodies { get; private set; } = [];

    public Page<MeetingLine> Found { get; private set; } = new([], null);

    public bool IsLater => Request.Query.ContainsKey("after");

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
            await MeetingBook.ListAsync(
                db,
                p,
                Viewer.PersonId,
                Reading.Now,
                new MeetingFilter(
                    string.IsNullOrEmpty(Body) ? null : Body,
                    string.IsNullOrEmpty(State) ? null : State
                ),
                after,
                PageSize
            ),
            found => Found = found
        );
    }
}

/// <summary>The bodies of a partnership to choose from.</summary>
internal static class BodyChoices
{
    public static async Task<IReadOnlyList<Choice>> OfAsync(
        GovernanceDb db,
        string partnership,
        string personId,
        DateTime now
    )
    {
        Result<IReadOnlyList<BodyLine>> tree = await StructureBook.TreeAsync(
            db,
            partnership,
            personId,
            now
        );
        return tree.IsRefused ? [] : [.. tree.Value.Select(body => new Choice(body.Id, body.Name))];
    }
}
