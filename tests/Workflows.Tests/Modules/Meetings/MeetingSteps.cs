using System.Text;
using Governance.Contracts;
using Governance.Modules.Meetings;
using Governance.Storage;
using Governance.Tests.Workflows.Framework;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Workflows.Modules.Meetings;

/// <summary>The steps of structure, meetings, actions and written procedures, as tests take them.</summary>
internal static class MeetingSteps
{
    public static readonly string[] Delegates =
    [
        "council-delegate",
        "board-delegate",
        "police-delegate",
    ];

    public static async Task<string> BodyAsync(
        this PolicyWorld world,
        string kind = BodyKinds.Executive
    )
    {
        await using GovernanceDb db = world.Store.Read();
        return await db.Set<MeetingBody>()
            .Where(body => body.PartnershipId == PolicyWorld.Place && body.Kind == kind)
            .Select(body => body.Id)
            .SingleAsync();
    }

    public static Task<Result<BodyAnswer>> AddBodyAsync(
        this PolicyWorld world,
        string name = "Exploitation",
        QuorumBody? quorum = null,
        string? parent = null,
        string by = "unit"
    ) =>
        world
            .Store.Get<AddBody>()
            .HandleAsync(
                new ActCaller(by),
                PolicyWorld.Place,
                new AddBodyBody(
                    parent,
                    name,
                    "Looks after it.",
                    quorum ?? new QuorumBody(QuorumKinds.KOfN, AtLeast: 1)
                )
            );

    public static async Task<string> AddMemberAsync(
        this PolicyWorld world,
        string body,
        string person,
        string capacity = BodyCapacities.Member,
        string? agency = null
    )
    {
        Result<BodyAnswer> added = await world
            .Store.Get<AddBodyMember>()
            .HandleAsync(
                new ActCaller("unit"),
                body,
                new AddBodyMemberBody(
                    person,
                    capacity,
                    DateOnly.FromDateTime(world.Clock.Now),
                    Agency: agency
                )
            );
        Assert.Null(added.Refusal);
        return added.Value.Members.Single(member => member.Person.Id == person).Term!;
    }

    /// <summary>A meeting with one item and one paper on it.</summary>
    public static async Task<MeetingAnswer> PlanAsync(
        this PolicyWorld world,
        string? body = null,
        string by = "unit",
        string title = "February"
    )
    {
        Result<MeetingAnswer> planned = await world
            .Store.Get<PlanMeeting>()
            .HandleAsync(
                new ActCaller(by),
                PolicyWorld.Place,
                new PlanMeetingBody(
                    body ?? await world.BodyAsync(),
                    title,
                    world.Clock.Now.AddHours(1),
                    "Room 1"
                )
            );
        Assert.Null(planned.Refusal);
        Result<MeetingAnswer> agenda = await world
            .Store.Get<AddToAgenda>()
            .HandleAsync(
                new ActCaller(by),
                planned.Value.Id,
                new AgendaBody([
                    new AgendaItemBody(
                        "Thresholds",
                        [new PaperBody("thresholds.md", Text: "First.")]
                    ),
                    new AgendaItemBody("Budget"),
                ])
            );
        Assert.Null(agenda.Refusal);
        return agenda.Value;
    }

    public static Task<Result<MeetingAnswer>> NoteAsync(
        this PolicyWorld world,
        string meeting,
        string person,
        string state = AttendanceStates.Present,
        string? seat = null,
        string? deputyFor = null,
        DateTime? at = null,
        string by = "unit"
    ) =>
        world
            .Store.Get<NoteAttendance>()
            .HandleAsync(
                new ActCaller(by),
                meeting,
                new AttendanceBody(person, seat, state, at, deputyFor)
            );

    /// <summary>The three delegates are present.</summary>
    public static async Task AssembleAsync(this PolicyWorld world, string meeting)
    {
        foreach (string person in Delegates)
        {
            Assert.Null((await world.NoteAsync(meeting, person)).Refusal);
        }
    }

    public static Task<Result<DecisionAnswer>> DecideAsync(
        this PolicyWorld world,
        MeetingAnswer meeting,
        string text = "The thresholds are adopted.",
        int item = 0,
        bool discussed = false,
        string? discretion = null,
        string? supersedes = null,
        string by = "unit"
    ) =>
        world
            .Store.Get<RecordDecision>()
            .HandleAsync(
                new ActCaller(by),
                meeting.Id,
                new DecisionBody(
                    meeting.Items[item].Id,
                    text,
                    null,
                    discretion,
                    discussed,
                    supersedes
                )
            );

    public static Task<Result<MeetingAnswer>> CloseMeetingAsync(
        this PolicyWorld world,
        string meeting
    ) => world.Store.Get<CloseMeeting>().HandleAsync(new ActCaller("unit"), meeting);

    public static Task<Result<MeetingAnswer>> CirculateAsync(
        this PolicyWorld world,
        string meeting
    ) => world.Store.Get<CirculateMeeting>().HandleAsync(new ActCaller("unit"), meeting);

    public static Task<Result<PaperAnswer>> ReplaceAsync(
        this PolicyWorld world,
        string paper,
        string text
    ) =>
        world
            .Store.Get<ReplacePaper>()
            .HandleAsync(
                new ActCaller("unit"),
                paper,
                new PaperUpload("thresholds.md", Encoding.UTF8.GetBytes(text))
            );

    public static async Task<MeetingAnswer> MeetingAsync(
        this PolicyWorld world,
        string meeting,
        string by = "unit"
    )
    {
        await using GovernanceDb db = world.Store.Read();
        Result<MeetingAnswer> found = await MeetingBook.FindAsync(db, meeting, by, world.Clock.Now);
        Assert.Null(found.Refusal);
        return found.Value;
    }

    public static Task<Result<ActionAnswer>> OpenActionAsync(
        this PolicyWorld world,
        string owner,
        string? verifier = null,
        string? decision = null,
        int? workingDays = 5,
        DateOnly? due = null,
        string by = "unit"
    ) =>
        world
            .Store.Get<OpenAction>()
            .HandleAsync(
                new ActCaller(by),
                PolicyWorld.Place,
                new OpenActionBody(
                    "Tell the schools.",
                    owner,
                    verifier,
                    due,
                    due is null ? workingDays : null,
                    decision
                )
            );

    public static Task<Result<ActionAnswer>> CompleteAsync(
        this PolicyWorld world,
        string action,
        string by,
        string? evidence = "The letter of today."
    ) =>
        world
            .Store.Get<CompleteAction>()
            .HandleAsync(new ActCaller(by), action, new CompleteActionBody(evidence));

    public static Task<Result<ActionAnswer>> VerifyAsync(
        this PolicyWorld world,
        string action,
        string by,
        bool verified = true,
        string? reason = null
    ) =>
        world
            .Store.Get<VerifyAction>()
            .HandleAsync(new ActCaller(by), action, new VerifyActionBody(verified, reason));

    public static async Task<ProcedureAnswer> ProposeAsync(
        this PolicyWorld world,
        string? body = null,
        int workingDays = 5
    )
    {
        Result<ProcedureAnswer> proposed = await world
            .Store.Get<ProposeProcedure>()
            .HandleAsync(
                new ActCaller("unit"),
                body ?? await world.BodyAsync(),
                new ProposeProcedureBody(
                    "Urgent budget",
                    "The budget is moved.",
                    workingDays,
                    [new PaperBody("budget.txt", Text: "Figures.")]
                )
            );
        Assert.Null(proposed.Refusal);
        return proposed.Value;
    }

    public static Task<Result<ProcedureAnswer>> AnswerAsync(
        this PolicyWorld world,
        string procedure,
        string by,
        bool agrees = true,
        string? reason = null
    ) =>
        world
            .Store.Get<AnswerProcedure>()
            .HandleAsync(
                new ActCaller(by),
                procedure,
                new AnswerProcedureBody(agrees, reason ?? (agrees ? null : "Too early."))
            );

    public static async Task<ProcedureAnswer> ProcedureAsync(
        this PolicyWorld world,
        string procedure,
        string by = "unit"
    )
    {
        await using GovernanceDb db = world.Store.Read();
        Result<ProcedureAnswer> found = await ProcedureBook.FindAsync(
            db,
            procedure,
            by,
            world.Clock.Now
        );
        Assert.Null(found.Refusal);
        return found.Value;
    }
}
