using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Escalation;

/// <summary>Ladders as their readers see them.</summary>
public static class LadderBook
{
    /// <summary>The newest version of each, by name.</summary>
    public static async Task<Result<IReadOnlyList<LadderAnswer>>> ListAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now
    )
    {
        Result<Standing> standing = await ReadableAsync(db, partnershipId, personId, now);
        return standing.IsRefused ? standing.Refusal : (await AllAsync(db, partnershipId)).ToList();
    }

    /// <summary>One ladder: its newest version, or an earlier one.</summary>
    public static async Task<Result<LadderAnswer>> FindAsync(
        GovernanceDb db,
        string partnershipId,
        string key,
        string personId,
        DateTime now,
        int? version = null
    )
    {
        Result<Standing> standing = await ReadableAsync(db, partnershipId, personId, now);
        if (standing.IsRefused)
        {
            return standing.Refusal;
        }

        Ladder? ladder = await db.Set<Ladder>()
            .SingleOrDefaultAsync(row => row.PartnershipId == partnershipId && row.Key == key);
        LadderVersion? found = ladder is null
            ? null
            : await db.Set<LadderVersion>().FindAsync(ladder.Id, version ?? ladder.Newest);
        return found is null
            ? Refusal.NotFound
            : found
                .Read()
                .Answer(key, found.Number, found.Number == ladder!.Newest, found.CreatedAt);
    }

    internal static async Task<IReadOnlyList<LadderAnswer>> AllAsync(
        GovernanceDb db,
        string partnershipId
    )
    {
        var found = await (
            from ladder in db.Set<Ladder>()
            join version in db.Set<LadderVersion>()
                on new { LadderId = ladder.Id, Number = ladder.Newest } equals new
                {
                    version.LadderId,
                    version.Number,
                }
            where ladder.PartnershipId == partnershipId
            orderby ladder.Key
            select new
            {
                ladder.Key,
                version.Number,
                version.Content,
                version.CreatedAt,
            }
        ).ToListAsync();
        return
        [
            .. found.Select(row =>
                LadderContent.Read(row.Content).Answer(row.Key, row.Number, true, row.CreatedAt)
            ),
        ];
    }

    internal static async Task<(Ladder Ladder, LadderContent Content)?> NewestAsync(
        GovernanceDb db,
        string partnershipId,
        string? key
    )
    {
        Ladder? ladder = await db.Set<Ladder>()
            .SingleOrDefaultAsync(row => row.PartnershipId == partnershipId && row.Key == key);
        return ladder is null
            ? null
            : (ladder, (await db.Set<LadderVersion>().FindAsync(ladder.Id, ladder.Newest))!.Read());
    }

    internal static Task<Result<Standing>> ReadableAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now
    ) =>
        PermissionAuthorisation.ForReadingAsync(
            db,
            partnershipId,
            personId,
            EscalationPermissions.ReadDirectory,
            London.DateOf(now)
        );
}
