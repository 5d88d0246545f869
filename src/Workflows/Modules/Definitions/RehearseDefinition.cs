using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Definitions;
using Governance.Engine.Instances;
using Governance.Engine.Interpreter;
using Governance.Engine.Simulation;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Definitions;

/// <summary>A rehearsal that is kept.</summary>
public sealed record DefinitionRehearsed(
    string Id,
    string DefinitionId,
    int Version,
    string Hash,
    int? Against,
    DateTime At,
    string By,
    RehearsedChange Result
);

/// <summary>
/// Plays last year's cases of the published version, awkward ones and some by dice through the published and the latest version, and
/// keeps what came of it with the hash of the text. Of a recorded case only what was done at which step and when is read.
/// </summary>
public sealed class RehearseDefinition(
    Acts acts,
    ChangeRehearsal rehearsal,
    IReadGovernance read,
    TimeProvider time
)
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>The cases are played before the act, which only keeps what came of it: nobody waits for them.</summary>
    public async Task<Result<DefinitionRehearsed>> HandleAsync(
        ActCaller caller,
        string partnershipId,
        string definitionId,
        CancellationToken cancellation = default
    )
    {
        Played? played = await PlayAsync(caller, partnershipId, definitionId);
        return await acts.RunAsync(
            new ActRequest<DefinitionRehearsed>
            {
                Name = "definition.rehearse",
                Caller = caller,
                Permission = DefinitionsPermissions.Configure,
                Locate = act => DefinitionPlace.LocateAsync(act, partnershipId, definitionId),
                Decide = act => DecideAsync(act, definitionId, played),
            },
            cancellation
        );
    }

    /// <summary>The latest rehearsals of a definition first.</summary>
    public static async Task<IReadOnlyList<DefinitionRehearsed>> ListAsync(
        GovernanceDb db,
        string partnershipId,
        string definitionId,
        int take = 20
    ) =>
        [
            .. (
                await db.Set<DefinitionRehearsal>()
                    .AsNoTracking()
                    .Where(one =>
                        one.PartnershipId == partnershipId && one.DefinitionId == definitionId
                    )
                    .OrderByDescending(one => one.Id)
                    .Take(take)
                    .ToListAsync()
            ).Select(AnswerOf),
        ];

    /// <summary>Null for whoever may not rehearse, and where there is nothing to: the act says so.</summary>
    private async Task<Played?> PlayAsync(
        ActCaller caller,
        string partnershipId,
        string definitionId
    )
    {
        await using GovernanceDb db = read.OpenReader();
        DateTime now = Moments.Now(time);
        if (
            (
                await PermissionAuthorisation.ForReadingAsync(
                    db,
                    partnershipId,
                    caller.PersonId,
                    DefinitionsPermissions.Configure,
                    London.DateOf(now)
                )
            ).IsRefused
            || await DefinitionBook.FindLatestAsync(db, partnershipId, definitionId)
                is not { } latest
        )
        {
            return null;
        }

        WorkflowDefinitionVersion? published = await DefinitionBook.FindPublishedAsync(
            db,
            partnershipId,
            definitionId
        );
        IReadOnlyList<RecordedCase> recorded = published is null
            ? []
            : await RecordedAsync(db, partnershipId, published.Id, now - Year);
        return new Played(
            latest,
            published,
            rehearsal.Play(published?.Json, latest.Json, recorded, now)
        );
    }

    private static async Task<Result<DefinitionRehearsed>> DecideAsync(
        Act act,
        string definitionId,
        Played? played
    )
    {
        WorkflowDefinitionVersion? now = await DefinitionPlace.LatestAsync(act, definitionId);
        if (now is null || played is null)
        {
            return Refusal.NotFound;
        }

        (WorkflowDefinitionVersion latest, WorkflowDefinitionVersion? published, _) = played;
        if (now.Hash != latest.Hash)
        {
            return Governance.Engine.EngineRefusals.DefinitionOvertaken(now.Version);
        }

        if (played.Result is not { } result)
        {
            return DefinitionsRefusals.CannotRehearse;
        }

        DefinitionRehearsal kept = new()
        {
            Id = act.NewId(),
            PartnershipId = act.PartnershipId,
            DefinitionId = definitionId,
            Version = latest.Version,
            Hash = latest.Hash,
            Against = published?.Version,
            AgainstHash = published?.Hash,
            At = act.Now,
            By = act.Caller.PersonId,
            Result = JsonSerializer.Serialize(result, JsonSerializerOptions.Web),
        };
        act.Db.Add(kept);
        act.Subject = new SubjectRef(DefinitionPlace.Subject, definitionId, latest.Hash);
        act.Payload = new
        {
            rehearsal = kept.Id,
            version = latest.Version,
            against = published?.Version,
            cases = result.Cases.Count,
            recorded = result.Recorded,
            neverEnd = result.NeverEnd.Count,
        };
        return AnswerOf(kept);
    }

    private static async Task<IReadOnlyList<RecordedCase>> RecordedAsync(
        GovernanceDb db,
        string partnershipId,
        string versionId,
        DateTime since
    )
    {
        var instances = await db.Set<WorkflowInstance>()
            .Where(instance =>
                instance.PartnershipId == partnershipId
                && instance.DefinitionVersionId == versionId
                && instance.StartedAt >= since
            )
            .OrderByDescending(instance => instance.Id)
            .Take(ChangeRehearsal.MostRecorded)
            .Select(instance => new { instance.Id, instance.StartedAt })
            .ToListAsync();
        string[] ids = [.. instances.Select(instance => instance.Id)];
        var moves = await db.Set<WorkflowStep>()
            .Where(step => ids.Contains(step.InstanceId) && step.Event == HistoryEvents.Resumed)
            .OrderBy(step => step.InstanceId)
            .ThenBy(step => step.Number)
            .Select(step => new
            {
                step.InstanceId,
                step.At,
                step.ActivityId,
                step.Data,
            })
            .ToListAsync();
        ILookup<string, RecordedMove> byCase = moves.ToLookup(
            move => move.InstanceId,
            move => new RecordedMove(
                move.ActivityId!,
                (string?)JsonNode.Parse(move.Data ?? "{}")?["stimulus"] ?? "",
                move.At - instances.First(one => one.Id == move.InstanceId).StartedAt
            )
        );
        return [.. ids.Select(id => new RecordedCase([.. byCase[id]]))];
    }

    /// <param name="Result">Null where one of the texts cannot run.</param>
    private sealed record Played(
        WorkflowDefinitionVersion Latest,
        WorkflowDefinitionVersion? Published,
        RehearsedChange? Result
    );

    private static DefinitionRehearsed AnswerOf(DefinitionRehearsal kept) =>
        new(
            kept.Id,
            kept.DefinitionId,
            kept.Version,
            kept.Hash,
            kept.Against,
            kept.At,
            kept.By,
            JsonSerializer.Deserialize<RehearsedChange>(kept.Result, JsonSerializerOptions.Web)!
        );
}
