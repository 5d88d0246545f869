using System.Globalization;
using Governance.Host.Api;
using Governance.Host.SignIn;
using Governance.Modules.Asks;
using Governance.Modules.Escalation;
using Governance.Modules.Meetings;
using Governance.Modules.Notices;
using Governance.Modules.Policies;
using Governance.Modules.Scrutiny;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;

namespace Governance.Host.Pages.Shared;

/// <summary>
/// The menu: what the viewer may go to, in the partnership that the page is about, or in their only one. Where they serve several
/// and the page is about none, they choose the partnership on the home page first.
/// </summary>
internal sealed class Navigation(Viewer viewer, Reading reading)
{
    private const int Most = 99;

    public async Task<IReadOnlyList<NavigationLink>> LinksAsync(
        string? partnership,
        PathString here
    )
    {
        string? within =
            partnership ?? (viewer.Partnerships.Count == 1 ? viewer.Partnerships[0].Id : null);
        await using GovernanceDb db = reading.Open();
        int tasks = await AskBook.CountAsync(db, viewer.PersonId, reading.Now);
        int unread = await NoticeBoard.CountUnreadAsync(db, viewer.PersonId, Most);
        List<NavigationLink> links =
        [
            new("/home", "Home") { Count = Capped(tasks), CountOf = "waiting for you" },
        ];
        if (within is not null)
        {
            links.AddRange(Within(within));
        }

        links.Add(new("/notices", "Notices") { Count = Capped(unread), CountOf = "unread" });
        return
        [
            .. links.Select(link =>
                link with
                {
                    IsHere =
                        here.StartsWithSegments(link.Address, StringComparison.Ordinal)
                        || (
                            link.Also is not null
                            && here.StartsWithSegments(link.Also, StringComparison.Ordinal)
                        ),
                }
            ),
        ];
    }

    private IEnumerable<NavigationLink> Within(string partnership)
    {
        string at = $"/partnerships/{Uri.EscapeDataString(partnership)}";
        if (viewer.May(partnership, PoliciesPermissions.Read))
        {
            yield return new($"{at}/policies", "Policies");
        }

        if (viewer.May(partnership, MeetingsPermissions.Read))
        {
            yield return new($"{at}/meetings", "Meetings");
        }

        if (viewer.May(partnership, GroupPermissions.Read))
        {
            yield return new($"{at}/groups", "Groups");
        }

        // The scrutineer's and the professional challenges lead to one another; who reads only one of them comes there at once.
        if (viewer.May(partnership, ScrutinyPermissions.Read))
        {
            yield return new($"{at}/challenges", "Challenges") { Also = $"{at}/escalations" };
        }
        else if (viewer.May(partnership, EscalationPermissions.ReadDirectory))
        {
            yield return new($"{at}/escalations", "Challenges");
        }

        yield return new($"{at}/people", "Partnership");
        if (viewer.May(partnership, RecordApi.Read))
        {
            yield return new($"{at}/record", "Record");
        }

        yield return new($"{at}/library", "Library");
    }

    private static string? Capped(int count) =>
        count == 0 ? null
        : count > Most ? $"{Most}+"
        : count.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One place to go to.</summary>
internal sealed record NavigationLink(string Address, string Text)
{
    public bool IsHere { get; init; }

    /// <summary>Where the same entry leads further.</summary>
    public string? Also { get; init; }

    /// <summary>How many wait there; null for none.</summary>
    public string? Count { get; init; }

    /// <summary>Says to a screen reader what is counted.</summary>
    public string? CountOf { get; init; }
}
