using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Notices;

/// <summary>Makes the rows that acts look at what the configuration says. Hosts share one configuration; each may do it.</summary>
public sealed class FollowTeamsChannels(Upkeep upkeep, IReadGovernance reading)
{
    public async Task RunAsync(
        IReadOnlyCollection<(string Partnership, string Audience)> configured,
        CancellationToken cancellation = default
    )
    {
        await using (GovernanceDb db = reading.OpenReader())
        {
            List<TeamsChannel> stored = await db.Set<TeamsChannel>().ToListAsync(cancellation);
            if (configured.ToHashSet().SetEquals(stored.Select(KeyOf)))
            {
                return;
            }
        }

        await upkeep.RunAsync(
            async db =>
            {
                List<TeamsChannel> stored = await db.Set<TeamsChannel>().AsTracking().ToListAsync();
                db.RemoveRange(stored.Where(row => !configured.Contains(KeyOf(row))));
                foreach (
                    (string partnership, string audience) in configured.Except(stored.Select(KeyOf))
                )
                {
                    db.Add(new TeamsChannel { PartnershipId = partnership, Audience = audience });
                }

                return true;
            },
            cancellation
        );
    }

    private static (string Partnership, string Audience) KeyOf(TeamsChannel row) =>
        (row.PartnershipId, row.Audience);
}
