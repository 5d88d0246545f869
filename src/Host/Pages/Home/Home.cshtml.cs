using Governance.Contracts;
using Governance.Host.Pages.Tasks;
using Governance.Modules.Asks;
using Governance.Modules.Calendars;
using Governance.Modules.Policies;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Governance.Host.Pages.Home;

/// <summary>What waits for the viewer, the most urgent first; then what changed in their partnerships, and the way into each.</summary>
internal sealed class HomeModel(HealthCheckService health) : GovernancePage
{
    private const int MostTasks = 20;
    private const int MostRecent = 5;

    /// <summary>One group a partnership, in the order of its most urgent ask.</summary>
    public IReadOnlyList<(string Name, TaskLines Lines)> Waiting { get; private set; } = [];

    public bool HasMore { get; private set; }

    /// <summary>Lately changed policies, by partnership; none where the viewer reads no policies.</summary>
    public IReadOnlyList<(PartnershipLine Partnership, PolicyLine[] Lines)> Recent
    {
        get;
        private set;
    } = [];

    /// <summary>Partnerships of the viewer's in which nobody holds the scrutiny function, and since when.</summary>
    public IReadOnlyList<(string Name, DateOnly Since)> WithoutScrutiny { get; private set; } = [];

    /// <summary>Whether the installation can do its work; null for who does not administer it.</summary>
    public bool? IsHealthy { get; private set; }

    public async Task OnGetAsync()
    {
        await using GovernanceDb db = Reading.Open();
        DateTime now = Reading.Now;
        Page<TaskAnswer> found = (
            await AskBook.WaitingForAsync(db, Viewer.PersonId, now, take: MostTasks)
        ).Value;
        WorkingCalendar calendar = await CalendarBook.CurrentAsync(db, CalendarIds.EnglandAndWales);
        HasMore = found.Next is not null;
        Waiting =
        [
            .. found
                .Items.GroupBy(task => task.Partnership)
                .Select(group => (NameOf(group.Key), new TaskLines([.. group], now, calendar, []))),
        ];
        List<(PartnershipLine, PolicyLine[])> recent = [];
        List<(string, DateOnly)> withoutScrutiny = [];
        foreach (PartnershipLine partnership in Viewer.Partnerships)
        {
            Result<PolicyLine[]> lines = await PolicyListing.RecentAsync(
                db,
                partnership.Id,
                Viewer.PersonId,
                now,
                MostRecent
            );
            if (!lines.IsRefused)
            {
                recent.Add((partnership, lines.Value));
            }
        }

        foreach (
            PartnershipLine partnership in Viewer.Partnerships.Where(each =>
                Viewer.May(each.Id, ScrutinyPermissions.Read)
            )
        )
        {
            if (
                await ChallengeBook.VacantSinceAsync(db, partnership.Id, Reading.Today) is { } since
            )
            {
                withoutScrutiny.Add((partnership.Name, since));
            }
        }

        WithoutScrutiny = withoutScrutiny;
        Recent = recent;
        if (Viewer.Partnerships.Any(each => Viewer.Holds(each.Id, Roles.Administrator)))
        {
            IsHealthy =
                (await health.CheckHealthAsync(HttpContext.RequestAborted)).Status
                == HealthStatus.Healthy;
        }
    }

    private string NameOf(string partnership) =>
        Viewer.Partnerships.FirstOrDefault(each => each.Id == partnership)?.Name ?? partnership;
}
