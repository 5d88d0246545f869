using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Instances;
using Governance.Modules.Cases;
using Governance.Modules.Definitions;
using Governance.Modules.Partnerships;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Governance.Tests.Workflows.Framework.GroupSteps;

namespace Governance.Tests.Workflows.Framework;

/// <summary>Nobody but the scrutiny function ends a challenge, by whatever way (DOMAIN B5.3, D1), on each database.</summary>
public abstract class OnlyScrutinySuite
{
    /// <summary>Everybody else, one for each role and level.</summary>
    private static readonly string[] Others =
    [
        "council-lead",
        "council-delegate",
        "council-deputy",
        "board-lead",
        "police-lead",
        "police-delegate",
        "unit",
        "school",
        "group-chair",
        "inspector",
        "practitioner",
    ];

    /// <summary>What somebody with the database at hand may try.</summary>
    private static readonly string[] DirectWrites =
    [
        "UPDATE \"Challenge\" SET \"State\" = 'closed'",
        "UPDATE \"Challenge\" SET \"State\" = 'closed', \"LastRuling\" = \"LastRuling\" + 1",
        "UPDATE \"Challenge\" SET \"Seriousness\" = 'low'",
        "UPDATE \"Challenge\" SET \"Redacted\" = YES",
        "UPDATE \"Challenge\" SET \"PublicSummary\" = 'Nothing to see.'",
        "UPDATE \"Challenge\" SET \"Question\" = 'Is it fine?'",
        "UPDATE \"Challenge\" SET \"Number\" = 99",
        "UPDATE \"Challenge\" SET \"PartnershipId\" = 'elsewhere'",
        "DELETE FROM \"Challenge\"",
        "DELETE FROM \"ChallengeAddressee\"",
        "DELETE FROM \"ChallengeStatement\"",
        "DELETE FROM \"ChallengeStage\"",
        "DELETE FROM \"ChallengeRuling\"",
        "UPDATE \"ChallengeStatement\" SET \"Text\" = 'We are sorry.'",
        "UPDATE \"ChallengeRuling\" SET \"Reason\" = 'Answered.'",
        "UPDATE \"ChallengeAddressee\" SET \"State\" = 'ended'",
        "UPDATE \"ChallengeAddressee\" SET \"State\" = 'adequate'",
        "UPDATE \"ChallengeAddressee\" SET \"Seat\" = 'integratedCareBoard' WHERE \"Seat\" = 'police'",
        Ruling("unit", "2027-02-03"),
        Ruling("police-lead", "2027-02-03"),
        // A scrutineer, and not on that day.
        Ruling("scrutineer", "2026-12-31"),
        "DELETE FROM \"ChallengeEvidence\"",
        "UPDATE \"ChallengeEvidence\" SET \"Name\" = 'nothing.txt'",
        "UPDATE \"ChallengeEvidence\" SET \"TakenOffBy\" = \"AddedBy\"",
        "INSERT INTO \"ChallengeEvidence\" (\"ChallengeId\", \"Number\", \"PartnershipId\", \"Hash\", \"Name\", \"ContentType\", \"Size\", \"AddedBy\") SELECT \"ChallengeId\", 99, \"PartnershipId\", \"Hash\", 'more.txt', \"ContentType\", \"Size\", \"AddedBy\" FROM \"ChallengeEvidence\"",
        "INSERT INTO \"ChallengeStatement\" (\"ChallengeId\", \"Number\", \"PartnershipId\", \"Seat\", \"Kind\", \"Stage\", \"Adequate\", \"Text\", \"At\", \"On\", \"By\", \"ActionIds\") SELECT \"Id\", 99, \"PartnershipId\", 'police', 'assessment', 'seat', YES, 'Fine.', \"RaisedAt\", '2027-02-03', 'police-lead', EMPTY FROM \"Challenge\"",
    ];

    private protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    private protected abstract IReadOnlyList<string> TriggersOff { get; }

    /// <summary>How this database writes an empty list.</summary>
    private protected abstract string EmptyList { get; }

    /// <summary>How this database writes yes.</summary>
    private protected virtual string Yes => "TRUE";

    [Fact]
    public async Task Act_ByAnybodyElse_IsRefused_AndStandsInTheRecordForTheScrutineer()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string challenge = (await world.RaiseAsync()).Id;
        Good(await world.RespondAsync(challenge));
        ChallengeAnswer before = await world.ChallengeAsync(challenge);
        foreach (string person in Others)
        {
            Result<ChallengeAnswer>[] tried =
            [
                await world.CloseChallengeAsync(challenge, person),
                await world.WithdrawChallengeAsync(challenge, person),
                await world.AssessAsync(challenge, adequate: true, by: person),
                await world.SetSeriousnessAsync(challenge, "low", person),
                await world.EditAsync(challenge, by: person),
                await world.ReferAsync(challenge, by: person),
                await world.AddEvidenceAsync(challenge, by: person),
                await world.TakeOffEvidenceAsync(challenge, by: person),
                await world.TryRaiseAsync(person),
            ];
            Assert.All(
                tried,
                each => Assert.Equal("permission.scrutinise-challenge", each.Refusal!.Code)
            );
        }

        ChallengeAnswer after = await world.ChallengeAsync(challenge);
        Assert.Equal(
            (before.State, before.Seriousness, before.PublicSummary, "answered"),
            (after.State, after.Seriousness, after.PublicSummary, after.Of(Seats.Police).State)
        );
        await using GovernanceDb db = world.Store.Read();
        IReadOnlyList<ChallengeAttempt> attempts = Good(
            await ChallengeBook.AttemptsAsync(db, challenge, "scrutineer", world.Clock.Now)
        );
        foreach (string person in Others)
        {
            Assert.Equal(
                [
                    "challenge.take-off-evidence",
                    "challenge.add-evidence",
                    "challenge.refer",
                    "challenge.edit",
                    "challenge.set-seriousness",
                    "challenge.assess",
                    "challenge.withdraw",
                    "challenge.close",
                ],
                attempts
                    .Where(attempt => attempt.PersonName == "The " + person)
                    .Select(attempt => attempt.Act)
            );
            Assert.NotNull(
                (await ChallengeBook.AttemptsAsync(db, challenge, person, world.Clock.Now)).Refusal
            );
        }
    }

    [Fact]
    public async Task Reopen_ByAnybodyElse_IsRefused()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string challenge = (await world.RaiseAsync()).Id;
        Good(await world.CloseChallengeAsync(challenge));

        Assert.Equal(
            "permission.scrutinise-challenge",
            CodeOf(await world.ReopenChallengeAsync(challenge, "unit"))
        );
    }

    [Fact]
    public async Task Operator_NeitherCancelsNorSkips_AndTheAttemptIsSeen()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string challenge = (await world.RaiseAsync()).Id;
        string instance = await world.InstanceAsync(challenge);

        Assert.Equal(
            "challenge.only-scrutiny-ends",
            CodeOf(
                await world
                    .Store.Get<CancelInstance>()
                    .HandleAsync(new ActCaller("unit"), instance, new("Tidying up."))
            )
        );
        Assert.Equal(
            "challenge.only-scrutiny-ends",
            CodeOf(
                await world
                    .Store.Get<SkipStep>()
                    .HandleAsync(
                        new ActCaller("unit"),
                        instance,
                        new("Tidying up.", "Done", "incident")
                    )
            )
        );

        await using GovernanceDb db = world.Store.Read();
        Assert.Equal(
            ["instance.skip", "instance.cancel"],
            Good(await ChallengeBook.AttemptsAsync(db, challenge, "scrutineer", world.Clock.Now))
                .Select(attempt => attempt.Act)
        );
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Workflow_ThatWouldEndChallengesItself_IsRefused_AndTheAttemptIsSeen()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string challenge = (await world.RaiseAsync()).Id;
        string json = FrameworkLintTests.Changed(
            definition =>
                FrameworkLintTests.Lead(
                    definition,
                    "AskSeat",
                    "Answered",
                    FrameworkLintTests.AnotherEnd(definition)
                ),
            FrameworkFiles.All["scrutineer-challenge.json"]
        );
        Good(
            await world
                .Store.Get<SaveDefinition>()
                .HandleAsync(
                    new ActCaller("unit"),
                    PolicyWorld.Place,
                    new DefinitionToSave("scrutineer-challenge", json, Publish: false)
                )
        );

        Result<DefinitionSaved> published = await world
            .Store.Get<ProposePublication>()
            .PublishAsync(new ActCaller("unit"), PolicyWorld.Place, "scrutineer-challenge");

        Assert.Equal(
            ("challenge.ends-outside-scrutiny", RefusalKind.Forbidden),
            (published.Refusal!.Code, published.Refusal.Kind)
        );
        await using GovernanceDb db = world.Store.Read();
        ChallengeAttempt attempt = Assert.Single(
            Good(await ChallengeBook.AttemptsAsync(db, challenge, "scrutineer", world.Clock.Now))
        );
        Assert.Equal(
            ("definition.propose-publication", "challenge.ends-outside-scrutiny", "The unit"),
            (attempt.Act, attempt.Code, attempt.PersonName)
        );
    }

    [Fact]
    public async Task Database_AskedDirectly_RefusesEveryWrite()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string challenge = (await world.RaiseAsync()).Id;
        Good(await world.RespondAsync(challenge));
        Good(await world.AddEvidenceAsync(challenge));
        Good(await world.SetSeriousnessAsync(challenge, "high"));

        foreach (string statement in DirectWrites)
        {
            Exception? refused = await Record.ExceptionAsync(() => RunSqlAsync(world, statement));
            Assert.True(refused is not null, $"The database took: {statement}");
        }

        ChallengeAnswer after = await world.ChallengeAsync(challenge);
        Assert.Equal(("open", "high"), (after.State, after.Seriousness));
        Assert.Null(after.DoesNotFit);
        await world.AssertReconciledAsync();
    }

    [Theory]
    [InlineData("UPDATE \"Challenge\" SET \"State\" = 'closed'")]
    [InlineData("UPDATE \"Challenge\" SET \"Seriousness\" = 'low'")]
    [InlineData("UPDATE \"Challenge\" SET \"Redacted\" = YES")]
    [InlineData("UPDATE \"Challenge\" SET \"PublicSummary\" = 'Nothing to see.'")]
    [InlineData("UPDATE \"ChallengeStatement\" SET \"Text\" = 'We are sorry.'")]
    [InlineData("DELETE FROM \"ChallengeStatement\"")]
    [InlineData("UPDATE \"ChallengeAddressee\" SET \"State\" = 'adequate'")]
    [InlineData("UPDATE \"ChallengeEvidence\" SET \"Name\" = 'nothing.txt'")]
    [InlineData("DELETE FROM \"ChallengeEvidence\"")]
    [InlineData("DELETE FROM \"ChallengeStage\"; DELETE FROM \"ChallengeAddressee\"")]
    public async Task Database_WithTheTriggersOff_IsFoundByVerification(string statement)
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string challenge = (await world.RaiseAsync()).Id;
        Good(await world.RespondAsync(challenge));
        Good(await world.AddEvidenceAsync(challenge));
        Assert.True((await VerifyAsync(world)).Ok);

        await TamperAsync(world, statement);

        Assert.NotNull((await world.ChallengeAsync(challenge)).DoesNotFit);
        RecordVerification found = await VerifyAsync(world);
        Assert.False(found.Ok);
        Assert.Null(found.FirstBad);
        Assert.Equal(
            ("challenge", challenge, "Challenge 1"),
            found.Disagreements!.Select(each => (each.Type, each.Id, each.Name)).Single()
        );
        Assert.Contains(
            await world.Store.Get<Reconciliation>().RunAsync(),
            drift => drift.Code == "challenge.does-not-fit-record"
        );
        await using GovernanceDb db = world.Store.Read();
        RegisterEntry entry = Assert.Single(
            Good(await ChallengeBook.RegisterAsync(db, PolicyWorld.Place, world.Clock.Now)).Items
        );
        Assert.False(entry.Fits);
    }

    [Fact]
    public async Task Database_FromWhichAChallengeIsTaken_StillHasItsPlaceInTheRegister()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        await world.RaiseAsync();
        await world.RaiseAsync();

        await TamperAsync(
            world,
            "DELETE FROM \"ChallengeStage\"",
            "DELETE FROM \"ChallengeAddressee\"",
            "DELETE FROM \"Challenge\" WHERE \"Number\" = 1"
        );

        await using GovernanceDb db = world.Store.Read();
        IReadOnlyList<RegisterEntry> items = Good(
            await ChallengeBook.RegisterAsync(db, PolicyWorld.Place, world.Clock.Now)
        ).Items;
        Assert.Equal([true, false], items.Select(each => each.Missing));
        Assert.Contains(
            await world.Store.Get<Reconciliation>().RunAsync(),
            drift => drift.Code == "challenge.missing"
        );
        Assert.Contains(
            (await VerifyAsync(world)).Disagreements!,
            each => each.Name == "A challenge that is gone"
        );
    }

    [Fact]
    public async Task Register_KeepsTheRedactedInItsPlace_AndProvesEach()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string first = (await world.RaiseAsync()).Id;
        await world.RaiseAsync();
        Good(await world.EditAsync(first, redacted: true));
        await world.Store.Get<Governance.Modules.Record.RecordTree>().CatchUpAllAsync();

        await using GovernanceDb db = world.Store.Read();
        ChallengeRegister register = Good(
            await ChallengeBook.RegisterAsync(db, PolicyWorld.Place, world.Clock.Now)
        );
        Assert.Equal([1, 2], register.Items.Select(each => each.Number));
        Assert.Equal(
            (null, null, true),
            (register.Items[0].Subject, register.Items[0].Summary, register.Items[0].Fits)
        );
        Assert.NotNull(register.Items[1].Summary);
        Assert.Null(register.Vacant);
        ChallengeProof proof = Good(
            await ChallengeProofs.FindAsync(db, PolicyWorld.Place, 1, CancellationToken.None)
        );
        Assert.NotNull(proof.Checkpoint);
        Assert.Equal(register.Items[0].Proof, proof.Entries[0].Entry);
        Assert.All(proof.Entries, entry => Assert.NotNull(entry.Path));
        Assert.DoesNotContain(
            proof.Entries,
            entry => entry.Canonical.Contains("plan", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Vacancy_ClocksGoOn_NothingCanBeClosed_AndASuccessorHasTenWorkingDays()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string challenge = (await world.RaiseAsync()).Id;
        await EndScrutineerAsync(world);
        await world.GoToAsync(At(2027, 2, 10));

        Assert.Equal("not-found", CodeOf(await world.CloseChallengeAsync(challenge)));
        Good(await world.RespondAsync(challenge));
        await using (GovernanceDb db = world.Store.Read())
        {
            Assert.Equal(
                new DateOnly(2027, 2, 3),
                await ChallengeBook.VacantSinceAsync(
                    db,
                    PolicyWorld.Place,
                    new DateOnly(2027, 2, 10)
                )
            );
        }

        // The council's own clock has gone on meanwhile.
        await world.GoToAsync(At(2027, 2, 17, 17, 0, 1));
        Assert.Equal(
            "chair",
            (await world.ChallengeAsync(challenge, "unit")).Of(Seats.LocalAuthority).Stage
        );
        await RegisterAsync(world, "successor");
        await AppointScrutineerAsync(world, "successor", new DateOnly(2027, 3, 1));
        await world.GoToAsync(At(2027, 3, 1, 9));

        ChallengeAnswer inherited = await world.ChallengeAsync(challenge, "successor");
        // From Monday 1 March: ten working days end on the 15th.
        Assert.Equal(At(2027, 3, 15, 17), inherited.Running("assess").Due);
        Assert.Contains("assessResponse ", await world.TasksAsync("successor"));
        await world.AssertReconciledAsync();

        await world.GoToAsync(At(2027, 3, 15, 17, 0, 1));
        Assert.Equal(
            "answered",
            (await world.ChallengeAsync(challenge, "successor")).Of(Seats.Police).State
        );
        Assert.Contains("challenge.assessment-late-police", await world.NoticesAsync("board-lead"));
        Good(await world.AssessAsync(challenge, adequate: true, by: "successor"));
        Good(await world.CloseChallengeAsync(challenge, "successor"));
        await world.AssertReconciledAsync();
    }

    private static async Task<RecordVerification> VerifyAsync(PolicyWorld world) =>
        (
            await world
                .Store.Get<Governance.Modules.Record.LastVerifications>()
                .VerifyAsync(PolicyWorld.Place)
        ).Found;

    private static async Task RegisterAsync(PolicyWorld world, string id) =>
        await world
            .Store.Get<Upkeep>()
            .RunAsync(async db =>
            {
                db.Add(
                    new Person
                    {
                        Id = id,
                        TenantId = "tenant",
                        ObjectId = "object-" + id,
                        DisplayName = "The " + id,
                        RegisteredAt = world.Clock.Now,
                    }
                );
                return await db.SaveChangesAsync();
            });

    private static async Task EndScrutineerAsync(PolicyWorld world)
    {
        string appointment;
        await using (GovernanceDb db = world.Store.Read())
        {
            appointment = (
                await db.Set<Appointment>().SingleAsync(a => a.Role == Roles.Scrutineer)
            ).Id;
        }

        string approval = Good(
            await world
                .Store.Get<EndAppointment>()
                .HandleAsync(
                    new ActCaller("unit"),
                    appointment,
                    new EndAppointmentBody("The contract has ended.")
                )
        ).Approval!;
        Good(
            await world
                .Store.Get<DecideApproval>()
                .HandleAsync(
                    new ActCaller("police-lead"),
                    approval,
                    new DecideApprovalBody(true, "Yes.")
                )
        );
    }

    private static async Task AppointScrutineerAsync(
        PolicyWorld world,
        string person,
        DateOnly from
    )
    {
        string approval = Good(
            await world
                .Store.Get<AppointPerson>()
                .HandleAsync(
                    new ActCaller("unit"),
                    PolicyWorld.Place,
                    new AppointPersonBody(
                        person,
                        Roles.Scrutineer,
                        null,
                        null,
                        null,
                        null,
                        from,
                        null
                    )
                )
        ).Approval!;
        Good(
            await world
                .Store.Get<DecideApproval>()
                .HandleAsync(
                    new ActCaller("police-lead"),
                    approval,
                    new DecideApprovalBody(true, "Yes.")
                )
        );
    }

    private async Task TamperAsync(PolicyWorld world, params string[] statements)
    {
        foreach (string statement in (string[])[.. TriggersOff, .. statements])
        {
            await RunSqlAsync(world, statement);
        }
    }

    private Task<int> RunSqlAsync(PolicyWorld world, string statement) =>
        world
            .Store.Get<Upkeep>()
            .RunAsync(db =>
                db.Database.ExecuteSqlRawAsync(
                    statement
                        .Replace("EMPTY", EmptyList, StringComparison.Ordinal)
                        .Replace("YES", Yes, StringComparison.Ordinal)
                )
            );

    private static string Ruling(string by, string on) =>
        "INSERT INTO \"ChallengeRuling\" (\"ChallengeId\", \"Number\", \"PartnershipId\", \"Kind\", \"ToState\", \"ToSeriousness\", \"Reason\", \"At\", \"On\", \"By\") "
        + $"SELECT \"Id\", \"LastRuling\" + 1, \"PartnershipId\", 'closed', 'closed', 'low', 'Done.', \"RaisedAt\", '{on}', '{by}' FROM \"Challenge\"";
}

public sealed class SqliteOnlyScrutinyTests : OnlyScrutinySuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);

    private protected override IReadOnlyList<string> TriggersOff =>
        [
            .. (
                (string[])
                    [
                        "Challenge_by_disposal",
                        "Challenge_by_ruling",
                        "ChallengeStatement_no_update",
                        "ChallengeStatement_by_disposal",
                        "ChallengeAddressee_by_disposal",
                        "ChallengeAddressee_ends_with_it",
                        "ChallengeStage_by_disposal",
                        "ChallengeEvidence_stays",
                        "ChallengeEvidence_by_disposal",
                    ]
            ).Select(name => $"DROP TRIGGER \"{name}\""),
        ];

    private protected override string EmptyList => "'[]'";
}

public sealed class PostgreSqlOnlyScrutinyTests : OnlyScrutinySuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);

    private protected override IReadOnlyList<string> TriggersOff =>
        [
            .. (
                (string[])
                    [
                        "Challenge",
                        "ChallengeStatement",
                        "ChallengeAddressee",
                        "ChallengeStage",
                        "ChallengeEvidence",
                    ]
            ).Select(name => $"ALTER TABLE \"{name}\" DISABLE TRIGGER USER"),
        ];

    private protected override string EmptyList => "'{}'";
}
