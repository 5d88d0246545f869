using System.Text;
using Governance.Contracts;
using Governance.Modules.Meetings;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using static Governance.Tests.Workflows.Framework.GroupSteps;

namespace Governance.Tests.Workflows.Framework;

/// <summary>A challenge from its raising to its end, on each database (DOMAIN B5, DESIGN §6).</summary>
public abstract partial class ChallengeLifeSuite
{
    private protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Life_OfTwoSeats_EachGoesItsOwnWay_AndNothingIsLeftOpen()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        ChallengeAnswer raised = await world.RaiseAsync();

        Assert.Equal(1, raised.Number);
        Assert.Equal("open", raised.State);
        Assert.Equal([Seats.LocalAuthority, Seats.Police], raised.Addressees.Select(a => a.Seat));
        // Received on Wednesday 3 February at 09:00: two working days end on the 5th, ten on the 17th, both from receipt.
        Assert.Equal(At(2027, 2, 5, 17), raised.Running("acknowledge").Due);
        Assert.Equal(At(2027, 2, 17, 17), raised.Running("respond").Due);
        Assert.Equal(
            ["acknowledgeChallenge police", "respondToChallenge police"],
            await world.TasksAsync("police-delegate")
        );

        Good(await world.AcknowledgeAsync(raised.Id));
        ChallengeAnswer answered = Good(
            await world.RespondAsync(
                raised.Id,
                actions: new ChallengeActionBody(
                    "Write the plan",
                    Seats.Police,
                    new DateOnly(2027, 3, 1)
                )
            )
        );
        Assert.Equal("answered", answered.Of(Seats.Police).State);
        Assert.Equal("received", answered.Of(Seats.LocalAuthority).State);
        Assert.Equal(
            "Write the plan",
            Assert.Single(answered.Of(Seats.Police).Responses).Actions.Single().Text
        );
        Assert.Equal(["act police"], await world.TasksAsync("police-delegate"));
        Assert.Equal(["assessResponse "], await world.TasksAsync("scrutineer"));
        await world.AssertReconciledAsync();

        ChallengeAnswer adequate = Good(await world.AssessAsync(raised.Id, adequate: true));
        Assert.Equal("adequate", adequate.Of(Seats.Police).State);
        Assert.True(adequate.Of(Seats.Police).Assessment!.Adequate);
        await world.AssertReconciledAsync();
        ChallengeAnswer closed = Good(await world.CloseChallengeAsync(raised.Id));

        Assert.Equal("closed", closed.State);
        Assert.All(closed.Addressees, seat => Assert.Equal("ended", seat.State));
        Assert.All(closed.Clocks, clock => Assert.NotEqual("running", clock.State));
        Assert.Empty(await world.TasksAsync("council-delegate"));
        Assert.Empty(await world.TasksAsync("scrutineer"));
        Assert.Contains("challenge.closed", await world.NoticesAsync("council-lead"));
        Assert.Null((await world.ChallengeAsync(raised.Id)).DoesNotFit);
        Assert.Equal("challenge.ended", CodeOf(await world.RespondAsync(raised.Id)));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Acknowledgement_Missed_IsFlaggedAndMovesNoStage()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string challenge = (await world.RaiseAsync()).Id;

        await world.GoToAsync(At(2027, 2, 5, 17, 0, 0));
        Assert.False(
            (await world.ChallengeAsync(challenge)).Of(Seats.Police).AcknowledgementMissed
        );
        await world.GoToAsync(At(2027, 2, 5, 17, 0, 1));

        ChallengeAnswer missed = await world.ChallengeAsync(challenge);
        Assert.True(missed.Of(Seats.Police).AcknowledgementMissed);
        Assert.Equal("seat", missed.Of(Seats.Police).Stage);
        Assert.Equal(At(2027, 2, 17, 17), missed.Running("respond").Due);
        Assert.Contains(
            "challenge.late-acknowledge-police",
            await world.NoticesAsync("scrutineer")
        );

        // Late, and still said.
        ChallengeAnswer late = Good(await world.AcknowledgeAsync(challenge));
        Assert.Equal("acknowledged", late.Of(Seats.Police).State);
        Assert.True(late.Of(Seats.Police).AcknowledgementMissed);
        Assert.Equal(
            "challenge.acknowledged-already",
            CodeOf(await world.AcknowledgeAsync(challenge))
        );
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task AnswersClock_IsPausedByTheScrutinyFunctionOnly_AndTheSeatMovesOnOnlyThen()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        ChallengeAnswer raised = await world.RaiseAsync();
        string respond = raised.Running("respond").Id;

        Assert.Equal("clock.not-yours-to-pause", CodeOf(await world.PauseAsync(respond, "unit")));
        Assert.Equal(
            "permission.pause-clock",
            CodeOf(await world.PauseAsync(respond, "police-lead"))
        );
        Assert.Equal(
            "clock.not-pausable",
            CodeOf(await world.PauseAsync(raised.Running("acknowledge").Id, "scrutineer"))
        );
        Good(await world.PauseAsync(respond, "scrutineer"));

        // Received on Wednesday; Thursday and Friday are left out.
        Assert.Equal(
            At(2027, 2, 19, 17),
            (await world.ChallengeAsync(raised.Id)).Running("respond").Due
        );
        await world.AssertReconciledAsync();
        await world.GoToAsync(At(2027, 2, 19, 17));
        Assert.Equal("seat", (await world.ChallengeAsync(raised.Id)).Of(Seats.Police).Stage);
        await world.GoToAsync(At(2027, 2, 19, 17, 0, 1));
        Assert.Equal("chair", (await world.ChallengeAsync(raised.Id)).Of(Seats.Police).Stage);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task HoldingReply_StopsNoClock()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string challenge = (await world.RaiseAsync()).Id;

        ChallengeAnswer held = Good(await world.RespondAsync(challenge, position: "holding"));

        Assert.Equal(At(2027, 2, 17, 17), held.Running("respond").Due);
        Assert.Equal(At(2027, 2, 5, 17), held.Running("acknowledge").Due);
        Assert.Equal("received", held.Of(Seats.Police).State);
        Assert.Equal(
            "challenge.nothing-to-assess",
            CodeOf(await world.AssessAsync(challenge, adequate: true))
        );
        await world.GoToAsync(At(2027, 2, 17, 17, 0, 1));
        Assert.Equal("chair", (await world.ChallengeAsync(challenge)).Of(Seats.Police).Stage);
    }

    [Fact]
    public async Task Silence_GoesUp_WithTheDueDateAsTheNextReceipt_HoweverLateTheHostWas()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string challenge = (await world.RaiseAsync()).Id;

        // No host ran from the raising until the Sunday after the limit of Wednesday 17 February.
        await world.GoToAsync(At(2027, 2, 21));

        AddresseeAnswer police = (await world.ChallengeAsync(challenge)).Of(Seats.Police);
        Assert.Equal("chair", police.Stage);
        StageAnswer chair = police.Stages[^1];
        Assert.True(chair.ByLimit);
        Assert.Equal(At(2027, 2, 17, 17), chair.Received);
        // Received on the 17th itself: five working days end on the 24th.
        ChallengeAnswer now = await world.ChallengeAsync(challenge);
        Assert.Equal(At(2027, 2, 24, 17), now.Running("respond").Due);
        // The chair is the police's own delegate: the council's is asked instead.
        Assert.Equal(["localAuthority:delegate"], chair.AskedOf);
        Assert.Equal(["chair"], now.Of(Seats.LocalAuthority).AskedOf);
        Assert.Contains(
            "respondToChallenge localAuthority",
            await world.TasksAsync("council-delegate")
        );

        await world.GoToAsync(At(2027, 2, 24, 17, 0, 1));
        ChallengeAnswer leads = await world.ChallengeAsync(challenge);
        Assert.Equal("leads", leads.Of(Seats.Police).Stage);
        Assert.Equal(
            ["localAuthority:lead", "integratedCareBoard:lead", "police:lead"],
            leads.Of(Seats.Police).AskedOf
        );
        Assert.Equal(At(2027, 3, 10, 17), leads.Running("respond").Due);
        await world.AssertReconciledAsync();

        await world.GoToAsync(At(2027, 3, 10, 17, 0, 1));
        ChallengeAnswer outside = await world.ChallengeAsync(challenge);
        Assert.Equal("external", outside.Of(Seats.Police).Stage);
        Assert.DoesNotContain(outside.Clocks, clock => clock.State == "running");
        Assert.Contains("referChallenge ", await world.TasksAsync("scrutineer"));
        ChallengeAnswer referred = Good(await world.ReferAsync(challenge));
        Assert.Equal("The inspectorate", referred.Of(Seats.Police).Referrals.Single().Body);
        Assert.Equal("open", referred.State);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Inadequate_MovesTheSeatOn_ReceivedAtTheAssessment()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string challenge = (await world.RaiseAsync()).Id;
        Good(await world.RespondAsync(challenge));
        // Friday at 17:05 counts as Monday.
        await world.GoToAsync(At(2027, 2, 12, 17, 5));

        ChallengeAnswer moved = Good(await world.AssessAsync(challenge, adequate: false));

        StageAnswer chair = moved.Of(Seats.Police).Stages[^1];
        Assert.Equal("chair", chair.Stage);
        Assert.False(chair.ByLimit);
        Assert.Equal(At(2027, 2, 12, 17, 5), chair.Received);
        Assert.Equal(At(2027, 2, 22, 17), moved.Running("respond").Due);
        // Who was found wanting may still mend it, and so may who is asked; nobody else.
        Assert.Equal(
            "challenge.not-addressed",
            CodeOf(await world.RespondAsync(challenge, by: "board-delegate"))
        );
        Good(await world.RespondAsync(challenge, by: "council-delegate"));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Reopened_ItIsReceivedAnew_AndItsEarlierStagesStand()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string challenge = (await world.RaiseAsync()).Id;
        Good(await world.CloseChallengeAsync(challenge));
        Assert.Equal("challenge.ended", CodeOf(await world.CloseChallengeAsync(challenge)));
        await world.GoToAsync(At(2027, 3, 1));

        ChallengeAnswer again = Good(await world.ReopenChallengeAsync(challenge));

        Assert.Equal("open", again.State);
        Assert.Null(again.Ended);
        Assert.Equal(2, again.Of(Seats.Police).Stages.Count);
        Assert.Equal(At(2027, 3, 15, 17), again.Running("respond").Due);
        Assert.Equal(["closed", "reopened"], again.Rulings.Select(ruling => ruling.Kind));
        Assert.Equal("challenge.not-ended", CodeOf(await world.ReopenChallengeAsync(challenge)));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Position_ChangesNoState_AndIsTheSeatsOwn()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string challenge = (await world.RaiseAsync()).Id;

        ChallengeAnswer said = Good(await world.TakePositionAsync(challenge));

        Assert.Equal("received", said.Of(Seats.Police).State);
        Assert.Single(said.Of(Seats.Police).Positions);
        Assert.Equal(
            "challenge.not-the-seat",
            CodeOf(await world.TakePositionAsync(challenge, by: "council-lead"))
        );
        Good(await world.CloseChallengeAsync(challenge));
        Good(await world.TakePositionAsync(challenge));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Reminders_GoOutOnWorkingDaysOnly()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        // Received on Thursday: the acknowledgement is due on Monday 8 February, and its reminder goes out on Friday. No host runs then.
        string challenge = (await world.RaiseAsync(at: At(2027, 2, 4))).Id;

        await world.GoToAsync(At(2027, 2, 6, 10));
        Assert.Equal(0, await RemindedAsync());
        await world.GoToAsync(At(2027, 2, 8));
        Assert.Equal(1, await RemindedAsync());
        Assert.Equal(
            At(2027, 2, 8, 17),
            (await world.ChallengeAsync(challenge)).Running("acknowledge").Due
        );

        async Task<int> RemindedAsync() =>
            (await world.NoticesAsync("police-lead")).Count(kind =>
                kind == "challenge.reminder-acknowledge-police"
            );
    }

    [Fact]
    public async Task Raise_OnAPolicysVersion_WantsItsHash_AndTheNextClosureOpensItsReview()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        world.Clock.Now = At(2027, 2, 3);
        string policy = Good(await world.CreateAsync()).Id;
        await world.SignAllAsync(await world.OpenRoundAsync(policy));
        PolicyAnswer published = await world.PolicyAsync(policy);
        RaiseChallengeBody body = ChallengeSteps.Raise with
        {
            Subject = new ChallengeSubjectBody("policy", policy, 1, published.Hash),
        };
        Assert.Contains(
            "subject",
            (
                await world.TryRaiseAsync(
                    "scrutineer",
                    body with
                    {
                        Subject = body.Subject with { Hash = new string('0', 64) },
                    }
                )
            )
                .Refusal!
                .Errors!
                .Keys
        );

        ChallengeAnswer raised = Good(await world.TryRaiseAsync("scrutineer", body));

        Assert.Equal("Missing children, version 1", raised.Subject.Title);
        Assert.Equal("published", (await world.PolicyAsync(policy)).State);
        Assert.Equal("underChallenge", Assert.Single(await BannersAsync(world, policy)).Kind);
        Good(await world.CloseChallengeAsync(raised.Id));
        Assert.Empty(await BannersAsync(world, policy));
        Assert.Contains("review ", await world.TasksAsync("unit"));
        Good(await world.ReopenChallengeAsync(raised.Id));
        await using GovernanceDb db = world.Store.Read();
        IReadOnlyList<PolicyChallengeLine> days = await PolicyChallenges.OfAsync(db, policy);
        Assert.Equal([new DateOnly(2027, 2, 3), null], days.Select(each => each.To));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Policy_WithdrawnUnderChallenge_EndsNothing()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        world.Clock.Now = At(2027, 2, 3);
        string policy = Good(await world.CreateAsync()).Id;
        await world.SignAllAsync(await world.OpenRoundAsync(policy));
        string hash = (await world.PolicyAsync(policy)).Hash;
        ChallengeAnswer raised = Good(
            await world.TryRaiseAsync(
                "scrutineer",
                ChallengeSteps.Raise with
                {
                    Subject = new ChallengeSubjectBody("policy", policy, 1, hash),
                }
            )
        );

        Good(
            await world
                .Store.Get<Governance.Modules.Policies.WithdrawPolicy>()
                .HandleAsync(
                    new ActCaller("unit"),
                    policy,
                    new WithdrawPolicyBody("It is no longer needed.")
                )
        );

        ChallengeAnswer still = await world.ChallengeAsync(raised.Id);
        Assert.Equal("open", still.State);
        Assert.Equal(At(2027, 2, 17, 17), still.Running("respond").Due);
        Good(await world.CloseChallengeAsync(raised.Id));
        Assert.DoesNotContain("review ", await world.TasksAsync("unit"));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Evidence_ComesAndGoesByARuling_AndStaysReadable()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string challenge = (await world.RaiseAsync()).Id;

        Good(await world.AddEvidenceAsync(challenge));
        Assert.Equal("challenge.same-evidence", CodeOf(await world.AddEvidenceAsync(challenge)));
        Good(await world.AddEvidenceAsync(challenge, "What the audits of 2025 found."));
        ChallengeAnswer changed = Good(await world.TakeOffEvidenceAsync(challenge, 2));
        Assert.Equal("challenge.unchanged", CodeOf(await world.TakeOffEvidenceAsync(challenge, 2)));
        Assert.Equal("not-found", CodeOf(await world.TakeOffEvidenceAsync(challenge, 3)));

        Assert.Equal(
            [(1, "audits.txt", true), (2, "audits.txt", false)],
            changed.EvidenceFiles.Select(file => (file.Number, file.Name, file.TakenOff is null))
        );
        Assert.Equal(
            ["evidence", "evidence", "evidence"],
            changed.Rulings.Select(ruling => ruling.Kind)
        );
        Assert.Null((await world.ChallengeAsync(challenge)).DoesNotFit);
        await using GovernanceDb db = world.Store.Read();
        // Whoever reads the challenge reads what was before the seats, also when it was taken off since.
        PaperFile read = Good(
            await ChallengeBook.EvidenceAsync(db, challenge, 2, "police-lead", world.Clock.Now)
        );
        Assert.Equal("What the audits of 2025 found.", Encoding.UTF8.GetString(read.Bytes));
        Assert.Equal(
            "permission.read-challenges",
            (await ChallengeBook.EvidenceAsync(db, challenge, 1, "school", world.Clock.Now))
                .Refusal!
                .Code
        );
        Assert.Contains("challenge.evidence", await world.NoticesAsync("police-lead"));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Evidence_IsTwentyFilesAtMost()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string challenge = (await world.RaiseAsync()).Id;
        for (int file = 1; file <= ChangeEvidence.Most; file++)
        {
            Good(await world.AddEvidenceAsync(challenge, $"File {file}."));
        }

        Assert.Equal("invalid", CodeOf(await world.AddEvidenceAsync(challenge, "One more.")));
        Good(await world.TakeOffEvidenceAsync(challenge));
        Good(await world.AddEvidenceAsync(challenge, "One more."));
    }

    private static async Task<IReadOnlyList<BannerAnswer>> BannersAsync(
        PolicyWorld world,
        string policy
    )
    {
        await using GovernanceDb db = world.Store.Read();
        return await PolicyChallenges.BannersAsync(db, policy);
    }
}

public sealed class SqliteChallengeLifeTests : ChallengeLifeSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlChallengeLifeTests : ChallengeLifeSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
