using Governance.Contracts;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Api;

/// <summary>Tasks of a group: their dates, what they wait for, what happened to them.</summary>
internal static class GroupTasksApi
{
    public static void MapGroupTasks(this RouteGroupBuilder group, RouteGroupBuilder api)
    {
        group
            .MapPost("/tasks", AddAsync)
            .WithSummary(
                "Adds a task with an owner, a date or working days, and what it has to wait for."
            )
            .Produces<GroupTaskAnswer>(StatusCodes.Status201Created);
        group
            .MapGet("/tasks", ListAsync)
            .WithSummary(
                "A group's tasks, earliest due first; by state (also unfinished, finished) and owner."
            )
            .Produces<Page<GroupTaskAnswer>>();
        api.MapGet("/group-tasks", MineAsync)
            .WithTags("Groups")
            .WithSummary("My unfinished tasks in all groups, earliest due first.")
            .Produces<Page<GroupTaskAnswer>>();
        RouteGroupBuilder task = api.MapGroup("/group-tasks/{t}").WithTags("Groups");
        task.MapGet(string.Empty, FindAsync)
            .WithSummary("One task, with what it waits for and what waits for it.")
            .Produces<GroupTaskAnswer>();
        task.MapGet("/updates", UpdatesAsync)
            .WithSummary("What happened to a task, newest first.")
            .Produces<Page<TaskUpdateAnswer>>();
        task.MapPost("/updates", UpdateAsync)
            .WithSummary("Writes down what was done or found.")
            .Produces<GroupTaskAnswer>();
        task.MapPost("/start", StartAsync)
            .WithSummary("Begins a task, once everything it depends on is completed.")
            .Produces<GroupTaskAnswer>();
        task.MapPost("/completion", CompleteAsync)
            .WithSummary("Completes a task, with evidence.")
            .Produces<GroupTaskAnswer>();
        task.MapPost("/roll-forward", RollAsync)
            .WithSummary(
                "Moves the date on, with an update; the third time the commissioner is told."
            )
            .Produces<GroupTaskAnswer>();
        task.MapPost("/reassignment", ReassignAsync)
            .WithSummary("Gives a task to somebody else of the group, with a reason.")
            .Produces<GroupTaskAnswer>();
        task.MapPost("/drop", DropAsync)
            .WithSummary("Drops a task, with a reason.")
            .Produces<GroupTaskAnswer>();
        task.MapPost("/block", BlockAsync)
            .WithSummary("Says what stands in its way.")
            .Produces<GroupTaskAnswer>();
        task.MapPost("/unblock", UnblockAsync)
            .WithSummary("Nothing stands in its way any more.")
            .Produces<GroupTaskAnswer>();
        task.MapPut("/dependencies", DependAsync)
            .WithSummary("What a task waits for; a circle is refused by name.")
            .Produces<GroupTaskAnswer>();
    }

    private static async Task<IResult> AddAsync(
        string g,
        GroupTaskBody body,
        Caller caller,
        AddGroupTask add,
        CancellationToken cancellation
    ) =>
        (await add.HandleAsync(caller, g, body, cancellation)).ToCreated(task =>
            $"/api/group-tasks/{task.Id}"
        );

    private static async Task<IResult> ListAsync(
        string g,
        Caller caller,
        [FromQuery] string? state,
        [FromQuery] string? owner,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        if (GroupTaskFilter.Check(state) is { } unknown)
        {
            return ResultHttp.Problem(unknown);
        }

        await using GovernanceDb db = reading.Open();
        return (
            await GroupTaskBook.ListAsync(
                db,
                g,
                caller.PersonId,
                reading.Now,
                new GroupTaskFilter(state, owner),
                paging.After,
                paging.Count
            )
        ).ToOk();
    }

    private static async Task<IResult> MineAsync(
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (
            await GroupTaskBook.MineAsync(
                db,
                caller.PersonId,
                reading.Now,
                paging.After,
                paging.Count
            )
        ).ToOk();
    }

    private static async Task<IResult> FindAsync(string t, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await GroupTaskBook.FindAsync(db, t, caller.PersonId, reading.Now)).ToSingle();
    }

    private static async Task<IResult> UpdatesAsync(
        string t,
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (
            await GroupTaskBook.UpdatesAsync(
                db,
                t,
                caller.PersonId,
                reading.Now,
                paging.After,
                paging.Count
            )
        ).ToOk();
    }

    private static async Task<IResult> UpdateAsync(
        string t,
        TaskUpdateBody body,
        Caller caller,
        UpdateGroupTask update,
        CancellationToken cancellation
    ) => (await update.HandleAsync(caller, t, body, cancellation)).ToOk();

    private static async Task<IResult> StartAsync(
        string t,
        Caller caller,
        StartGroupTask start,
        CancellationToken cancellation
    ) => (await start.HandleAsync(caller, t, cancellation)).ToOk();

    private static async Task<IResult> CompleteAsync(
        string t,
        TaskCompletionBody body,
        Caller caller,
        CompleteGroupTask complete,
        CancellationToken cancellation
    ) => (await complete.HandleAsync(caller, t, body, cancellation)).ToOk();

    private static async Task<IResult> RollAsync(
        string t,
        TaskRollForwardBody body,
        Caller caller,
        RollTaskForward roll,
        CancellationToken cancellation
    ) => (await roll.HandleAsync(caller, t, body, cancellation)).ToOk();

    private static async Task<IResult> ReassignAsync(
        string t,
        TaskReassignmentBody body,
        Caller caller,
        ReassignGroupTask reassign,
        CancellationToken cancellation
    ) => (await reassign.HandleAsync(caller, t, body, cancellation)).ToOk();

    private static async Task<IResult> DropAsync(
        string t,
        GroupReasonBody body,
        Caller caller,
        DropGroupTask drop,
        CancellationToken cancellation
    ) => (await drop.HandleAsync(caller, t, body, cancellation)).ToOk();

    private static async Task<IResult> BlockAsync(
        string t,
        GroupReasonBody body,
        Caller caller,
        BlockGroupTask block,
        CancellationToken cancellation
    ) => (await block.HandleAsync(caller, t, body, cancellation)).ToOk();

    private static async Task<IResult> UnblockAsync(
        string t,
        Caller caller,
        UnblockGroupTask unblock,
        CancellationToken cancellation
    ) => (await unblock.HandleAsync(caller, t, cancellation)).ToOk();

    private static async Task<IResult> DependAsync(
        string t,
        TaskDependenciesBody body,
        Caller caller,
        SetTaskDependencies set,
        CancellationToken cancellation
    ) => (await set.HandleAsync(caller, t, body, cancellation)).ToOk();
}
