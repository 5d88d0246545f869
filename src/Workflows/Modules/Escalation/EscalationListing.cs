using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Escalation;

/// <summary>Which challenges are asked for. A value that nothing has finds nothing.</summary>
public sealed record EscalationFilter(
    string? State = null,
    string? RaisedWith = null,
    string? Theme = null,
    int? Stage = null,
    string? Ladder = null,
    bool Mine = false
);

/// <summary>Challenges in a list, newest first: all for the business unit and the scrutiny function; one's own for whoever raised some.</summary>
public static class EscalationListing
{
    public static async Task<Result<Page<EscalationLine>>> ListAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now,
        EscalationFilter filter,
        string? after = null,
        int take = 50
    )
    {
        if (after is not null && !Ids.IsId(after))
        {
            return Cursors.Unreadable();
        }

        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            partnershipId,
            personId,
            filter.Mine ? EscalationPermissions.ReadDirectory : EscalationPermissions.ReadAll,
            London.DateOf(now)
        );
        if (standing.IsRefused)
        {
            return standing.Refusal;
        }

        List<ProfessionalChallenge> found = await Filtered(db, partnershipId, personId, filter)
            .Where(row => after == null || string.Compare(row.Id, after) < 0)
            .OrderByDescending(row => row.Id)
            .Take(take + 1)
            .ToListAsync();
        return new Page<EscalationLine>(
            await LinesAsync(db, partnershipId, [.. found.Take(take)], now),
            found.Count > take ? found[take - 1].Id : null
        );
    }

    private static IQueryable<ProfessionalChallenge> Filtered(
        GovernanceDb db,
        string partnershipId,
        string personId,
        EscalationFilter filter
    )
    {
        IQueryable<ProfessionalChallenge> rows = db.Set<ProfessionalChallenge>()
            .AsNoTracking()
            .Where(row => row.PartnershipId == partnershipId);
        if (filter.Mine)
        {
            rows = rows.Where(row => row.RaiserId == personId);
        }

        if (!string.IsNullOrWhiteSpace(filter.State))
        {
            rows = rows.Where(row => row.State == filter.State);
        }

        if (!string.IsNullOrWhiteSpace(filter.RaisedWith))
        {
            rows = rows.Where(row => row.RaisedWith == filter.RaisedWith);
        }

        if (!string.IsNullOrWhiteSpace(filter.Theme))
        {
            rows = rows.Where(row => row.Theme == filter.Theme);
        }

        if (filter.Stage is { } stage)
        {
            rows = rows.Where(row => row.Stage == stage);
        }

        return string.IsNullOrWhiteSpace(filter.Ladder)
            ? rows
            : rows.Where(row =>
                db.Set<Ladder>()
                    .Any(ladder => ladder.Id == row.LadderId && ladder.Key == filter.Ladder)
            );
    }

    private static async Task<IReadOnlyList<EscalationLine>> LinesAsync(
        GovernanceDb db,
        string partnershipId,
        IReadOnlyList<ProfessionalChallenge> challenges,
        DateTime now
    )
    {
        string[] ids = [.. challenges.Select(row => row.Id)];
        string[] ladders = [.. challenges.Select(row => row.LadderId).Distinct()];
        Dictionary<(string, int), LadderContent> contents = (
            await db.Set<LadderVersion>()
                .AsNoTracking()
                .Where(version => ladders.Contains(version.LadderId))
                .ToListAsync()
        ).ToDictionary(version => (version.LadderId, version.Number), version => version.Read());
        Dictionary<(string, int), string> states = (
            await db.Set<EscalationStage>()
                .AsNoTracking()
                .Where(stage => ids.Contains(stage.ChallengeId))
                .ToListAsync()
        ).ToDictionary(stage => (stage.ChallengeId, stage.Number), stage => stage.State);
        var dues = (
            await (
                from duty in db.Set<StageDuty>()
                join clock in db.Set<Clock>() on duty.ClockId equals clock.Id
                where
                    ids.Contains(duty.ChallengeId)
                    && duty.OpenKey != null
                    && duty.What != StageDuties.Acknowledge
                select new { duty.ChallengeId, clock.DueAt }
            ).ToListAsync()
        ).ToLookup(row => row.ChallengeId, row => row.DueAt, StringComparer.Ordinal);
        IReadOnlyDictionary<string, string> bodies = await EscalationParties.NamesAsync(
            db,
            partnershipId
        );
        return
        [
            .. challenges.Select(row =>
            {
                LadderContent ladder = contents[(row.LadderId, row.LadderVersion)];
                DateTime? due = dues[row.Id].Select(each => (DateTime?)each).Min();
                return new EscalationLine(
                    row.Id,
                    row.Number,
                    row.State,
                    row.Stage,
                    row.Stage == 0 ? "" : ladder.Stage(row.Stage).Label!,
                    states.GetValueOrDefault((row.Id, row.Stage), StageStates.NotReached),
                    ladder.Name,
                    row.Kind,
                    row.RaisedWith,
                    bodies.GetValueOrDefault(row.RaisedWith, row.RaisedWith),
                    row.Theme,
                    row.ImmediateRisk,
                    row.RaisedAt,
                    row.EndedAt,
                    due,
                    due is { } limit && ClockCalculation.IsLate(now, limit)
                );
            }),
        ];
    }
}
