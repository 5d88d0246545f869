using Governance.Contracts;
using Governance.Contracts.Attestations;
using Governance.Modules.Attestations;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Governance.Tests.Shared;
using Governance.Tests.Workflows.Framework;
using Microsoft.Extensions.DependencyInjection;
using static Governance.Tests.Workflows.Framework.GroupSteps;

namespace Governance.Tests.Workflows.Modules.Attestations;

/// <summary>A quarter begins, people answer for their bodies or do not, and who has left loses their seat: on each database.</summary>
public abstract class AttestationSuite
{
    private static readonly DateTime Begins = new(2027, 4, 1, 8, 0, 0, DateTimeKind.Utc);

    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Quarter_Begins_OpensEachBodyOnce_AndAsksThoseWhoAnswer()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        Assert.Equal(0, await KeepAsync(world, Begins.AddDays(-1)));

        world.Clock.Now = Begins;
        KeepAttestations[] hosts =
        [
            world.Store.Get<KeepAttestations>(),
            world.Store.Get<KeepAttestations>(),
        ];
        int[] opened = await Task.WhenAll(hosts.Select(host => host.RunAsync()));

        Assert.Equal(5, opened.Sum());
        Assert.Equal(AttestationBodies.All, (await ListAsync(world)).Select(each => each.Body));
        Assert.Contains("attest police", await world.TasksAsync("police-lead"));
        Assert.Contains("attest police", await world.TasksAsync("police-delegate"));
        Assert.DoesNotContain("attest police", await world.TasksAsync("police-deputy"));
        Assert.Contains("attest ", await world.TasksAsync("scrutineer"));
        Assert.Contains("attest ", await world.TasksAsync("unit"));
        Assert.Contains("attestation.opened", await world.NoticesAsync("council-delegate"));
        Assert.Single(await world.RecordAsync(), "attestation.open");
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Answer_EndsWhoHasLeft_InOneAct_AndAsksForWhoeverCameSince()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        await KeepAsync(world, Begins);
        AttestationAnswer police = await OfAsync(world, Seats.Police);
        AttestVerdict[] before = Say(police, "police-deputy", AttestationVerdicts.HasLeft);
        AppointmentAnswer newcomer = Good(
            await AppointAsync(world, "practitioner", Seats.Police, Levels.Deputy)
        );

        Refusal missing = (await AnswerAsync(world, police, "police-lead", before)).Refusal!;
        Assert.Equal("attestation.somebody-missing", missing.Code);
        Assert.Contains("The practitioner, deputy of the police seat", missing.Message);
        AttestVerdict[] whole =
        [
            .. before,
            new AttestVerdict(newcomer.Id, AttestationVerdicts.Holds),
        ];
        Assert.Equal(
            "attestation.not-asked",
            CodeOf(await AnswerAsync(world, police, "council-lead", whole))
        );
        Assert.Equal(
            "attestation.not-asked",
            CodeOf(await AnswerAsync(world, police, "police-deputy", whole))
        );
        Assert.Equal(
            "attestation.own-appointment",
            CodeOf(
                await AnswerAsync(
                    world,
                    police,
                    "police-delegate",
                    [
                        .. whole.Select(each =>
                            each.Appointment
                            == police
                                .Appointments.Single(line => line.Level == Levels.Delegate)
                                .Appointment
                                ? each with
                                {
                                    Verdict = AttestationVerdicts.ChangedRole,
                                }
                                : each
                        ),
                    ]
                )
            )
        );

        AttestationAnswer answered = Good(await AnswerAsync(world, police, "police-lead", whole));

        Assert.Equal(
            ("answered", 3, 1, false, "The police-lead"),
            (
                answered.State,
                answered.Confirmed,
                answered.Ended,
                answered.Overdue,
                answered.AnsweredByName
            )
        );
        await using GovernanceDb db = world.Store.Read();
        Assert.False(
            (
                await Standing.LoadAsync(
                    db,
                    PolicyWorld.Place,
                    "police-deputy",
                    new DateOnly(2027, 4, 1)
                )
            ).IsKnown
        );
        Assert.Contains("appointment.ended", await world.NoticesAsync("police-deputy"));
        Assert.DoesNotContain("attest police", await world.TasksAsync("police-delegate"));
        Assert.Equal(
            ["attestation.answer", "appointment.ended"],
            (await world.RecordAsync())[^2..]
        );
        Assert.Equal(
            "attestation.over",
            CodeOf(await AnswerAsync(world, police, "police-lead", whole))
        );
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Answer_ThatEndsAScrutineer_ProposesIt_AndTheyGoOnUntilAnotherBodyAgrees()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        ActCaller unit = new("unit");
        AttestationAnswer others = await OpenedAsync(world, AttestationBodies.Others);
        AttestedLine inspector = others.Appointments.Single(line => line.Role == Roles.Inspector);
        Good(
            await world
                .Store.Get<EndAppointment>()
                .HandleAsync(unit, inspector.Appointment, new EndAppointmentBody("Moves"))
        );
        AppointmentAnswer second = Good(
            await world
                .Store.Get<AppointPerson>()
                .HandleAsync(
                    unit,
                    PolicyWorld.Place,
                    new AppointPersonBody(
                        "inspector",
                        Roles.Scrutineer,
                        null,
                        null,
                        null,
                        null,
                        new DateOnly(2027, 4, 1),
                        null
                    )
                )
        );
        await DecideAsync(world, second.Approval!);
        AttestationAnswer scrutiny = await OfAsync(world, AttestationBodies.Scrutiny);

        AttestationAnswer answered = Good(
            await AnswerAsync(
                world,
                scrutiny,
                "inspector",
                Say(scrutiny, "scrutineer", AttestationVerdicts.HasLeft)
            )
        );

        string approval = answered.Appointments.Single(line => line.Approval is not null).Approval!;
        Assert.Equal((1, 1), (answered.Confirmed, answered.Ended));
        Assert.True((await StandingAsync(world, "scrutineer")).IsKnown);
        await DecideAsync(world, approval);
        Assert.False((await StandingAsync(world, "scrutineer")).IsKnown);
    }

    [Fact]
    public async Task Silence_IsRemindedOf_ToldOnce_AnsweredLate_AndMissedWhenTheNextQuarterBegins()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        AttestationAnswer police = await OpenedAsync(world, Seats.Police);
        foreach (DateTime at in (DateTime[])[police.Due.AddDays(-4), police.Due.AddDays(-3)])
        {
            await KeepAsync(world, at);
        }

        Assert.Single(await world.NoticesAsync("police-lead"), "attestation.reminder");
        Assert.DoesNotContain("attestation.late", await world.NoticesAsync("unit"));
        Assert.Equal(5, await KeepAsync(world, police.Due.AddSeconds(1)));
        Assert.Equal(0, await KeepAsync(world, police.Due.AddDays(1)));

        Assert.Equal(
            5,
            (await world.NoticesAsync("unit")).Count(kind => kind == "attestation.late")
        );
        Assert.Equal(
            5,
            (await world.NoticesAsync("police-delegate")).Count(kind => kind == "attestation.late")
        );
        Assert.DoesNotContain("attestation.late", await world.NoticesAsync("police-lead"));
        AttestationAnswer late = Good(
            await AnswerAsync(world, police, "police-delegate", Say(police))
        );
        Assert.True(late.Overdue);

        // No host ran for half a year: the present quarter opens, and none of those between.
        Assert.Equal(5, await KeepAsync(world, Begins.AddMonths(7)));
        AttestationAnswer[] all = await ListAsync(world);
        Assert.Equal(["2027-Q4", "2027-Q2"], all.Select(each => each.Quarter).Distinct());
        Assert.Equal(4, all.Count(each => each.State == AttestationStates.Missed));
        Assert.Equal(
            "attestation.over",
            CodeOf(await AnswerAsync(world, all[5], "council-lead", Say(all[5])))
        );
        await world.AssertReconciledAsync();
    }

    private static async Task<int> KeepAsync(PolicyWorld world, DateTime at)
    {
        world.Clock.Now = at;
        return await world.Store.Get<KeepAttestations>().RunAsync();
    }

    private static async Task<AttestationAnswer> OpenedAsync(PolicyWorld world, string body)
    {
        await KeepAsync(world, Begins);
        return await OfAsync(world, body);
    }

    private static async Task<AttestationAnswer[]> ListAsync(PolicyWorld world)
    {
        await using GovernanceDb db = world.Store.Read();
        return Good(
            await AttestationBook.ListAsync(db, PolicyWorld.Place, "practitioner", world.Clock.Now)
        );
    }

    private static async Task<AttestationAnswer> OfAsync(PolicyWorld world, string body) =>
        (await ListAsync(world)).First(each => each.Body == body);

    /// <summary>Everybody holds it still, but for one person.</summary>
    private static AttestVerdict[] Say(
        AttestationAnswer attestation,
        string? person = null,
        string verdict = AttestationVerdicts.Holds
    ) =>
        [
            .. attestation.Appointments.Select(line => new AttestVerdict(
                line.Appointment,
                line.Person.Id == person ? verdict : AttestationVerdicts.Holds
            )),
        ];

    private static Task<Result<AttestationAnswer>> AnswerAsync(
        PolicyWorld world,
        AttestationAnswer attestation,
        string by,
        AttestVerdict[] said
    ) =>
        world
            .Store.Get<AnswerAttestation>()
            .HandleAsync(new ActCaller(by), attestation.Id, new AttestBody(said));

    private static Task<Result<AppointmentAnswer>> AppointAsync(
        PolicyWorld world,
        string person,
        string seat,
        string level
    ) =>
        world
            .Store.Get<AppointPerson>()
            .HandleAsync(
                new ActCaller("unit"),
                PolicyWorld.Place,
                new AppointPersonBody(
                    person,
                    Roles.StatutoryPartner,
                    seat,
                    level,
                    null,
                    null,
                    new DateOnly(2027, 4, 1),
                    null
                )
            );

    private static async Task DecideAsync(PolicyWorld world, string approval) =>
        Good(
            await world
                .Store.Get<DecideApproval>()
                .HandleAsync(
                    new ActCaller("police-lead"),
                    approval,
                    new DecideApprovalBody(true, "Agreed")
                )
        );

    private static async Task<Standing> StandingAsync(PolicyWorld world, string person)
    {
        await using GovernanceDb db = world.Store.Read();
        return await Standing.LoadAsync(db, PolicyWorld.Place, person, new DateOnly(2027, 4, 1));
    }
}

public sealed class SqliteAttestationTests : AttestationSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgresAttestationTests : AttestationSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
