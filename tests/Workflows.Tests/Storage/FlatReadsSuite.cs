using System.Text.RegularExpressions;
using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Engine.Interpreter;
using Governance.Engine.Timers;
using Governance.Modules.Asks;
using Governance.Modules.Consultation;
using Governance.Modules.Library;
using Governance.Modules.Notices;
using Governance.Modules.Policies;
using Governance.Modules.Record;
using Governance.Modules.SignOff;
using Governance.Storage;
using Governance.Tests.Shared;
using Governance.Tests.Workflows.Framework;
using Governance.Tests.Workflows.Modules.Meetings;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Storage;

/// <summary>
/// What people read all day stays flat however much there is: each statement of these reads finds its rows of the big tables by an
/// index, and those that page sort nothing. The plan is asked of the database itself.
/// </summary>
public abstract partial class FlatReadsSuite
{
    /// <summary>Tables that grow with what is done. The others hold people, calendars and definitions.</summary>
    private static readonly string[] Big =
    [
        "AgencyCascade",
        "AgendaItem",
        "Ask",
        "AttendanceEntry",
        "Clock",
        "ClockHistory",
        "ClockPause",
        "ClockReminder",
        "Comment",
        "Consultation",
        "ConsultedBody",
        "Decision",
        "Delivery",
        "DeliveryAttempt",
        "Dissemination",
        "GroupClosure",
        "GroupDuty",
        "GroupTask",
        "GroupTaskDependency",
        "GroupTaskUpdate",
        "IdempotentAnswer",
        "ItemDeclaration",
        "LibraryEntry",
        "Meeting",
        "MeetingAction",
        "MeetingMinutes",
        "Notice",
        "Paper",
        "PaperVersion",
        "Policy",
        "PolicyAttachment",
        "PolicyReview",
        "PolicyVersion",
        "PolicyWord",
        "ProcedurePlace",
        "RecordEntry",
        "RecordPayload",
        "ScrutinyComment",
        "SearchText",
        "Signature",
        "SignOffRound",
        "SignOffSeat",
        "WorkedInComment",
        "WorkflowBookmark",
        "WorkflowIncident",
        "WorkflowInstance",
        "WorkflowStep",
        "WorkflowTimer",
        "WrittenProcedure",
    ];

    private protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    public static TheoryData<string, bool> Reads =>
        new()
        {
            { "inbox", true },
            { "inbox count", false },
            { "notices", true },
            { "unread notices", false },
            { "deliveries", true },
            { "deliveries by state", true },
            { "delivery", false },
            { "backlog of deliveries", false },
            { "policies by change", true },
            { "policies by title", true },
            { "policies by review", true },
            { "policies by state", true },
            { "overdue policies", true },
            { "policies of a group", false },
            { "my policies", true },
            { "policies by word", false },
            { "policies of an agency", true },
            { "count of policies", false },
            { "one policy", false },
            { "timeline of a policy", false },
            { "outlook of a policy", false },
            { "versions", false },
            { "library", true },
            { "consultation", false },
            { "cascade", false },
            { "record", true },
            { "record of a subject", false },
            { "record, refused", true },
            { "next timer", false },
            { "round", false },
            { "instances", true },
            { "suspended instances", true },
            { "instances of a definition", true },
            { "instances of a subject", false },
            { "instances by number", true },
            { "meetings", true },
            { "meetings of a body", true },
            { "decisions", true },
            { "decisions of a body", false },
            { "actions", false },
            { "my actions", false },
            { "overdue actions", true },
            { "written procedures", true },
            { "public minutes", true },
        };

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task Read_OfABigTable_GoesByAnIndex(string read, bool pages)
    {
        Statements.Listen();
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string policy = (await world.CreateAsync()).Value.Id;
        string published = (await world.CreateAsync()).Value.Id;
        await world.SignAllAsync(await world.OpenRoundAsync(published));
        RoundAnswer round = await world.OpenRoundAsync(policy);
        string slug = (await world.PolicyAsync(published)).Slug;

        using Statements statements = Statements.Collect();
        await using (GovernanceDb db = world.Store.Read())
        {
            await ReadAsync(world, db, read, policy, round.Id, slug);
        }

        await AssertFlatAsync(world, statements, pages);
    }

    private static async Task AssertFlatAsync(PolicyWorld world, Statements statements, bool pages)
    {
        await using GovernanceDb asked = world.Store.Read();
        IReadOnlyList<(string Sql, string[] Plan)> plans = await statements.ExplainAsync(asked);
        Assert.NotEmpty(plans);
        foreach ((string sql, string[] plan) in plans)
        {
            string[] wrong =
            [
                .. plan.Where(step =>
                    IsScan(step, sql, plan) || (pages ? IsSort(step) : IsWalk(step, sql))
                ),
            ];
            Assert.True(
                wrong.Length == 0,
                $"{string.Join('\n', wrong)}\n\n{sql}\n\n{string.Join('\n', plan)}"
            );
        }
    }

    [Fact]
    public async Task FollowingTerms_WhenNobodyChanged_ReadsNoRound()
    {
        Statements.Listen();
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        await world.OpenRoundAsync((await world.CreateAsync()).Value.Id);
        FollowTerms terms = world.Store.Get<FollowTerms>();
        await terms.RunAsync(world.Clock.Now);

        using Statements statements = Statements.Collect();
        await terms.RunAsync(world.Clock.Now.AddMinutes(1));
        await using GovernanceDb asked = world.Store.Read();

        Assert.DoesNotContain(
            await statements.ExplainAsync(asked),
            each => each.Sql.Contains("\"SignOffRound\"", StringComparison.Ordinal)
        );
    }

    private static bool IsScan(string step, string sql, string[] plan) =>
        Big.Any(table => step.Contains($"Seq Scan on \"{table}\"", StringComparison.Ordinal))
        || step.Split(' ') is ["SCAN", var alias, ..]
            && !plan.Contains("CO-ROUTINE " + alias)
            && !plan.Contains("MATERIALIZE " + alias)
            && Big.Any(table =>
                sql.Contains($"\"{table}\" AS \"{alias}\"", StringComparison.Ordinal)
            );

    /// <summary>
    /// SQLite goes through everything of the partnership to find a little of it: right for a list that shows it in this order, and for
    /// nothing else.
    /// </summary>
    private static bool IsWalk(string step, string sql) =>
        step.Split(' ') is ["SEARCH", var alias, ..]
        && PartnershipOnly().IsMatch(step)
        && Big.Any(table => sql.Contains($"\"{table}\" AS \"{alias}\"", StringComparison.Ordinal));

    [GeneratedRegex(
        @"\(PartnershipId=\?( AND (Sequence|Id|Slug|Changed)[<>]\?)*\)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex PartnershipOnly();

    private static bool IsSort(string step) =>
        step.Contains("USE TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal)
        || step.TrimStart(' ', '-', '>').StartsWith("Sort", StringComparison.Ordinal)
            && !step.Contains("Sort Key", StringComparison.Ordinal);

    private static async Task ListDeliveriesAsync(GovernanceDb db, string? state)
    {
        string id = Ids.New(DateTime.UnixEpoch);
        foreach (string order in (string[])["newest", "oldest"])
        {
            DeliveryFilter filter = DeliveryFilter.Read(state, null, order).Value;
            await DeliveryListing.ListAsync(db, PolicyWorld.Place, filter, id, 20);
        }
    }

    private static async Task ReadAsync(
        PolicyWorld world,
        GovernanceDb db,
        string read,
        string policy,
        string round,
        string slug
    )
    {
        DateTime now = world.Clock.Now;
        switch (read)
        {
            case "inbox":
                string after =
                    (await AskBook.WaitingForAsync(db, "police-delegate", now, take: 1)).Value.Next
                    ?? "0000000000000000001-0";
                await AskBook.WaitingForAsync(db, "police-delegate", now, after);
                break;
            case "inbox count":
                await AskBook.CountAsync(db, "police-delegate", now);
                break;
            case "notices":
                await NoticeBoard.OfPersonAsync(db, "unit", Ids.New(now));
                break;
            case "unread notices":
                await NoticeBoard.CountUnreadAsync(db, "unit");
                break;
            case "deliveries":
                await ListDeliveriesAsync(db, state: null);
                break;
            case "deliveries by state":
                await ListDeliveriesAsync(db, DeliveryStates.GaveUp);
                await DeliveryListing.CountGivenUpAsync(db, PolicyWorld.Place);
                break;
            case "delivery":
                await DeliveryListing.FindAsync(db, Ids.New(now));
                break;
            case "backlog of deliveries":
                await DeliveryBacklog.AgeAsync(db, SendingHours.Usual, now);
                break;
            case "one policy":
                await PolicyBook.FindAsync(db, policy, "unit", now);
                break;
            case "versions":
                await PolicyBook.VersionsAsync(db, policy, "unit", now);
                break;
            case "timeline of a policy":
                await PolicyTimeline.FindAsync(db, policy, "unit", now);
                await PolicyTimeline.FindAsync(db, policy, "unit", now, before: "1");
                break;
            case "outlook of a policy":
                await world.Store.Get<PolicyOutlooks>().FindAsync(db, policy, "unit", now);
                break;
            case "consultation":
                await world
                    .Store.Get<ConsultationBook>()
                    .FindAsync(db, PoliciesWords.Policy, policy, "unit", now);
                await CommentBook.ListAsync(db, PoliciesWords.Policy, policy, "unit", now);
                break;
            case "cascade":
                await CascadeBook.FindAsync(db, policy, "unit", now);
                break;
            case "library":
                await LibraryBook.ListAsync(db, PolicyWorld.Place, new LibraryQuery());
                await LibraryBook.ListAsync(db, PolicyWorld.Place, new LibraryQuery(After: slug));
                await LibraryBook.ListAsync(db, PolicyWorld.Place, new LibraryQuery(Before: slug));
                break;
            case "record, refused":
                await RecordListing.ListAsync(
                    db,
                    PolicyWorld.Place,
                    new RecordFilter(Refused: true),
                    new HistoryPart(Below: 1_000)
                );
                break;
            case "record of a subject":
                await RecordListing.ListAsync(
                    db,
                    PolicyWorld.Place,
                    new RecordFilter(PoliciesWords.Policy, policy),
                    new HistoryPart()
                );
                break;
            case "record":
                await RecordListing.ListAsync(
                    db,
                    PolicyWorld.Place,
                    new RecordFilter(),
                    new HistoryPart(Above: 1)
                );
                await RecordBook.ReadAsync(db, PolicyWorld.Place, 1, 20);
                break;
            case "next timer":
                await world.Store.Get<TimerRunner>().NextDueAsync();
                break;
            case "round":
                await SignOffBook.FindAsync(db, round, "unit", now);
                break;
            case "instances of a subject":
                await InstanceBook.OfSubjectAsync(db, PolicyWorld.Place, policy);
                break;
            case "instances":
                await ListInstancesAsync(db, new InstanceFilter());
                break;
            case "instances by number":
                await InstanceListing.PartAsync(
                    db,
                    PolicyWorld.Place,
                    [new InstanceFilter()],
                    1,
                    1
                );
                break;
            case "suspended instances":
                await ListInstancesAsync(
                    db,
                    new InstanceFilter { States = [WorkflowSubStatus.Suspended] }
                );
                break;
            case "instances of a definition":
                await ListInstancesAsync(db, new InstanceFilter { Definition = "policy" });
                break;
            case "count of policies":
                await PolicyListing.CountAsync(
                    db,
                    PolicyWorld.Place,
                    "unit",
                    now,
                    new PolicyFilter()
                );
                break;
            case var about
                when about.Contains("meeting", StringComparison.Ordinal)
                    || about.Contains("decision", StringComparison.Ordinal)
                    || about.Contains("action", StringComparison.Ordinal)
                    || about.Contains("procedure", StringComparison.Ordinal)
                    || about.Contains("minutes", StringComparison.Ordinal):
                await MeetingReads.ReadAsync(db, read, now);
                break;
            default:
                await ListAsync(db, read, now);
                break;
        }
    }

    private static async Task ListInstancesAsync(GovernanceDb db, InstanceFilter filter)
    {
        string[] places = [PolicyWorld.Place];
        string? next = (await InstanceListing.ListAsync(db, places, filter, take: 1)).Value.Next;
        Assert.NotNull(next);
        await InstanceListing.ListAsync(db, places, filter, next);
    }

    private static async Task ListAsync(GovernanceDb db, string read, DateTime now)
    {
        PolicyFilter filter = read switch
        {
            "policies by title" => new() { Sort = PolicySorts.Title },
            "policies by review" => new() { Sort = PolicySorts.Review },
            "policies by state" => new() { States = [PolicyStates.Draft], Classes = ["policy"] },
            "overdue policies" => new() { Overdue = true, Sort = PolicySorts.Review },
            "policies of a group" => new() { Group = "group-1" },
            "my policies" => new() { Mine = true },
            "policies by word" => new() { Words = "missing" },
            _ => new(),
        };
        string person = read == "policies of an agency" ? "school" : "unit";
        PolicyList first = (
            await PolicyListing.ListAsync(db, PolicyWorld.Place, person, now, filter, take: 1)
        ).Value;
        if (first.Next is { } next)
        {
            await PolicyListing.ListAsync(db, PolicyWorld.Place, person, now, filter, next);
            await PolicyListing.ListAsync(db, PolicyWorld.Place, person, now, filter, before: next);
        }
    }
}

public sealed class SqliteFlatReadsTests : FlatReadsSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlFlatReadsTests : FlatReadsSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
