using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using static Governance.Tests.Workflows.Modules.Partnerships.NorthshireForTests;

namespace Governance.Tests.Workflows.Modules.Partnerships;

/// <summary>What people read of appointments, delegations, interests and proposals, on a database.</summary>
public abstract class PeopleReadsSuite
{
    private static readonly DateTime Now = new(2027, 2, 1, 10, 0, 0, DateTimeKind.Utc);

    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Appointments_InParts_AreEachListedOnce_AndAreApart()
    {
        await using GovernanceStore store = await OpenAsync();
        await using GovernanceDb db = store.Read();
        List<string> seen = [];
        string? after = null;
        do
        {
            Page<AppointmentAnswer> page = (
                await AppointmentBook.ListAsync(db, North, "school", Now, new(), after, take: 5)
            ).Value;
            seen.AddRange(page.Items.Select(a => a.Id));
            after = page.Next;
        } while (after is not null);

        Page<AppointmentAnswer> police = (
            await AppointmentBook.ListAsync(db, North, "school", Now, new(Seat: Seats.Police))
        ).Value;
        Result<Page<AppointmentAnswer>> stranger = await AppointmentBook.ListAsync(
            db,
            North,
            "south-unit",
            Now,
            new()
        );

        Assert.Equal(Northshire.Appointments.Count, seen.Distinct().Count());
        Assert.Equal(Northshire.Appointments.Count, seen.Count);
        Assert.Equal(3, police.Items.Count);
        Assert.Equal(Refusal.NotFound, stranger.Refusal);
    }

    [Fact]
    public async Task People_AreFoundByTheWholeReference_ByThoseWhoAppointOnly()
    {
        await using GovernanceStore store = await OpenAsync();
        await using GovernanceDb db = store.Read();

        Result<IReadOnlyList<PersonLine>> whole = await FindAsync(db, "unit-one", "south-unit");
        Result<IReadOnlyList<PersonLine>> part = await FindAsync(db, "unit-one", "south");
        Result<IReadOnlyList<PersonLine>> lead = await FindAsync(db, "police-lead", "south-unit");

        Assert.Equal("The south-unit", Assert.Single(whole.Value).Name);
        Assert.Empty(part.Value);
        Assert.Equal("permission.appoint", lead.Refusal!.Code);
    }

    [Fact]
    public async Task Proposal_Withdrawn_ByItsProposerOnly_AndNeverCounts()
    {
        await using GovernanceStore store = await OpenAsync();
        AppointmentAnswer proposed = (
            await store
                .Get<AppointPerson>()
                .HandleAsync(By("unit-one"), North, Role("candidate", Roles.Scrutineer))
        ).Value;
        WithdrawApproval withdraw = store.Get<WithdrawApproval>();
        var body = new WithdrawApprovalBody("The wrong person");

        Result<ApprovalAnswer> other = await withdraw.HandleAsync(
            By("unit-two"),
            proposed.Approval!,
            body
        );
        Result<ApprovalAnswer> own = await withdraw.HandleAsync(
            By("unit-one"),
            proposed.Approval!,
            body
        );
        Result<ApprovalAnswer> again = await withdraw.HandleAsync(
            By("unit-one"),
            proposed.Approval!,
            body
        );

        Assert.Equal(PartnershipsRefusals.NotOwnProposal, other.Refusal);
        Assert.Equal(ApprovalStates.Withdrawn, own.Value.State);
        Assert.Equal(PartnershipsRefusals.ApprovalDecided, again.Refusal);
        await using GovernanceDb db = store.Read();
        AppointmentAnswer found = (
            await AppointmentBook.FindAsync(db, proposed.Id, "unit-one", Now)
        ).Value;
        Assert.Equal(AppointmentStates.Declined, found.State);
        Assert.Equal(
            Refusal.NotFound,
            (await AppointmentBook.FindAsync(db, proposed.Id, "school", Now)).Refusal
        );
    }

    private static Task<Result<IReadOnlyList<PersonLine>>> FindAsync(
        GovernanceDb db,
        string by,
        string wanted
    ) => PersonBook.FindAsync(db, North, by, new FindPersonBody(wanted), Now);

    private async Task<GovernanceStore> OpenAsync()
    {
        GovernanceStore store = Open(Register);
        await EstablishAsync(store);
        return store;
    }
}

public sealed class SqlitePeopleReadsTests : PeopleReadsSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlPeopleReadsTests : PeopleReadsSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
