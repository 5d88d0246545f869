using Governance.Contracts;
using Governance.Modules.Meetings;
using Governance.Storage;
using Governance.Tests.Shared;
using Governance.Tests.Workflows.Framework;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Modules.Meetings;

/// <summary>A meeting from its plan to its minutes (DOMAIN B7.4, B7.5, B7.7), on a database.</summary>
public abstract class MeetingsSuite
{
    private protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Meeting_FromPlanToDecision_KeepsWhoWasThereAndWhichPapers()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        MeetingAnswer meeting = await world.PlanAsync();
        string paper = meeting.Items[0].Papers[0].Hash;
        Assert.Equal(
            MeetingStates.Circulated,
            (await world.CirculateAsync(meeting.Id)).Value.State
        );
        Assert.Contains("meeting.circulated", await world.NoticesAsync("police-delegate"));
        Assert.Null(
            (await world.NoteAsync(meeting.Id, "council-lead", AttendanceStates.Apologies)).Refusal
        );
        await world.AssembleAsync(meeting.Id);

        DecisionAnswer decision = (await world.DecideAsync(meeting)).Value;

        Assert.Equal(
            (1, DecisionOutcomes.Decided, true),
            (decision.Number, decision.Outcome, decision.Quorate)
        );
        Assert.Equal(
            ["Local authority", "Integrated care board", "Police"],
            decision.Present.Select(person => person.Place)
        );
        DecisionPaperAnswer rested = Assert.Single(decision.Papers);
        Assert.Equal((paper, paper), (rested.Hash, rested.Circulated));
        Assert.Equal(decision.Hash, Decision.HashOf(decision.Basis));
        Assert.Contains("decision.record", await world.RecordAsync());
        Assert.Equal(MeetingStates.Held, (await world.MeetingAsync(meeting.Id)).State);
    }

    [Fact]
    public async Task Quorum_LostPartWay_LaterItemsAreOnlyDiscussed()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        MeetingAnswer meeting = await world.PlanAsync();
        Result<DecisionAnswer> early = await world.DecideAsync(meeting);
        Assert.Equal("meeting.not-quorate", early.Refusal?.Code);
        Assert.Contains(
            "Nobody who counts is present",
            early.Refusal!.Message,
            StringComparison.Ordinal
        );
        await world.AssembleAsync(meeting.Id);
        Assert.Null((await world.DecideAsync(meeting)).Refusal);
        world.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Null(
            (await world.NoteAsync(meeting.Id, "police-delegate", AttendanceStates.Left)).Refusal
        );

        MeetingAnswer live = await world.MeetingAsync(meeting.Id);
        Assert.False(live.Quorum!.Quorate);
        Assert.Equal("Police", Assert.Single(live.Quorum.Missing));
        Result<DecisionAnswer> refused = await world.DecideAsync(meeting, item: 1);
        Assert.Equal("meeting.not-quorate", refused.Refusal?.Code);
        Assert.Contains("Missing: Police.", refused.Refusal!.Message, StringComparison.Ordinal);
        Assert.Equal(
            "meeting.discretion-not-allowed",
            (await world.DecideAsync(meeting, item: 1, discretion: "It cannot wait.")).Refusal?.Code
        );
        DecisionAnswer discussed = (
            await world.DecideAsync(meeting, "The budget was talked over.", 1, discussed: true)
        ).Value;
        Assert.Equal(
            (2, DecisionOutcomes.Discussed, false),
            (discussed.Number, discussed.Outcome, discussed.Quorate)
        );
        Assert.Equal(2, discussed.Present.Count);

        // Nobody can be noted as having been there when something was decided.
        Assert.Equal(
            "attendance.before-decision",
            (await world.NoteAsync(meeting.Id, "police-lead", at: world.Clock.Now.AddMinutes(-10)))
                .Refusal
                ?.Code
        );
    }

    [Fact]
    public async Task Deputy_NamedForAHolder_SitsForTheSeat()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        MeetingAnswer meeting = await world.PlanAsync();
        Assert.Null((await world.NoteAsync(meeting.Id, "council-delegate")).Refusal);
        Assert.Null((await world.NoteAsync(meeting.Id, "board-delegate")).Refusal);
        Assert.Equal(
            "deputyFor",
            (
                await world.NoteAsync(meeting.Id, "police-deputy", seat: Seats.Police)
            ).Refusal?.Errors?.Keys.Single()
        );
        MeetingAnswer noted = (
            await world.NoteAsync(
                meeting.Id,
                "police-deputy",
                seat: Seats.Police,
                deputyFor: "police-delegate"
            )
        ).Value;

        Assert.True(noted.Quorum!.Quorate);
        Assert.Equal("The police-delegate", noted.Present[^1].DeputyFor?.Name);
    }

    [Fact]
    public async Task Interest_WithdrawnFromAnItem_DoesNotCountForItsQuorum()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        MeetingAnswer meeting = await world.PlanAsync();
        await world.AssembleAsync(meeting.Id);
        Result<MeetingAnswer> declared = await world
            .Store.Get<DeclareOnItem>()
            .HandleAsync(
                new ActCaller("police-delegate"),
                meeting.Id,
                new DeclarationBody(meeting.Items[0].Id, "A relative works there.", true)
            );
        Assert.Null(declared.Refusal);

        Assert.False(declared.Value.Items[0].Quorum!.Quorate);
        Assert.True(declared.Value.Items[1].Quorum!.Quorate);
        Assert.Equal("meeting.not-quorate", (await world.DecideAsync(meeting)).Refusal?.Code);
        Assert.Null((await world.DecideAsync(meeting, item: 1)).Refusal);
    }

    [Fact]
    public async Task Paper_ChangedAfterCirculation_KeepsBothHashesAndShowsWhen()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        MeetingAnswer meeting = await world.PlanAsync();
        PaperAnswer sent = meeting.Items[0].Papers[0];
        await world.CirculateAsync(meeting.Id);
        Assert.Equal("paper.same", (await world.ReplaceAsync(sent.Id, "First.")).Refusal?.Code);
        world.Clock.Advance(TimeSpan.FromHours(3));

        PaperAnswer changed = (await world.ReplaceAsync(sent.Id, "Second.")).Value;

        Assert.Equal(
            (sent.Hash, world.Clock.Now, 2),
            (changed.Circulated, changed.Changed, changed.Versions.Count)
        );
        Assert.NotEqual(sent.Hash, changed.Hash);
        Assert.Contains("meeting.paper-changed", await world.NoticesAsync("board-lead"));
        Assert.Equal("meeting.circulated", (await world.CirculateAsync(meeting.Id)).Refusal?.Code);
        Assert.All(
            (await world.MeetingAsync(meeting.Id)).Items,
            item => Assert.False(item.AfterCirculation)
        );
        await world.AssembleAsync(meeting.Id);
        DecisionPaperAnswer rested = Assert.Single((await world.DecideAsync(meeting)).Value.Papers);
        Assert.Equal((changed.Hash, sent.Hash), (rested.Hash, rested.Circulated));
        await using GovernanceDb db = world.Store.Read();
        PaperFile first = (
            await PaperBook.FindAsync(db, sent.Id, 1, "board-lead", world.Clock.Now)
        ).Value;
        Assert.Equal("First.", System.Text.Encoding.UTF8.GetString(first.Bytes));
        Assert.True(
            (await PaperBook.FindAsync(db, sent.Id, 1, "school", world.Clock.Now)).IsRefused
        );
    }

    [Fact]
    public async Task Discretion_WhereTheTermsAllowIt_DecidesWithAReasonAndAChair()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string body = (
            await world.AddBodyAsync(
                quorum: new QuorumBody(
                    QuorumKinds.NamedSeats,
                    Seats.All.ToArray(),
                    AllowsDiscretion: true
                )
            )
        )
            .Value
            .Id;
        await world.AddMemberAsync(body, "school", BodyCapacities.Chair, "schools");
        MeetingAnswer meeting = await world.PlanAsync(body, by: "school");
        Assert.Null(
            (
                await world.NoteAsync(meeting.Id, "police-lead", seat: Seats.Police, by: "school")
            ).Refusal
        );
        Assert.Equal(
            "meeting.no-chair",
            (await world.DecideAsync(meeting, discretion: "It cannot wait.")).Refusal?.Code
        );
        Assert.Null((await world.NoteAsync(meeting.Id, "school", by: "school")).Refusal);

        DecisionAnswer decision = (
            await world.DecideAsync(meeting, discretion: "It cannot wait.", by: "school")
        ).Value;

        Assert.Equal(
            (DecisionOutcomes.Decided, false, "It cannot wait."),
            (decision.Outcome, decision.Quorate, decision.Discretion)
        );
    }

    [Fact]
    public async Task Decision_OnceRecorded_NeverChangesAndIsSupersededOnce()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        MeetingAnswer meeting = await world.PlanAsync();
        await world.AssembleAsync(meeting.Id);
        string first = (await world.DecideAsync(meeting)).Value.Id;

        DecisionAnswer second = (
            await world.DecideAsync(meeting, "Otherwise.", supersedes: first)
        ).Value;

        Assert.Equal(first, second.Supersedes);
        Assert.Equal(
            "decision.superseded",
            (await world.DecideAsync(meeting, "Again.", supersedes: first)).Refusal?.Code
        );
        await using (GovernanceDb db = world.Store.Read())
        {
            DecisionAnswer read = (
                await DecisionBook.ReadAsync(db, first, "scrutineer", world.Clock.Now)
            ).Value;
            Assert.Equal(second.Id, read.SupersededBy);
        }

        await Assert.ThrowsAnyAsync<Exception>(() =>
            world.TamperAsync($"UPDATE \"Decision\" SET \"Text\" = 'Other' WHERE \"Id\" = {first}")
        );
        await Assert.ThrowsAnyAsync<Exception>(() =>
            world.TamperAsync($"DELETE FROM \"Decision\" WHERE \"Id\" = {first}")
        );
    }

    [Fact]
    public async Task Secretary_NobodyElseButTheChair_NotesAndDecides()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        MeetingAnswer meeting = await world.PlanAsync(by: "police-delegate");
        Assert.True((await world.MeetingAsync(meeting.Id, "police-delegate")).Secretary);
        Assert.False((await world.MeetingAsync(meeting.Id, "police-lead")).Secretary);

        Assert.Equal(
            "meeting.not-chair",
            (await world.NoteAsync(meeting.Id, "police-lead", by: "council-delegate")).Refusal?.Code
        );
        Assert.Equal(
            "meeting.not-chair",
            (await world.DecideAsync(meeting, by: "board-lead")).Refusal?.Code
        );
        Assert.Equal(
            "permission.convene",
            (await world.DecideAsync(meeting, by: "scrutineer")).Refusal?.Code
        );
    }

    [Fact]
    public async Task Reader_OutsideTheBody_KnowsNothingOfItsMeetings()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        MeetingAnswer meeting = await world.PlanAsync();
        await using GovernanceDb db = world.Store.Read();

        Assert.Equal(
            Refusal.NotFound,
            (await MeetingBook.FindAsync(db, meeting.Id, "school", world.Clock.Now)).Refusal
        );
        Assert.Empty(
            (
                await MeetingBook.ListAsync(
                    db,
                    PolicyWorld.Place,
                    "school",
                    world.Clock.Now,
                    new MeetingFilter()
                )
            )
                .Value
                .Items
        );
        foreach (string reader in new[] { "scrutineer", "inspector", "council-lead" })
        {
            Assert.Null(
                (await MeetingBook.FindAsync(db, meeting.Id, reader, world.Clock.Now)).Refusal
            );
        }

        // Whoever attended reads the meeting that they attended.
        Assert.Null((await world.NoteAsync(meeting.Id, "school")).Refusal);
        Assert.Equal("Thresholds", (await world.MeetingAsync(meeting.Id, "school")).Items[0].Title);
    }

    [Fact]
    public async Task Minutes_AgreedByALaterQuorateMeeting_ArePublishedRedacted()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        MeetingAnswer meeting = await world.PlanAsync();
        await world.AssembleAsync(meeting.Id);
        await world.DecideAsync(meeting);
        Assert.Equal("minutes.too-early", (await SaveAsync(world, meeting.Id, "x")).Refusal?.Code);
        Assert.Null((await world.CloseMeetingAsync(meeting.Id)).Refusal);
        Assert.Equal("meeting.over", (await world.DecideAsync(meeting)).Refusal?.Code);
        MinutesAnswer draft = await MinutesAsync(world, meeting.Id);
        Assert.Contains(
            "**Decision 1.** The thresholds are adopted.",
            draft.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "The police-delegate, Police: present",
            draft.Text,
            StringComparison.Ordinal
        );
        Assert.Null(
            (await SaveAsync(world, meeting.Id, "Somebody said something.", draft.Tag)).Refusal
        );
        Assert.Equal(
            RefusalKind.Stale,
            (await SaveAsync(world, meeting.Id, "Other", draft.Tag)).Refusal?.Kind
        );
        Assert.Equal("minutes.not-agreed", (await PublishAsync(world, meeting.Id)).Refusal?.Code);

        world.Clock.Advance(TimeSpan.FromDays(28));
        MeetingAnswer next = await world.PlanAsync(title: "March");
        Assert.Equal(
            "minutes.other-meeting",
            (await AgreeAsync(world, meeting.Id, next.Id)).Refusal?.Code
        );
        Assert.Null((await world.NoteAsync(next.Id, "police-lead")).Refusal);
        Assert.Equal(
            "meeting.not-quorate",
            (await AgreeAsync(world, meeting.Id, next.Id)).Refusal?.Code
        );
        await world.AssembleAsync(next.Id);
        Assert.Equal(
            MinutesStates.Agreed,
            (await AgreeAsync(world, meeting.Id, next.Id)).Value.State
        );
        Assert.Equal(
            "minutes.agreed",
            (
                await SaveAsync(
                    world,
                    meeting.Id,
                    "Late",
                    (await MinutesAsync(world, meeting.Id)).Tag
                )
            )
                .Refusal
                ?.Code
        );

        MinutesAnswer published = (await PublishAsync(world, meeting.Id)).Value;

        Assert.Equal("Somebody said something.", published.Text);
        await using GovernanceDb db = world.Store.Read();
        PublicMinutesAnswer open = (await MinutesBook.PublicAsync(db, meeting.Id)).Value;
        Assert.Equal($"{MinutesBook.LeftOut} said something.", open.Text);
        Assert.Equal(Decision.HashOf(open.Text), open.Hash);
        Assert.Single((await MinutesBook.ListPublicAsync(db, PolicyWorld.Place)).Items);
    }

    [Fact]
    public async Task Meetings_ManyOfThem_ArePagedLatestFirst()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        for (int at = 0; at < 3; at++)
        {
            await world.PlanAsync(title: $"Meeting {at}");
            world.Clock.Advance(TimeSpan.FromDays(1));
        }

        await using GovernanceDb db = world.Store.Read();
        List<string> titles = [];
        string? after = null;
        do
        {
            Page<MeetingLine> page = (
                await MeetingBook.ListAsync(
                    db,
                    PolicyWorld.Place,
                    "unit",
                    world.Clock.Now,
                    new MeetingFilter(),
                    after,
                    2
                )
            ).Value;
            titles.AddRange(page.Items.Select(line => line.Title));
            after = page.Next;
        } while (after is not null);

        Assert.Equal(["Meeting 2", "Meeting 1", "Meeting 0"], titles);
    }

    private static Task<Result<MinutesAnswer>> SaveAsync(
        PolicyWorld world,
        string meeting,
        string text,
        string tag = "minutes-none"
    ) =>
        world
            .Store.Get<SaveMinutes>()
            .HandleAsync(new ActCaller("unit"), meeting, new SaveMinutesBody(text), $"\"{tag}\"");

    private static Task<Result<MinutesAnswer>> AgreeAsync(
        PolicyWorld world,
        string meeting,
        string later
    ) =>
        world
            .Store.Get<AgreeMinutes>()
            .HandleAsync(new ActCaller("unit"), meeting, new AgreeMinutesBody(later));

    private static Task<Result<MinutesAnswer>> PublishAsync(PolicyWorld world, string meeting) =>
        world
            .Store.Get<PublishMinutes>()
            .HandleAsync(
                new ActCaller("unit"),
                meeting,
                new PublishMinutesBody($"{MinutesBook.LeftOut} said something.")
            );

    private static async Task<MinutesAnswer> MinutesAsync(PolicyWorld world, string meeting)
    {
        await using GovernanceDb db = world.Store.Read();
        return (await MinutesBook.FindAsync(db, meeting, "unit", world.Clock.Now)).Value;
    }
}

public sealed class SqliteMeetingsTests : MeetingsSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlMeetingsTests : MeetingsSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
