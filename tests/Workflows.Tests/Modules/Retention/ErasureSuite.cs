using Governance.Contracts;
using Governance.Contracts.Retention;
using Governance.Modules.Partnerships;
using Governance.Modules.Record;
using Governance.Modules.Retention;
using Governance.Storage;
using Governance.Tests.Shared;
using Governance.Tests.Workflows.Framework;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Governance.Tests.Workflows.Framework.GroupSteps;

namespace Governance.Tests.Workflows.Modules.Retention;

/// <summary>The erasure of a person's data, on each database.</summary>
public abstract class ErasureSuite
{
    private const string Name = "Zephyrine Quillfeather";
    private const string Email = "zephyrine@quillfeather.example";
    private const string ObjectId = "object-zephyrine-1";

    /// <summary>The proof rests on these, or they say nothing and would be in its way.</summary>
    private static readonly HashSet<string> NotPlanted =
    [
        "Partnership",
        "Person",
        "PersonErasure",
        "RecordEntry",
        "RecordHead",
        "RecordNode",
        "RecordCheckpoint",
        "RecordPayload",
        "CalendarVersion",
        "HostKey",
    ];

    private protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Erase_SomebodyWhoseNameStandsInEveryTable_LeavesItInFixedTextsOnly_AndSaysWhere()
    {
        var heard = new HeardErasures();
        await using PolicyWorld world = await WorldAsync(heard);
        string person = await RegisterAsync(world);
        await SayAsync(world, PolicyWorld.Place, Name);
        await world.Store.Get<RecordTree>().CatchUpAllAsync();
        RecordInclusionProof before = await ProofAsync(world, 2);
        await WholeDatabase.PlantAsync(
            world.Store,
            NotPlanted,
            person,
            kind => kind == TextKind.Fixed ? $"About {Name}." : $"{Name}, {Email}"
        );
        world.Clock.Now = new DateTime(2030, 3, 1, 9, 0, 0);
        string erasure = (await ProposeAsync(world, Email)).Id;

        Good(await ApproveAsync(world, erasure));
        Assert.Equal(1, await world.Store.Get<CarryOutErasures>().RunPendingAsync());

        string[] left = await WholeDatabase.FindAsync(world.Store, Name, Email, ObjectId);
        Assert.Equal(
            PersonTexts
                .Kinds.Where(each =>
                    each.Value == TextKind.Fixed && !NotPlanted.Contains(each.Key.Table)
                )
                .Select(each => $"{each.Key.Table}.{each.Key.Column}")
                .Order(StringComparer.Ordinal),
            left.Order(StringComparer.Ordinal)
        );
        ErasureAnswer answer = await FindAsync(world, erasure);
        Assert.Equal(
            left.Order(StringComparer.Ordinal),
            answer.Kept.Select(each => $"{each.Table}.{each.Column}").Order(StringComparer.Ordinal)
        );
        Assert.Equal((ErasureStates.Done, 2), (answer.State, answer.Payloads));
        Assert.True(world.Store.Get<Traces>().TryWipe());
        Assert.Equal(0, WholeDatabase.InFiles(world.Store, Email, ObjectId));
        Assert.Equal([person], heard.People);

        // Nobody is signed in by it, and the directory's account is somebody new.
        await using GovernanceDb db = world.Store.Read();
        Assert.Null(
            await PartnershipBook.MeAsync(db, person, DateOnly.FromDateTime(world.Clock.Now))
        );
        Assert.NotEqual(person, await RegisterAsync(world));
        await world.AssertRecordHoldsAsync(before);
    }

    [Fact]
    public async Task Erase_ANameThatSomebodyElseBears_IsReplacedBesideTheIdOnly()
    {
        await using PolicyWorld world = await WorldAsync(new HeardErasures());
        string person = await RegisterAsync(world);
        Good(
            await world
                .Store.Get<RegisterPerson>()
                .HandleAsync(new NewPerson("tenant", "object-of-a-namesake", Name))
        );
        await SayAsync(world, PolicyWorld.Place, Name);
        await WholeDatabase.PlantAsync(world.Store, NotPlanted, person, _ => $"About {Name}.");
        world.Clock.Now = new DateTime(2030, 3, 1, 9, 0, 0);
        string erasure = (await ProposeAsync(world, person)).Id;

        Good(await ApproveAsync(world, erasure));
        await world.Store.Get<CarryOutErasures>().RunPendingAsync();

        string[] left = await WholeDatabase.FindAsync(world.Store, Name);
        Assert.Contains("Person.DisplayName", left);
        Assert.Contains("GroupTask.Description", left);
        Assert.Contains("RecordPayload.Json", left);
        Assert.DoesNotContain("Signature.PersonName", left);
        Assert.DoesNotContain("Comment.PersonName", left);
    }

    [Fact]
    public async Task Propose_WhileTheyHoldAnAppointmentOrAreHeld_IsRefused()
    {
        await using PolicyWorld world = await WorldAsync(new HeardErasures());
        string person = await RegisterAsync(world);
        await world.SeedAsync([Past(person)]);
        Assert.Equal(
            "erasure.holds-appointment",
            CodeOf(await TryProposeAsync(world, "police-deputy"))
        );
        HoldAnswer hold = Good(
            await world
                .Store.Get<PlaceHold>()
                .HandleAsync(
                    new ActCaller("scrutineer"),
                    PolicyWorld.Place,
                    new PlaceHoldBody("person", null, person, "An inquiry asks.", "INQ 1")
                )
        );

        Assert.Equal("erasure.held", CodeOf(await TryProposeAsync(world, person)));
        Good(
            await world
                .Store.Get<LiftHold>()
                .HandleAsync(new ActCaller("scrutineer"), hold.Id, new LiftHoldBody("Over."))
        );
        Good(await TryProposeAsync(world, person));
        Assert.Equal("erasure.done", CodeOf(await TryProposeAsync(world, person)));
        Assert.Equal("not-found", CodeOf(await TryProposeAsync(world, person, "somebody")));
        Assert.Equal(
            "permission.erase-person",
            CodeOf(await TryProposeAsync(world, person, "unit"))
        );
    }

    [Fact]
    public async Task CarryOut_UnderAHoldThatCameAfterTheAgreement_StopsUntilItIsLifted()
    {
        await using PolicyWorld world = await WorldAsync(new HeardErasures());
        string person = await RegisterAsync(world);
        await world.SeedAsync([Past(person)]);
        string erasure = (await ProposeAsync(world, person)).Id;
        Good(await ApproveAsync(world, erasure));
        HoldAnswer hold = Good(
            await world
                .Store.Get<PlaceHold>()
                .HandleAsync(
                    new ActCaller("police-lead"),
                    PolicyWorld.Place,
                    new PlaceHoldBody("person", null, person, "A claim.", "CL 1")
                )
        );

        await world.Store.Get<CarryOutErasures>().RunPendingAsync();

        ErasureAnswer stopped = await FindAsync(world, erasure);
        Assert.Equal(("stopped", "erasure.held"), (stopped.State, stopped.StoppedBy));
        Assert.Contains("Person.DisplayName", await WholeDatabase.FindAsync(world.Store, Name));
        Good(
            await world
                .Store.Get<LiftHold>()
                .HandleAsync(new ActCaller("police-delegate"), hold.Id, new LiftHoldBody("Over."))
        );
        await world.Store.Get<CarryOutErasures>().RunPendingAsync();
        Assert.Equal("done", (await FindAsync(world, erasure)).State);
    }

    private async Task<PolicyWorld> WorldAsync(IOnErased listener)
    {
        PolicyWorld world = await PolicyWorld.OpenAsync(register =>
            Open(services =>
            {
                register(services);
                services.AddSingleton(listener);
            })
        );
        await world.SeedAsync([
            new Person
            {
                Id = "administrator",
                TenantId = "tenant",
                ObjectId = "object-administrator",
                DisplayName = "The administrator",
                RegisteredAt = world.Clock.Now,
            },
            new Appointment
            {
                Id = "administrators",
                PartnershipId = PolicyWorld.Place,
                PersonId = "administrator",
                Role = Roles.Administrator,
                From = new DateOnly(2027, 1, 1),
                Status = AppointmentStates.Active,
                ProposedBy = "unit",
                ProposedAt = world.Clock.Now,
            },
        ]);
        return world;
    }

    private static Appointment Past(string person) =>
        new()
        {
            Id = "past",
            PartnershipId = PolicyWorld.Place,
            PersonId = person,
            Role = Roles.Practitioner,
            From = new DateOnly(2027, 1, 1),
            To = new DateOnly(2027, 1, 15),
            Status = AppointmentStates.Active,
            ProposedBy = "unit",
            ProposedAt = new DateTime(2027, 1, 1, 9, 0, 0, DateTimeKind.Utc),
        };

    private static async Task<string> RegisterAsync(PolicyWorld world) =>
        Good(
            await world
                .Store.Get<RegisterPerson>()
                .HandleAsync(new NewPerson("tenant", ObjectId, Name, Email))
        ).Id;

    /// <summary>An act whose text in the record names somebody.</summary>
    private static async Task SayAsync(PolicyWorld world, string partnership, string name) =>
        Good(
            await world.Store.Acts.RunAsync(
                new ActRequest<Done>
                {
                    Name = "test.say",
                    Caller = ActCaller.Service("test"),
                    Permission = Permission.Service,
                    Locate = _ =>
                        Task.FromResult<ActPlace?>(
                            new ActPlace(partnership, new SubjectRef("thing", "thing"))
                        ),
                    Decide = act =>
                    {
                        act.Payload = new { text = $"{name} was there." };
                        return Task.FromResult<Result<Done>>(new Done());
                    },
                }
            )
        );

    private static Task<Result<ErasureProposed>> TryProposeAsync(
        PolicyWorld world,
        string person,
        string by = "administrator"
    ) =>
        world
            .Store.Get<ProposeErasure>()
            .HandleAsync(new ActCaller(by), new ProposeErasureBody(person, "They asked for it."));

    private static async Task<ErasureProposed> ProposeAsync(PolicyWorld world, string person) =>
        Good(await TryProposeAsync(world, person));

    private static async Task<Result<ApprovalAnswer>> ApproveAsync(
        PolicyWorld world,
        string erasure
    )
    {
        await using GovernanceDb db = world.Store.Read();
        string approval = await db.Set<PendingApproval>()
            .Where(each => each.SubjectId == erasure)
            .Select(each => each.Id)
            .SingleAsync();
        return await world
            .Store.Get<DecideApproval>()
            .HandleAsync(new ActCaller("unit"), approval, new DecideApprovalBody(true, null));
    }

    private static async Task<ErasureAnswer> FindAsync(PolicyWorld world, string erasure)
    {
        await using GovernanceDb db = world.Store.Read();
        return Good(await ErasureBook.FindAsync(db, erasure, "administrator", world.Clock.Now));
    }

    private static async Task<RecordInclusionProof> ProofAsync(PolicyWorld world, long entry)
    {
        await using GovernanceDb db = world.Store.Read();
        return Good(
            await world.Store.Get<RecordBook>().ProveInclusionAsync(db, PolicyWorld.Place, entry)
        );
    }
}

public sealed class SqliteErasureTests : ErasureSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlErasureTests : ErasureSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
