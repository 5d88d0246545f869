using Governance.Contracts;
using Governance.Modules.Escalation;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Governance.Tests.Shared;
using Governance.Tests.Workflows.Framework;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Governance.Tests.Workflows.Framework.GroupSteps;
using static Governance.Tests.Workflows.Modules.Escalation.EscalationSteps;

namespace Governance.Tests.Workflows.Modules.Escalation;

/// <summary>A professional challenge on its way up a ladder, on each database (DOMAIN A2, B6).</summary>
public abstract partial class EscalationSuite
{
    private protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Life_AnsweredAndSatisfied_ResolvesAndLeavesNothingOpen()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        world.Clock.Now = At(2027, 2, 3);
        EscalationRaised raised = Good(await world.RaiseAsync());
        Assert.Equal(64, raised.StatusKey!.Length);
        Assert.Contains("answerEscalation ", await world.TasksAsync("school"));
        Assert.Contains("escalation.asked", await world.NoticesAsync("school"));
        await world.AssertReconciledAsync();

        Good(await world.AnswerChallengeAsync(raised.Id));
        Assert.Empty(await world.TasksAsync("school"));
        Assert.Contains("saySatisfied ", await world.TasksAsync("practitioner"));
        await world.AssertReconciledAsync();
        EscalationAnswer ended = Good(await world.SayAsync(raised.Id, true));

        Assert.Equal(EscalationStates.Resolved, ended.State);
        Assert.Equal(StageStates.Satisfied, ended.Stages[0].State);
        Assert.Equal(StageStates.NotReached, ended.Stages[1].State);
        Assert.All(ended.Clocks, clock => Assert.Equal("met", clock.State));
        Assert.Empty(await world.TasksAsync("practitioner"));
        Assert.Equal("escalation.over", CodeOf(await world.SayAsync(raised.Id, false)));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Satisfaction_IsTheRaisersAlone()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string challenge = Good(await world.RaiseAsync()).Id;
        Good(await world.AnswerChallengeAsync(challenge));

        Assert.Equal(
            "escalation.not-the-raiser",
            CodeOf(await world.SayAsync(challenge, true, "school"))
        );
        Assert.Equal(
            "permission.raise-escalation",
            CodeOf(await world.SayAsync(challenge, true, "unit"))
        );
        Assert.Equal("not-found", CodeOf(await world.SayAsync(challenge, true, "board-lead")));
        Assert.Equal(EscalationStates.Open, (await world.ChallengeAsync(challenge)).State);
    }

    [Fact]
    public async Task Answer_ByWhoeverIsNotAsked_IsRefused()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string challenge = Good(await world.RaiseAsync()).Id;

        Assert.Equal(
            "escalation.not-asked",
            CodeOf(await world.AnswerChallengeAsync(challenge, "unit"))
        );
        Assert.Equal(
            "not-found",
            CodeOf(await world.AnswerChallengeAsync(challenge, "board-lead"))
        );
        Assert.Equal("escalation.no-answer-yet", CodeOf(await world.SayAsync(challenge, true)));
        string own = Good(await world.RaiseAsync(by: "school")).Id;
        Assert.Equal(
            "escalation.own-challenge",
            CodeOf(await world.AnswerChallengeAsync(own, "school"))
        );
    }

    [Fact]
    public async Task NotSatisfied_OpensTheNextStage_ReceivedThen()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        world.Clock.Now = At(2027, 2, 3);
        string challenge = Good(await world.RaiseAsync()).Id;
        Good(await world.AnswerChallengeAsync(challenge));
        world.Clock.Now = At(2027, 2, 4, 11);

        EscalationAnswer next = Good(await world.SayAsync(challenge, false));

        Assert.Equal(2, next.Stage);
        Assert.Equal(StageStates.NotSatisfied, next.Stages[0].State);
        Assert.Equal(At(2027, 2, 4, 11), ClockOf(next, 2, "respond").Received);
        // Thursday 4 February and five working days: Thursday the 11th at 17:00.
        Assert.Equal(At(2027, 2, 11, 17), ClockOf(next, 2, "respond").Due);
    }

    [Fact]
    public async Task AnswersClock_IsPausedByTheBusinessUnitOnly_AndItMovesOnOnlyThen()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        world.Clock.Now = At(2027, 2, 3);
        string challenge = Good(await world.RaiseAsync()).Id;
        EscalationClock respond = ClockOf(await world.ChallengeAsync(challenge), 1, "respond");
        Assert.Equal(At(2027, 2, 10, 17), respond.Due);

        Assert.Equal(
            "clock.not-yours-to-pause",
            CodeOf(await world.PauseAsync(respond.Id, "scrutineer"))
        );
        Good(await world.PauseAsync(respond.Id, "unit"));

        // Received on Wednesday; Thursday and Friday are left out.
        await world.AssertReconciledAsync();
        await world.GoToAsync(At(2027, 2, 12, 17));
        Assert.Equal(1, (await world.ChallengeAsync(challenge)).Stage);
        await world.GoToAsync(At(2027, 2, 12, 17, 0, 1));
        Assert.Equal(2, (await world.ChallengeAsync(challenge)).Stage);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Silence_MovesOn_ReceivedOnTheDueDateItself_UpToTheEndOfTheLadder()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        world.Clock.Now = At(2027, 2, 3);
        string challenge = Good(await world.RaiseAsync()).Id;

        await world.GoToAsync(At(2027, 2, 10, 17, 0, 0));
        Assert.Equal(1, (await world.ChallengeAsync(challenge)).Stage);
        await world.GoToAsync(At(2027, 2, 10, 17, 0, 1));
        EscalationAnswer second = await world.ChallengeAsync(challenge);
        Assert.Equal(2, second.Stage);
        Assert.Equal(At(2027, 2, 10, 17), ClockOf(second, 2, "respond").Received);
        Assert.Equal(At(2027, 2, 17, 17), ClockOf(second, 2, "respond").Due);

        await world.GoToAsync(At(2027, 2, 17, 17, 0, 1));
        await world.GoToAsync(At(2027, 2, 24, 17, 0, 1));
        await world.GoToAsync(At(2027, 3, 3, 17, 0, 1));
        EscalationAnswer ended = await world.ChallengeAsync(challenge);
        Assert.Equal(EscalationStates.Unresolved, ended.State);
        Assert.Equal(4, ended.Stage);
        Assert.All(ended.Stages, stage => Assert.Equal(StageStates.Silent, stage.State));
        Assert.Contains("escalation.ended", await world.NoticesAsync("police-lead"));
        Assert.Contains("escalation.ended", await world.NoticesAsync("scrutineer"));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Answer_OneSecondAfterTheLimit_IsLateWhetherOrNotAHostHasNoticed()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        world.Clock.Now = At(2027, 2, 3);
        string late = Good(await world.RaiseAsync()).Id;
        string inTime = Good(await world.RaiseAsync()).Id;

        world.Clock.Now = At(2027, 2, 10, 17, 0, 0);
        Good(await world.AnswerChallengeAsync(inTime));
        world.Clock.Now = At(2027, 2, 10, 17, 0, 1);

        Assert.Equal("escalation.limit-passed", CodeOf(await world.AnswerChallengeAsync(late)));
        await world.GoToAsync(world.Clock.Now);
        Assert.Equal(2, (await world.ChallengeAsync(late)).Stage);
        Assert.Equal(1, (await world.ChallengeAsync(inTime)).Stage);
    }

    [Fact]
    public async Task Risk_EntersLater_WithAReason_AndMarksTheStagesBefore()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        RaiseEscalationBody later = Body with { EnterAtStage = 3 };

        Result<EscalationRaised> bare = await world.RaiseAsync(later);
        Assert.Equal(["immediateRisk", "reason"], bare.Refusal!.Errors!.Keys.Order());
        string challenge = Good(
            await world.RaiseAsync(
                later with
                {
                    ImmediateRisk = true,
                    Reason = "The child goes home tonight.",
                }
            )
        ).Id;

        EscalationAnswer found = await world.ChallengeAsync(challenge);
        Assert.Equal(
            [StageStates.SkippedForRisk, StageStates.SkippedForRisk, StageStates.AwaitingAnswer],
            found.Stages.Take(3).Select(stage => stage.State)
        );
        Assert.Equal("The child goes home tonight.", found.RiskReason);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Meeting_AfterSilence_IsAFurtherLimitFromTheDueDate_AndIsConfirmedWithin48Hours()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        world.Clock.Now = At(2027, 2, 3);
        string challenge = Good(
            await world.RaiseAsync(
                Body with
                {
                    Ladder = "sefton-2017",
                    EnterAtStage = 2,
                    ImmediateRisk = true,
                    Reason = "The child goes home tonight.",
                }
            )
        ).Id;
        // Two working days from Wednesday: Friday the 5th; a further five from then: Friday the 12th.
        await world.GoToAsync(At(2027, 2, 5, 17, 0, 1));
        EscalationAnswer meeting = await world.ChallengeAsync(challenge);
        Assert.Equal(StageStates.AwaitingMeeting, meeting.Stages[1].State);
        Assert.Equal(At(2027, 2, 12, 17), ClockOf(meeting, 2, "meet").Due);
        Assert.Contains("meetOnEscalation ", await world.TasksAsync("school"));

        world.Clock.Now = At(2027, 2, 9, 10);
        EscalationAnswer met = Good(await world.MeetAsync(challenge));
        Assert.Equal(At(2027, 2, 11, 10), ClockOf(met, 2, "confirm").Due);
        await world.GoToAsync(At(2027, 2, 11, 10, 0, 1));

        EscalationAnswer next = await world.ChallengeAsync(challenge);
        Assert.Equal(3, next.Stage);
        Assert.Equal(At(2027, 2, 11, 10), ClockOf(next, 3, "respond").Received);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task PartnerDispute_IsRaisedByASeat_AndEndsWithTheLeads()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        world.Clock.Now = At(2027, 2, 3);
        RaiseEscalationBody dispute = Body with
        {
            Ladder = "partners",
            RaisedWith = Seats.LocalAuthority,
        };

        Assert.Equal("escalation.not-a-partner", CodeOf(await world.RaiseAsync(dispute)));
        Assert.Equal(
            "escalation.with-own-seat",
            CodeOf(await world.RaiseAsync(dispute, "council-lead"))
        );
        string challenge = Good(await world.RaiseAsync(dispute, "board-delegate")).Id;
        Assert.Contains(
            "answerEscalation localAuthority",
            await world.TasksAsync("council-deputy")
        );

        await world.GoToAsync(At(2027, 2, 17, 17, 0, 1));
        Assert.Contains("answerEscalation ", await world.TasksAsync("police-delegate"));
        await world.GoToAsync(At(2027, 2, 24, 17, 0, 1));
        Assert.Contains("answerEscalation police", await world.TasksAsync("police-lead"));
        Assert.Contains("answerEscalation localAuthority", await world.TasksAsync("council-lead"));
        Good(await world.AnswerChallengeAsync(challenge, "police-lead"));
        Assert.Empty(await world.TasksAsync("council-lead"));
        Assert.Equal(
            EscalationStates.Resolved,
            Good(await world.SayAsync(challenge, true, "board-delegate")).State
        );
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Chair_IsNotAskedAboutTheirOwnBody_TheLeadsAre()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        world.Clock.Now = At(2027, 2, 3);
        string challenge = Good(
            await world.RaiseAsync(
                Body with
                {
                    Ladder = "partners",
                    RaisedWith = Seats.Police,
                },
                "board-delegate"
            )
        ).Id;

        await world.GoToAsync(At(2027, 2, 17, 17, 0, 1));

        Assert.Equal(
            "The lead safeguarding partners",
            (await world.ChallengeAsync(challenge)).Stages[1].AskedOf
        );
    }

    [Fact]
    public async Task Acknowledgement_Missed_IsFlaggedAndMovesNothing()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        world.Clock.Now = At(2027, 2, 3);
        string challenge = Good(
            await world.RaiseAsync(
                Body with
                {
                    Ladder = "partners",
                    RaisedWith = Seats.LocalAuthority,
                },
                "board-delegate"
            )
        ).Id;

        await world.GoToAsync(At(2027, 2, 5, 17, 0, 1));

        EscalationAnswer flagged = await world.ChallengeAsync(challenge);
        Assert.True(flagged.Stages[0].AcknowledgedLate);
        Assert.Equal(StageStates.AwaitingAnswer, flagged.Stages[0].State);
        Assert.Contains("escalation.late-acknowledge", await world.NoticesAsync("unit"));
        Good(await world.AcknowledgeAsync(challenge, "council-delegate"));
        Assert.Equal(
            "escalation.acknowledged",
            CodeOf(await world.AcknowledgeAsync(challenge, "council-delegate"))
        );
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task RaiserSilence_ClosesNothing_AndTellsTheBusinessUnit()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        world.Clock.Now = At(2027, 2, 3);
        string challenge = Good(await world.RaiseAsync()).Id;
        Good(await world.AnswerChallengeAsync(challenge));

        await world.GoToAsync(At(2027, 2, 17, 17, 0, 1));
        await world.GoToAsync(At(2028, 2, 3));

        EscalationAnswer still = await world.ChallengeAsync(challenge);
        Assert.Equal((EscalationStates.Open, 1), (still.State, still.Stage));
        Assert.Contains("escalation.late-satisfy", await world.NoticesAsync("unit"));
        Good(await world.SayAsync(challenge, false));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Ladder_Changed_LeavesWhatIsUnderWayOnItsVersion()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        world.Clock.Now = At(2027, 2, 3);
        string before = Good(await world.RaiseAsync()).Id;
        LadderBody shorter = InstallLadders.Examples["three-times-five"] with
        {
            Stages =
            [
                new LadderStage("Only stage", "raisedWith", Respond: new LadderLimit(1, "hours")),
            ],
            Reason = "Shorter.",
        };

        LadderProposed proposed = Good(
            await world
                .Store.Get<ProposeLadder>()
                .HandleAsync(new ActCaller("unit"), PolicyWorld.Place, "three-times-five", shorter)
        );
        Assert.Equal(1, (await world.ChallengeAsync(before)).LadderVersion);
        Good(
            await world
                .Store.Get<DecideApproval>()
                .HandleAsync(
                    new ActCaller("police-lead"),
                    proposed.Approval,
                    new DecideApprovalBody(true, null)
                )
        );
        string after = Good(await world.RaiseAsync()).Id;

        Assert.Equal(4, (await world.ChallengeAsync(before)).Stages.Count);
        EscalationAnswer on2 = await world.ChallengeAsync(after);
        Assert.Equal((2, 1), (on2.LadderVersion, on2.Stages.Count));
        Assert.Equal(At(2027, 2, 3, 10), ClockOf(on2, 1, "respond").Due);
    }

    [Fact]
    public async Task StatusKey_ShowsAndConcludes_AndIsRevoked()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        RaisingLinkAnswer link = Good(
            await world
                .Store.Get<RaisingLinks>()
                .MakeAsync(
                    new ActCaller("school"),
                    PolicyWorld.Place,
                    new RaisingLinkBody("schools", "Staff room")
                )
        );
        RaiseByLinkBody raise = new(link.Key, Body with { RaisedWith = Seats.LocalAuthority });
        IdempotencyKey once = new("k", "h");
        EscalationRaised raised = Good(await ByLinkAsync(world, raise, once));
        EscalationRaised repeated = Good(await ByLinkAsync(world, raise, once));
        Assert.Equal(raised.Id, repeated.Id);
        Assert.Null(repeated.StatusKey);

        Good(await world.AnswerChallengeAsync(raised.Id, "council-delegate"));
        StatusKeys keys = world.Store.Get<StatusKeys>();
        EscalationAnswer seen = Good(await keys.ReadAsync(raised.StatusKey));
        Assert.Equal(StageStates.AwaitingRaiser, seen.Stages[0].State);
        Assert.All(seen.Stages[0].Entries, entry => Assert.Null(entry.By));
        EscalationAnswer moved = Good(
            await world
                .Store.Get<ConcludeEscalation>()
                .SayByKeyAsync(
                    new EscalationSatisfactionByKeyBody(raised.StatusKey, false, "Not enough."),
                    null
                )
        );
        Assert.Equal(2, moved.Stage);

        Good(await keys.RevokeAsync(new ActCaller("unit"), raised.Id));
        Assert.Equal("not-found", CodeOf(await keys.ReadAsync(raised.StatusKey)));
        Assert.Equal("not-found", CodeOf(await keys.ReadAsync(new string('0', 64))));
        Assert.Equal("not-found", CodeOf(await keys.ReadAsync(null)));
        Good(await world.Store.Get<RaisingLinks>().RevokeAsync(new ActCaller("unit"), link.Id));
        Assert.Equal("not-found", CodeOf(await ByLinkAsync(world, raise, null)));
        await AssertNowhereAsync(world, raised.StatusKey!, link.Key!);
    }

    [Fact]
    public async Task PersonalData_PointedOutAndTakenOut_IsStoredNowhere()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        const string number = "943 476 5919";
        IdempotencyKey key = new("k", "h");

        Result<EscalationRaised> pointedOut = await world.RaiseAsync(
            Body with
            {
                CaseReference = number,
                Concern = "He is called Jacob Ashworthy and lives at CH65 9ZZ, born 3 March 2019.",
            },
            key: key
        );
        Assert.Equal("escalation.looks-personal", CodeOf(pointedOut));
        Assert.Equal(["caseReference", "concern"], pointedOut.Refusal!.Errors!.Keys.Order());
        Assert.Equal(3, pointedOut.Refusal.Errors["concern"].Length);
        Assert.Equal(
            "escalation.looks-personal",
            CodeOf(await world.RaiseAsync(Body with { CaseReference = number, Checked = true }))
        );
        Good(await world.RaiseAsync(key: key));

        await AssertNowhereAsync(world, number, "Ashworthy", "CH65 9ZZ", "3 March 2019");
    }

    /// <summary>Looks through every text of every table.</summary>
    private static async Task AssertNowhereAsync(PolicyWorld world, params string[] secrets)
    {
        await using GovernanceDb db = world.Store.Read();
        int looked = 0;
        foreach (var entity in db.Model.GetEntityTypes().Where(type => !type.IsOwned()))
        {
            string table = entity.GetTableName()!;
            foreach (
                var column in entity.GetProperties().Where(each => each.ClrType == typeof(string))
            )
            {
                string sql =
                    $"SELECT \"{column.GetColumnName()}\" AS \"Value\" FROM \"{table}\" WHERE \"{column.GetColumnName()}\" IS NOT NULL";
                List<string> values = await db.Database.SqlQueryRaw<string>(sql).ToListAsync();
                looked += values.Count;
                foreach (string secret in secrets)
                {
                    Assert.DoesNotContain(
                        values,
                        value => value.Contains(secret, StringComparison.OrdinalIgnoreCase)
                    );
                }
            }
        }

        Assert.True(looked > 200, $"Only {looked} texts were looked at.");
    }

    private static Task<Result<EscalationRaised>> ByLinkAsync(
        PolicyWorld world,
        RaiseByLinkBody body,
        IdempotencyKey? key
    ) =>
        world
            .Store.Get<RaiseEscalation>()
            .HandleByLinkAsync(world.Store.Get<RaisingLinks>(), body, key);
}

public sealed class SqliteEscalationTests : EscalationSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlEscalationTests : EscalationSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
