using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Modules.Record;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using static Governance.Tests.Workflows.Modules.Partnerships.NorthshireForTests;

namespace Governance.Tests.Workflows.Modules.Partnerships;

/// <summary>What the acts about people leave in the record, the real one.</summary>
public sealed class PeopleRecordTests : IDisposable
{
    private const string Words = "somebody's own words";

    private readonly string _folder = Directory
        .CreateTempSubdirectory("governance-people-")
        .FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Record_OfActsAboutPeople_TellsThemInOrderAndKeepsWordsApart()
    {
        await using GovernanceStore store = new SqliteStore(services =>
        {
            Register(services);
            services.AddRecord(Path.Combine(_folder, "key.pem"));
        });
        await EstablishAsync(store);

        await ActAsync(store);

        await using GovernanceDb db = store.Read();
        List<RecordEntry> entries = await db.Set<RecordEntry>()
            .Where(e => e.PartnershipId == North)
            .OrderBy(e => e.Sequence)
            .ToListAsync();
        Assert.Equal(
            [
                "partnership.establish establishment",
                "appointment.make unit-one",
                "approval.decide unit-two",
                "approval.decide police-lead",
                "appointment.approved police-lead",
                "appointment.end unit-one",
                "delegation.grant police-lead",
                "delegation.revoke police-lead",
                "interest.declare board-lead",
            ],
            entries.Select(e => $"{e.Act} {e.Person}")
        );
        Assert.Contains("approval.same-body", entries[2].Canonical, StringComparison.Ordinal);
        Assert.All(
            entries,
            e =>
            {
                Assert.DoesNotContain(Words, e.Canonical, StringComparison.Ordinal);
                Assert.DoesNotContain("The candidate", e.Canonical, StringComparison.Ordinal);
            }
        );
        List<RecordPayload> payloads = await db.Set<RecordPayload>()
            .Where(p => p.PartnershipId == North)
            .ToListAsync();
        Assert.Equal(4, payloads.Count(p => p.Json.Contains(Words, StringComparison.Ordinal)));
        Assert.True((await store.Get<RecordBook>().VerifyAsync(db, North)).Ok);
    }

    /// <summary>One of each; free text wherever an act takes it.</summary>
    private static async Task ActAsync(GovernanceStore store)
    {
        DateOnly today = London.DateOf(store.Clock.Now);
        AppointmentAnswer proposed = (
            await store
                .Get<AppointPerson>()
                .HandleAsync(By("unit-one"), North, Role("candidate", Roles.Scrutineer))
        ).Value;
        foreach (string approver in (string[])["unit-two", "police-lead"])
        {
            await store
                .Get<DecideApproval>()
                .HandleAsync(By(approver), proposed.Approval!, new(true, Words));
        }

        await store
            .Get<EndAppointment>()
            .HandleAsync(By("unit-one"), proposed.Id, new EndAppointmentBody(Words));
        string lent = (
            await store
                .Get<GrantDelegation>()
                .HandleAsync(
                    By("police-lead"),
                    North,
                    new(
                        Seats.Police,
                        "police-delegate",
                        "police-deputy",
                        [DocumentClasses.Policy],
                        today,
                        today,
                        "File 7"
                    )
                )
        )
            .Value
            .Id;
        await store
            .Get<RevokeDelegation>()
            .HandleAsync(By("police-lead"), lent, new RevokeDelegationBody(Words, null));
        await store
            .Get<DeclareInterest>()
            .HandleAsync(By("board-lead"), North, new(new("policy", "p1"), Words, today, null));
    }
}
