using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Contracts.Requests;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Definitions;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Requests;

/// <summary>Reads of requests: by whoever may see how workflows run, which is everybody who can be asked.</summary>
public static class RequestBook
{
    public static async Task<Result<WorkRequestAnswer>> FindAsync(
        GovernanceDb db,
        string requestId,
        string personId,
        DateTime now
    )
    {
        WorkRequest? request = await db.Set<WorkRequest>().FindAsync(requestId);
        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            request?.PartnershipId,
            personId,
            DefinitionsPermissions.Read,
            London.DateOf(now)
        );
        return standing.IsRefused
            ? standing.Refusal
            : await AnswerAsync(db, request!, standing.Value, now);
    }

    /// <summary>All that a run of a workflow has asked, oldest first. Whether the person may read is the caller's question.</summary>
    public static async Task<IReadOnlyList<WorkRequestAnswer>> OfInstanceAsync(
        GovernanceDb db,
        string instanceId,
        string personId,
        DateTime now
    )
    {
        List<WorkRequest> requests = await db.Set<WorkRequest>()
            .Where(request => request.InstanceId == instanceId)
            .OrderBy(request => request.Id)
            .ToListAsync();
        if (requests.Count == 0)
        {
            return [];
        }

        Standing standing = await Standing.LoadAsync(
            db,
            requests[0].PartnershipId,
            personId,
            London.DateOf(now)
        );
        List<WorkRequestAnswer> answers = [];
        foreach (WorkRequest request in requests)
        {
            answers.Add(await AnswerAsync(db, request, standing, now));
        }

        return answers;
    }

    /// <summary>The titles of undertakings, by id.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> TitlesAsync(
        GovernanceDb db,
        string partnershipId,
        IEnumerable<string> ids
    )
    {
        string[] wanted = [.. ids];
        return wanted.Length == 0
            ? new Dictionary<string, string>()
            : await db.Set<Undertaking>()
                .Where(each => each.PartnershipId == partnershipId && wanted.Contains(each.Id))
                .ToDictionaryAsync(each => each.Id, each => each.Title);
    }

    internal static async Task<WorkRequest?> OfEffectAsync(Act act, JsonObject payload) =>
        await act.Db.Set<WorkRequest>().FindAsync(payload["request"]!.GetValue<string>());

    internal static async Task<WorkRequestAnswer> AnswerAsync(
        GovernanceDb db,
        WorkRequest request,
        Standing standing,
        DateTime now
    )
    {
        Clock clock = (await db.Set<Clock>().FindAsync(request.ClockId))!;
        string? about = await (
            from instance in db.Set<Engine.Instances.WorkflowInstance>()
            join undertaking in db.Set<Undertaking>() on instance.SubjectId equals undertaking.Id
            where
                instance.Id == request.InstanceId
                && instance.SubjectType == RequestsWords.Undertaking
            select undertaking.Title
        ).SingleOrDefaultAsync();
        IReadOnlyDictionary<string, string> names = request.ClosedBy is { } by
            ? await AppointmentRoll.NamesAsync(db, [by])
            : new Dictionary<string, string>();
        return new WorkRequestAnswer(
            request.Id,
            request.PartnershipId,
            request.InstanceId,
            about,
            request.What,
            request.Whom,
            request.State,
            request.OpenedAt,
            clock.DueAt,
            request.ClockId,
            request.Text,
            request.ClosedBy is null ? null : request.ClosedAt,
            request.ClosedBy is null ? null : names.GetValueOrDefault(request.ClosedBy),
            RequestRules.Check(request, standing) is null
        );
    }
}
