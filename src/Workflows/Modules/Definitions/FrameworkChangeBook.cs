using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.PlainWords;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Modules.SignOff;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Definitions;

/// <summary>Reads of the changes of the framework: what the seats are asked to sign, in words, and what became of it.</summary>
public sealed class FrameworkChangeBook(DefinitionPlanner planner)
{
    /// <summary>The newest first.</summary>
    /// <param name="after">The id that the page before ended with.</param>
    public static async Task<Result<Page<FrameworkChangeLine>>> ListAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now,
        string? after = null,
        int take = 50
    )
    {
        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            partnershipId,
            personId,
            DefinitionsPermissions.Read,
            London.DateOf(now)
        );
        if (standing.IsRefused)
        {
            return standing.Refusal;
        }

        IQueryable<FrameworkChange> wanted = db.Set<FrameworkChange>()
            .AsNoTracking()
            .Where(change => change.PartnershipId == partnershipId);
        if (after is not null)
        {
            wanted = wanted.Where(change => string.Compare(change.Id, after) < 0);
        }

        List<FrameworkChange> found = await wanted
            .OrderByDescending(change => change.Id)
            .Take(take + 1)
            .ToListAsync();
        FrameworkChange[] page = [.. found.Take(take)];
        return new Page<FrameworkChangeLine>(
            await LinesAsync(db, page),
            found.Count > take ? page[^1].Id : null
        );
    }

    /// <summary>One change with what it says and what it would alter.</summary>
    public async Task<Result<FrameworkChangeAnswer>> FindAsync(
        GovernanceDb db,
        string changeId,
        string personId,
        DateTime now
    )
    {
        FrameworkChange? change = await db.Set<FrameworkChange>().FindAsync(changeId);
        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            change?.PartnershipId,
            personId,
            DefinitionsPermissions.Read,
            London.DateOf(now)
        );
        if (standing.IsRefused)
        {
            return standing.Refusal;
        }

        WorkflowDefinitionVersion? version = await FrameworkChangeTexts.VersionAsync(db, change!);
        WorkflowDefinitionVersion? before = await db.Set<WorkflowDefinitionVersion>()
            .AsNoTracking()
            .Where(each =>
                each.PartnershipId == change!.PartnershipId
                && each.DefinitionId == change.DefinitionId
                && each.Version < change.Number
                && each.PublishedAt != null
            )
            .OrderByDescending(each => each.Version)
            .FirstOrDefaultAsync();
        WorkflowPlan? plan = version is null ? null : planner.Plan(version.Json).Plan;
        WorkflowPlan? planBefore = before is null ? null : planner.Plan(before.Json).Plan;
        return new FrameworkChangeAnswer(
            (await LinesAsync(db, [change!]))[0],
            version is not null && DefinitionBook.HashOf(version.Json) == change!.Hash,
            before?.Version,
            plan is null || planBefore is null ? [] : PlainDifference.Between(planBefore, plan),
            plan is null
                ? []
                :
                [
                    .. PlainOutline
                        .Of(plan)
                        .Steps.Select(step => new FrameworkStep(
                            step.Number,
                            step.Title,
                            step.Sentences
                        )),
                ],
            await db.Set<DefinitionRehearsal>()
                .Where(one =>
                    one.PartnershipId == change!.PartnershipId
                    && one.DefinitionId == change.DefinitionId
                    && one.Hash == change.Hash
                )
                .MaxAsync(one => (DateTime?)one.At)
        );
    }

    /// <summary>The change of a definition that the seats sign now; null when there is none. Who may read is the caller's question.</summary>
    public static async Task<FrameworkChangeLine?> OpenAsync(
        GovernanceDb db,
        string partnershipId,
        string definitionId
    ) =>
        await FrameworkChanges.OpenAsync(db, partnershipId, definitionId) is { } change
            ? (await LinesAsync(db, [change]))[0]
            : null;

    private static async Task<IReadOnlyList<FrameworkChangeLine>> LinesAsync(
        GovernanceDb db,
        IReadOnlyList<FrameworkChange> changes
    )
    {
        string[] ids = [.. changes.Select(change => change.Id)];
        string[] versions = [.. changes.Select(change => change.VersionId)];
        Dictionary<string, string> names = await db.Set<WorkflowDefinitionVersion>()
            .Where(version => versions.Contains(version.Id))
            .ToDictionaryAsync(version => version.Id, version => version.Name);
        ILookup<string, string> rounds = (
            await db.Set<SignOffRound>()
                .Where(round =>
                    round.SubjectType == DefinitionsWords.Change && ids.Contains(round.SubjectId)
                )
                .OrderByDescending(round => round.Number)
                .Select(round => new { round.SubjectId, round.Id })
                .ToListAsync()
        ).ToLookup(round => round.SubjectId, round => round.Id);
        IReadOnlyDictionary<string, string> people = await AppointmentRoll.NamesAsync(
            db,
            changes.Select(change => change.ProposedBy)
        );
        return
        [
            .. changes.Select(change => new FrameworkChangeLine(
                change.Id,
                change.DefinitionId,
                names.GetValueOrDefault(change.VersionId, change.DefinitionId),
                change.Number,
                change.Hash,
                change.IsOpen ? FrameworkChangeStates.Open
                    : change.IsPublished ? FrameworkChangeStates.Published
                    : FrameworkChangeStates.Ended,
                change.ProposedAt,
                people.GetValueOrDefault(change.ProposedBy, change.ProposedBy),
                change.EndedAt,
                rounds[change.Id].FirstOrDefault(),
                change.Reason
            )),
        ];
    }
}

/// <summary>Wire names; never change.</summary>
public static class FrameworkChangeStates
{
    public const string Open = "open";
    public const string Published = "published";

    /// <summary>Rejected, lapsed or withdrawn: the round says which.</summary>
    public const string Ended = "ended";
}
