using Governance.Contracts;
using Governance.Modules.Meetings;
using Governance.Storage;
using Governance.Tests.Shared;
using Governance.Tests.Workflows.Framework;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Modules.Meetings;

/// <summary>A decision between meetings (DOMAIN B7.8), under the framework as installed.</summary>
public abstract class WrittenProcedureSuite
{
    /// <summary>Proposed on Monday 1 February 2027 in the morning: the fifth working day after it.</summary>
    private static readonly DateTime Due = new(2027, 2, 8, 17, 0, 0, DateTimeKind.Utc);

    private protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Procedure_EveryPlaceAgreesInTime_IsDecidedWithThePapersAndWhoAgreed()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        ProcedureAnswer procedure = await world.ProposeAsync();
        Assert.Equal(
            (ProcedureStates.Open, Due, 3),
            (procedure.State, procedure.Due, procedure.Places.Count)
        );
        Assert.Contains("answerProcedure police", await world.TasksAsync("police-lead"));
        Assert.Contains("written-procedure.opened", await world.NoticesAsync("board-delegate"));
        await world.AssertReconciledAsync();
        Assert.Null((await world.AnswerAsync(procedure.Id, "police-lead")).Refusal);
        Assert.Equal(
            "written-procedure.answered",
            (await world.AnswerAsync(procedure.Id, "police-delegate")).Refusal?.Code
        );
        Assert.Equal(
            "written-procedure.not-your-place",
            (await world.AnswerAsync(procedure.Id, "unit")).Refusal?.Code
        );
        Assert.Equal(
            "written-procedure.not-your-place",
            (await world.AnswerAsync(procedure.Id, "council-deputy")).Refusal?.Code
        );
        Assert.Null((await world.AnswerAsync(procedure.Id, "council-delegate")).Refusal);

        ProcedureAnswer decided = (await world.AnswerAsync(procedure.Id, "board-lead")).Value;

        Assert.Equal(ProcedureStates.Decided, decided.State);
        await using GovernanceDb db = world.Store.Read();
        DecisionAnswer decision = (
            await DecisionBook.ReadAsync(db, decided.Decision!, "unit", world.Clock.Now)
        ).Value;
        Assert.Equal(
            ("The budget is moved.", DecisionOutcomes.Decided, procedure.Id),
            (decision.Text, decision.Outcome, decision.Procedure)
        );
        Assert.Equal(3, decision.Present.Count);
        Assert.Equal(procedure.Papers[0].Hash, Assert.Single(decision.Papers).Hash);
        Assert.Contains("written-procedure.over", await world.NoticesAsync("unit"));
        Assert.Empty(await world.TasksAsync("police-lead"));
        await world.AssertReconciledAsync();
        await world.GoToAsync(Due.AddDays(1));
        Assert.Equal(ProcedureStates.Decided, (await world.ProcedureAsync(procedure.Id)).State);
    }

    [Fact]
    public async Task Procedure_LimitPassesInSilence_LapsesOneSecondAfter()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        ProcedureAnswer procedure = await world.ProposeAsync();
        Assert.Null((await world.AnswerAsync(procedure.Id, "police-lead")).Refusal);
        await world.GoToAsync(new DateTime(2027, 2, 4, 9, 0, 0, DateTimeKind.Utc));
        Assert.Contains("written-procedure.reminder", await world.NoticesAsync("board-lead"));
        Assert.DoesNotContain(
            "written-procedure.reminder",
            await world.NoticesAsync("police-lead")
        );
        await world.GoToAsync(Due);
        Assert.Equal(ProcedureStates.Open, (await world.ProcedureAsync(procedure.Id)).State);
        // Nobody's host has noticed yet, and it is late all the same.
        world.Clock.Now = Due.AddSeconds(1);
        Assert.Equal(
            "written-procedure.late",
            (await world.AnswerAsync(procedure.Id, "board-lead")).Refusal?.Code
        );

        await world.GoToAsync(Due.AddSeconds(1));

        ProcedureAnswer lapsed = await world.ProcedureAsync(procedure.Id);
        Assert.Equal((ProcedureStates.Lapsed, null), (lapsed.State, lapsed.Decision));
        Assert.Empty(await world.TasksAsync("board-lead"));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Procedure_OnePlaceDisagrees_IsOverAtOnce()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        ProcedureAnswer procedure = await world.ProposeAsync();

        ProcedureAnswer lapsed = (
            await world.AnswerAsync(procedure.Id, "board-delegate", agrees: false)
        ).Value;

        Assert.Equal(ProcedureStates.Lapsed, lapsed.State);
        Assert.Equal(
            "Too early.",
            lapsed.Places.Single(place => place.Place == "seat:integratedCareBoard").Reason
        );
        Assert.Equal(
            "written-procedure.over",
            (await world.AnswerAsync(procedure.Id, "police-lead")).Refusal?.Code
        );
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Procedure_TakenBack_IsOverWithoutADecision()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        ProcedureAnswer procedure = await world.ProposeAsync();

        Result<ProcedureAnswer> withdrawn = await world
            .Store.Get<WithdrawProcedure>()
            .HandleAsync(
                new ActCaller("police-delegate"),
                procedure.Id,
                new WithdrawProcedureBody("It goes to the meeting.")
            );

        Assert.Equal(ProcedureStates.Cancelled, withdrawn.Value.State);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Procedure_OfASubGroup_AsksItsMembersAndNobodyElse()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string body = (
            await world.AddBodyAsync(quorum: new QuorumBody(QuorumKinds.KOfN, AtLeast: 1))
        )
            .Value
            .Id;
        await world.AddMemberAsync(body, "school", agency: "schools");
        await world.AddMemberAsync(body, "practitioner");
        await world.AddMemberAsync(body, "scrutineer", BodyCapacities.Expert);
        ProcedureAnswer procedure = await world.ProposeAsync(body);
        Assert.Equal(2, procedure.Places.Count);
        Assert.Null((await world.AnswerAsync(procedure.Id, "school")).Refusal);

        Assert.Equal(
            ProcedureStates.Decided,
            (await world.AnswerAsync(procedure.Id, "practitioner")).Value.State
        );
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Procedure_WithADeclaredInterest_CannotBeAnsweredByThatPerson()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        ProcedureAnswer procedure = await world.ProposeAsync();
        Assert.Null(
            (
                await world
                    .Store.Get<Governance.Modules.Partnerships.DeclareInterest>()
                    .HandleAsync(
                        new ActCaller("police-lead"),
                        PolicyWorld.Place,
                        new DeclareInterestBody(
                            new InterestSubject(null, procedure.Id),
                            "A relative.",
                            new DateOnly(2027, 1, 1),
                            null
                        )
                    )
            ).Refusal
        );

        Assert.Equal(
            "written-procedure.interest",
            (await world.AnswerAsync(procedure.Id, "police-lead")).Refusal?.Code
        );
        Assert.Null((await world.AnswerAsync(procedure.Id, "police-delegate")).Refusal);
    }
}

public sealed class SqliteWrittenProcedureTests : WrittenProcedureSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlWrittenProcedureTests : WrittenProcedureSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
