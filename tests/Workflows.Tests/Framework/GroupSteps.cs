using System.Text.Json;
using Governance.Contracts;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;

namespace Governance.Tests.Workflows.Framework;

/// <summary>The steps of a group's life, as tests take them.</summary>
internal static class GroupSteps
{
    /// <summary>By the police lead, from Wednesday 3 February 2027 until 30 September; a report every 20 working days.</summary>
    public static CommissionGroupBody Commission { get; } =
        new(
            "Neglect review",
            "Find out why neglect is noticed late, and say what to change.",
            null,
            null,
            new DateOnly(2027, 7, 30),
            new DateOnly(2027, 9, 30),
            JsonSerializer.SerializeToElement(20),
            Seats.Police,
            Deliverables: ["A report with recommendations", "Guidance for schools"]
        );

    public static async Task<GroupAnswer> CommissionAsync(
        this PolicyWorld world,
        CommissionGroupBody? body = null
    )
    {
        world.Clock.Now = At(2027, 2, 3);
        Result<GroupAnswer> commissioned = await world
            .Store.Get<CommissionGroup>()
            .HandleAsync(new ActCaller("unit"), PolicyWorld.Place, body ?? Commission);
        Assert.Null(commissioned.Refusal);
        return commissioned.Value;
    }

    /// <summary>Commissioned, with chair, vice-chair and a member, and its terms approved: at work.</summary>
    public static async Task<string> GroupAtWorkAsync(this PolicyWorld world, bool withVice = true)
    {
        string group = (await world.CommissionAsync()).Id;
        Good(await world.AddMemberAsync(group, "school", "schools"));
        Good(await world.AddMemberAsync(group, "practitioner"));
        Good(await world.ChairAsync(group, "council-deputy", withVice ? "school" : null));
        Good(await world.ApproveTermsAsync(group));
        return group;
    }

    public static Task<Result<GroupAnswer>> AddMemberAsync(
        this PolicyWorld world,
        string group,
        string person,
        string? agency = null,
        DateOnly? to = null,
        string by = "unit"
    ) =>
        world
            .Store.Get<AddGroupMember>()
            .HandleAsync(
                new ActCaller(by),
                group,
                new GroupMemberBody(person, agency, Today(world), to)
            );

    public static Task<Result<GroupAnswer>> ChairAsync(
        this PolicyWorld world,
        string group,
        string person,
        string? vice = null,
        string by = "unit",
        DateOnly? from = null
    ) =>
        world
            .Store.Get<AppointChair>()
            .HandleAsync(
                new ActCaller(by),
                group,
                new GroupChairBody(person, from ?? Today(world), vice)
            );

    public static Task<Result<GroupAnswer>> ResignAsync(
        this PolicyWorld world,
        string group,
        string by,
        DateOnly? effective = null
    ) =>
        world
            .Store.Get<ResignChair>()
            .HandleAsync(new ActCaller(by), group, new ChairResignationBody(effective));

    public static async Task<Result<TermsAnswer>> ApproveTermsAsync(
        this PolicyWorld world,
        string group,
        string by = "police-lead"
    )
    {
        TermsAnswer terms = (await world.GroupAsync(group)).Terms!;
        return await world
            .Store.Get<ApproveTerms>()
            .HandleAsync(new ActCaller(by), group, new ApproveTermsBody(terms.Number, terms.Hash));
    }

    public static Task<Result<GroupTaskAnswer>> AddTaskAsync(
        this PolicyWorld world,
        string group,
        string owner,
        string title = "Read the case audits",
        int? days = 10,
        DateOnly? due = null,
        string by = "council-deputy",
        params string[] after
    ) =>
        world
            .Store.Get<AddGroupTask>()
            .HandleAsync(
                new ActCaller(by),
                group,
                new GroupTaskBody(title, owner, due is null ? days : null, due, after)
            );

    public static Task<Result<GroupTaskAnswer>> StartAsync(
        this PolicyWorld world,
        string task,
        string by
    ) => world.Store.Get<StartGroupTask>().HandleAsync(new ActCaller(by), task);

    public static Task<Result<GroupTaskAnswer>> CompleteAsync(
        this PolicyWorld world,
        string task,
        string by,
        string? evidence = "The note of 3 February."
    ) =>
        world
            .Store.Get<CompleteGroupTask>()
            .HandleAsync(new ActCaller(by), task, new TaskCompletionBody(evidence));

    public static Task<Result<GroupTaskAnswer>> RollAsync(
        this PolicyWorld world,
        string task,
        DateOnly due,
        string by,
        string? update = "Two of five audits are read; the rest arrive on Monday."
    ) =>
        world
            .Store.Get<RollTaskForward>()
            .HandleAsync(new ActCaller(by), task, new TaskRollForwardBody(due, update));

    public static Task<Result<GroupTaskAnswer>> DependAsync(
        this PolicyWorld world,
        string task,
        string by,
        params string[] on
    ) =>
        world
            .Store.Get<SetTaskDependencies>()
            .HandleAsync(new ActCaller(by), task, new TaskDependenciesBody(on));

    public static Task<Result<GroupReportAnswer>> ReportAsync(
        this PolicyWorld world,
        string group,
        string by = "council-deputy",
        string? text = "## Progress\n\nAs planned."
    ) =>
        world
            .Store.Get<SubmitReport>()
            .HandleAsync(new ActCaller(by), group, new GroupReportBody(text));

    public static Task<Result<GroupAnswer>> ProposeClosureAsync(
        this PolicyWorld world,
        string group,
        string by = "council-deputy",
        params OutstandingTaskBody[] outstanding
    ) =>
        world
            .Store.Get<ProposeClosure>()
            .HandleAsync(
                new ActCaller(by),
                group,
                new GroupClosureBody(
                    [
                        JsonSerializer.SerializeToElement("The report of June."),
                        JsonSerializer.SerializeToElement(
                            new { number = 2, outcome = "Published as guidance." }
                        ),
                    ],
                    outstanding,
                    "Ask the schools first."
                )
            );

    public static Task<Result<GroupAnswer>> DecideClosureAsync(
        this PolicyWorld world,
        string group,
        bool accepted = true,
        string by = "police-lead",
        string? reason = null
    ) =>
        world
            .Store.Get<DecideOnClosure>()
            .HandleAsync(new ActCaller(by), group, new ClosureAcceptanceBody(accepted, reason));

    public static Task<Result<GroupAnswer>> SunsetAsync(
        this PolicyWorld world,
        string group,
        DateOnly? extendedTo,
        string by = "police-lead"
    ) =>
        world
            .Store.Get<DecideOnSunset>()
            .HandleAsync(
                new ActCaller(by),
                group,
                new SunsetDecisionBody(
                    extendedTo is not null,
                    extendedTo,
                    "Schools answer in the autumn."
                )
            );

    public static Task<Result<GroupAnswer>> StandDownAsync(
        this PolicyWorld world,
        string group,
        string by = "police-lead"
    ) =>
        world
            .Store.Get<StandDownGroup>()
            .HandleAsync(
                new ActCaller(by),
                group,
                new GroupReasonBody("A national review does this work.")
            );

    public static async Task<GroupAnswer> GroupAsync(
        this PolicyWorld world,
        string group,
        string by = "unit"
    )
    {
        await using GovernanceDb db = world.Store.Read();
        Result<GroupAnswer> found = await GroupBook.FindAsync(db, group, by, world.Clock.Now);
        Assert.Null(found.Refusal);
        return found.Value;
    }

    public static async Task<GroupTaskAnswer> TaskAsync(this PolicyWorld world, string task)
    {
        await using GovernanceDb db = world.Store.Read();
        Result<GroupTaskAnswer> found = await GroupTaskBook.FindAsync(
            db,
            task,
            "unit",
            world.Clock.Now
        );
        Assert.Null(found.Refusal);
        return found.Value;
    }

    public static T Good<T>(Result<T> result)
    {
        Assert.Null(result.Refusal);
        return result.Value;
    }

    public static string? CodeOf<T>(Result<T> result) => result.Refusal?.Code;

    public static DateTime At(
        int year,
        int month,
        int day,
        int hour = 9,
        int minute = 0,
        int second = 0
    ) => new(year, month, day, hour, minute, second, DateTimeKind.Utc);

    private static DateOnly Today(PolicyWorld world) => DateOnly.FromDateTime(world.Clock.Now);
}
