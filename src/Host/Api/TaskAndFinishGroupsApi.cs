using Governance.Contracts;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Api;

/// <summary>Task and finish groups: commission, terms, people, reports, closure. Their tasks stand in <see cref="GroupTasksApi"/>.</summary>
internal static class TaskAndFinishGroupsApi
{
    public static void MapTaskAndFinishGroups(this RouteGroupBuilder api)
    {
        RouteGroupBuilder partnership = api.MapGroup("/partnerships/{p}/groups").WithTags("Groups");
        partnership
            .MapPost(string.Empty, CommissionAsync)
            .WithSummary(
                "Enters a commission: by a quorate decision, or by the lead of the commissioning seat."
            )
            .Produces<GroupAnswer>(StatusCodes.Status201Created);
        partnership
            .MapGet(string.Empty, ListAsync)
            .WithSummary(
                "The partnership's groups, newest first; with ended=true those that have ended."
            )
            .Produces<Page<GroupLine>>();
        RouteGroupBuilder group = api.MapGroup("/groups/{g}").WithTags("Groups");
        group
            .MapGet(string.Empty, FindAsync)
            .WithSummary("A group: its people, terms, counts of tasks, and what is owed by when.")
            .Produces<GroupAnswer>();
        MapTerms(group);
        MapPeople(group, api);
        MapEnds(group);
        group
            .MapGet("/reports", ListReportsAsync)
            .WithSummary("Progress reports, newest first, with those that were missed.")
            .Produces<Page<GroupReportAnswer>>();
        group
            .MapGet("/reports/draft", DraftAsync)
            .WithSummary("A draft of the next report, written from the tasks.")
            .Produces<GroupReportDraft>();
        group
            .MapPost("/reports", ReportAsync)
            .WithSummary("The chair submits the report that is due.")
            .Produces<GroupReportAnswer>(StatusCodes.Status201Created);
        group.MapGroupTasks(api);
    }

    private static void MapTerms(RouteGroupBuilder group)
    {
        group
            .MapGet("/terms", ListTermsAsync)
            .WithSummary("Every version of the terms of reference, newest first.")
            .Produces<IReadOnlyList<TermsAnswer>>();
        group
            .MapPut("/terms", SaveTermsAsync)
            .WithSummary(
                "Saves a new version of the terms; the commissioner is asked to approve it."
            )
            .Produces<TermsAnswer>();
        group
            .MapPost("/terms/approval", ApproveAsync)
            .WithSummary("The commissioner approves the version that they read.")
            .Produces<TermsAnswer>();
    }

    private static void MapPeople(RouteGroupBuilder group, RouteGroupBuilder api)
    {
        group
            .MapPost("/members", AddMemberAsync)
            .WithSummary("Somebody joins, from an agency or as an outside expert.")
            .Produces<GroupAnswer>(StatusCodes.Status201Created);
        api.MapPost("/group-members/{id}/end", EndMemberAsync)
            .WithTags("Groups")
            .WithSummary(
                "Somebody leaves, with a reason; their tasks go to the chair to be given on."
            )
            .Produces<GroupAnswer>();
        group
            .MapPost("/chair", ChairAsync)
            .WithSummary("Appoints a chair; whoever stood in stands down.")
            .Produces<GroupAnswer>();
        group
            .MapPut("/vice-chair", ViceAsync)
            .WithSummary("Names who stands in when the chair leaves.")
            .Produces<GroupAnswer>();
        group
            .MapPost("/chair/resignation", ResignAsync)
            .WithSummary(
                "The chair leaves; what waited for the chair waits for the vice-chair, or the commissioner is asked for a chair."
            )
            .Produces<GroupAnswer>();
    }

    private static void MapEnds(RouteGroupBuilder group)
    {
        group
            .MapPost("/closure", CloseAsync)
            .WithSummary(
                "The chair proposes the closure: deliverables, what is left and who takes it on, lessons."
            )
            .Produces<GroupAnswer>();
        group
            .MapPost("/closure/acceptance", AcceptAsync)
            .WithSummary(
                "The commissioner accepts the closure, which dissolves the group, or returns it."
            )
            .Produces<GroupAnswer>();
        group
            .MapPost("/sunset", SunsetAsync)
            .WithSummary("The commissioner extends the group or has it close down.")
            .Produces<GroupAnswer>();
        group
            .MapPost("/stand-down", StandDownAsync)
            .WithSummary("The commissioner ends the group before its work is done.")
            .Produces<GroupAnswer>();
    }

    private static async Task<IResult> CommissionAsync(
        string p,
        CommissionGroupBody body,
        Caller caller,
        CommissionGroup commission,
        CancellationToken cancellation
    ) =>
        (await commission.HandleAsync(caller, p, body, cancellation)).ToCreated(group =>
            $"/api/groups/{group.Id}"
        );

    private static async Task<IResult> ListAsync(
        string p,
        Caller caller,
        [FromQuery] bool? ended,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (
            await GroupBook.ListAsync(
                db,
                p,
                caller.PersonId,
                reading.Now,
                ended == true,
                paging.After,
                paging.Count
            )
        ).ToOk();
    }

    private static async Task<IResult> FindAsync(string g, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await GroupBook.FindAsync(db, g, caller.PersonId, reading.Now)).ToSingle();
    }

    private static async Task<IResult> ListTermsAsync(string g, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await GroupBook.ListTermsAsync(db, g, caller.PersonId, reading.Now)).ToOk();
    }

    private static async Task<IResult> SaveTermsAsync(
        string g,
        TermsOfReferenceBody body,
        Caller caller,
        SaveTerms save,
        CancellationToken cancellation
    ) => (await save.HandleAsync(caller, g, body, cancellation)).ToOk();

    private static async Task<IResult> ApproveAsync(
        string g,
        ApproveTermsBody body,
        Caller caller,
        ApproveTerms approve,
        CancellationToken cancellation
    ) => (await approve.HandleAsync(caller, g, body, cancellation)).ToOk();

    private static async Task<IResult> AddMemberAsync(
        string g,
        GroupMemberBody body,
        Caller caller,
        AddGroupMember add,
        CancellationToken cancellation
    ) =>
        (await add.HandleAsync(caller, g, body, cancellation)).ToCreated(group =>
            $"/api/groups/{group.Id}"
        );

    private static async Task<IResult> EndMemberAsync(
        string id,
        EndGroupMemberBody body,
        Caller caller,
        EndGroupMember end,
        CancellationToken cancellation
    ) => (await end.HandleAsync(caller, id, body, cancellation)).ToOk();

    private static async Task<IResult> ChairAsync(
        string g,
        GroupChairBody body,
        Caller caller,
        AppointChair appoint,
        CancellationToken cancellation
    ) => (await appoint.HandleAsync(caller, g, body, cancellation)).ToOk();

    private static async Task<IResult> ViceAsync(
        string g,
        GroupViceBody body,
        Caller caller,
        NameVice name,
        CancellationToken cancellation
    ) => (await name.HandleAsync(caller, g, body, cancellation)).ToOk();

    private static async Task<IResult> ResignAsync(
        string g,
        ChairResignationBody body,
        Caller caller,
        ResignChair resign,
        CancellationToken cancellation
    ) => (await resign.HandleAsync(caller, g, body, cancellation)).ToOk();

    private static async Task<IResult> ListReportsAsync(
        string g,
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (
            await GroupBook.ListReportsAsync(
                db,
                g,
                caller.PersonId,
                reading.Now,
                paging.After,
                paging.Count
            )
        ).ToOk();
    }

    private static async Task<IResult> DraftAsync(string g, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await GroupBook.DraftReportAsync(db, g, caller.PersonId, reading.Now)).ToOk();
    }

    private static async Task<IResult> ReportAsync(
        string g,
        GroupReportBody body,
        Caller caller,
        SubmitReport submit,
        CancellationToken cancellation
    ) =>
        (await submit.HandleAsync(caller, g, body, cancellation)).ToCreated(report =>
            $"/api/groups/{report.Group}/reports"
        );

    private static async Task<IResult> CloseAsync(
        string g,
        GroupClosureBody body,
        Caller caller,
        ProposeClosure propose,
        CancellationToken cancellation
    ) => (await propose.HandleAsync(caller, g, body, cancellation)).ToOk();

    private static async Task<IResult> AcceptAsync(
        string g,
        ClosureAcceptanceBody body,
        Caller caller,
        DecideOnClosure decide,
        CancellationToken cancellation
    ) => (await decide.HandleAsync(caller, g, body, cancellation)).ToOk();

    private static async Task<IResult> SunsetAsync(
        string g,
        SunsetDecisionBody body,
        Caller caller,
        DecideOnSunset decide,
        CancellationToken cancellation
    ) => (await decide.HandleAsync(caller, g, body, cancellation)).ToOk();

    private static async Task<IResult> StandDownAsync(
        string g,
        GroupReasonBody body,
        Caller caller,
        StandDownGroup standDown,
        CancellationToken cancellation
    ) => (await standDown.HandleAsync(caller, g, body, cancellation)).ToOk();
}
