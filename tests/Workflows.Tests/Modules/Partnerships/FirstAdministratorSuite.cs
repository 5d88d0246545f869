using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Governance.Tests.Workflows.Modules.Partnerships.NorthshireForTests;

namespace Governance.Tests.Workflows.Modules.Partnerships;

/// <summary>The first administrator is named once, and never a second time by the same door.</summary>
public abstract class FirstAdministratorSuite
{
    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task FirstAdministrator_OnAnInstallationWithoutOne_IsNamedOnce()
    {
        await using GovernanceStore store = await OpenAsync();

        Result<PersonLine> named = await NameAsync(store, South, "first");
        Result<PersonLine> again = await NameAsync(store, South, "second");
        Result<PersonLine> elsewhere = await NameAsync(store, North, "second");
        Result<PersonLine> nowhere = await NameAsync(store, "nowhere", "second");

        Assert.Null(named.Refusal);
        Assert.Equal(PartnershipsRefusals.AdministratorNamed, again.Refusal);
        Assert.Equal(PartnershipsRefusals.AdministratorNamed, elsewhere.Refusal);
        Assert.Equal(Refusal.NotFound, nowhere.Refusal);
        await using GovernanceDb db = store.Read();
        Appointment held = await db.Set<Appointment>()
            .SingleAsync(a => a.Role == Roles.Administrator);
        Assert.Equal((named.Value.Id, South), (held.PersonId, held.PartnershipId));
    }

    [Fact]
    public async Task FirstAdministrator_NamedInTwoPlacesAtOnce_IsOne()
    {
        await using GovernanceStore store = await OpenAsync();

        Result<PersonLine>[] answers = await Task.WhenAll(
            NameAsync(store, North, "first"),
            NameAsync(store, South, "second")
        );

        Assert.Single(answers, answer => !answer.IsRefused);
        Assert.Single(answers, answer => answer.Refusal == PartnershipsRefusals.AdministratorNamed);
    }

    [Fact]
    public async Task FirstAdministrator_WhoHoldsAnotherRole_IsRefused()
    {
        await using GovernanceStore store = await OpenAsync();

        Result<PersonLine> named = await NameAsync(store, South, "south-unit");

        Assert.Equal(PartnershipsRefusals.AdministratorStandsAlone, named.Refusal);
    }

    private async Task<GovernanceStore> OpenAsync()
    {
        GovernanceStore store = Open(Register);
        foreach (NewPartnership place in (NewPartnership[])[Northshire, Southshire])
        {
            Assert.Null((await store.Get<EstablishPartnership>().HandleAsync(place)).Refusal);
        }

        return store;
    }

    private static Task<Result<PersonLine>> NameAsync(
        GovernanceStore store,
        string place,
        string person
    ) =>
        store
            .Get<NameFirstAdministrator>()
            .HandleAsync(
                place,
                new NewPerson("tenant", "object-" + person, "The " + person, Id: person)
            );
}

public sealed class SqliteFirstAdministratorTests : FirstAdministratorSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlFirstAdministratorTests : FirstAdministratorSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
