using Governance.Contracts;
using Governance.Modules.Asks;
using Governance.Storage;

namespace Governance.Host.Api;

/// <summary>The inbox: what waits for the caller.</summary>
internal static class TasksApi
{
    public static void MapTasks(this RouteGroupBuilder api) =>
        api.MapGet("/tasks", ListAsync)
            .WithTags("Tasks")
            .WithSummary("What waits for me, earliest due first.")
            .Produces<Page<TaskAnswer>>();

    private static async Task<IResult> ListAsync(
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (
            await AskBook.WaitingForAsync(
                db,
                caller.PersonId,
                reading.Now,
                paging.After,
                paging.Count
            )
        ).ToOk();
    }
}
