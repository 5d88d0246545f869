using Governance.Modules.Notices;
using Governance.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using static Governance.Tests.Workflows.Modules.Partnerships.NorthshireForTests;

namespace Governance.Tests.Workflows.Modules.Notices;

/// <summary>Quiet hours, digests, and what somebody has switched off.</summary>
public abstract class DigestSuite
{
    private static readonly NoticeMessage _waits = NoticeMessage.Waits(NoticeMatter.SignOff);
    private static readonly NoticeMessage _news = NoticeMessage.News(NoticeMatter.Policy);

    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Night_AndDaysOff_KeepAllButTheUrgent()
    {
        await using DeliveryWorld world = await OpenAsync();
        await world.AddressAsync("police-lead");
        world.Clock.Now = new DateTime(2027, 2, 5, 18, 0, 0);
        await world.TellAsync(_waits, Recipient.Person("police-lead"));
        await world.TellAsync(_waits.Urgently(true), Recipient.Person("police-lead"));

        await world.SendAsync();
        Assert.Single(world.Email.Accepted);
        world.Clock.Now = new DateTime(2027, 2, 7, 12, 0, 0);
        await world.SendAsync();
        Assert.Single(world.Email.Accepted);
        world.Clock.Now = new DateTime(2027, 2, 8, 8, 0, 0);
        await world.SendAsync();

        Assert.Equal(2, world.Email.Accepted.Count);
    }

    [Fact]
    public async Task Digest_OfADay_IsOneForEachPartnershipWhicheverHostMakesIt()
    {
        await using DeliveryWorld world = await OpenAsync();
        await world.AddressAsync("police-lead", byDuty: NoticePaces.Daily);
        await world.TellAsync(_waits, Recipient.Person("police-lead"));
        await world.TellAsync(_news, Recipient.Person("police-lead"));
        await world.TellAsync(_news, South, Recipient.Person("police-lead"));
        await world.SendAsync();
        Assert.Empty(world.Email.Accepted);

        world.Clock.Now = new DateTime(2027, 2, 2, 8, 30, 0);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => world.SendAsync())));
        await world.TellAsync(_news, Recipient.Person("police-lead"));
        await world.SendAsync();

        Assert.Equal(
            ["Your notices: 1", "Your notices: 2"],
            world.Email.Accepted.Select(sent => sent.Text.Subject).Order(StringComparer.Ordinal)
        );
        List<Delivery> all = await world.DeliveriesAsync();
        Assert.Equal(3, all.Count(each => each.State == DeliveryStates.Digested));
        Assert.Equal(1, all.Count(each => each.State == DeliveryStates.Held));

        world.Clock.Now = new DateTime(2027, 2, 3, 8, 30, 0);
        await world.SendAsync();
        Assert.Equal(3, world.Email.Accepted.Count);
    }

    [Fact]
    public async Task Rest_SwitchedOff_IsToldInsideOnly()
    {
        await using DeliveryWorld world = await OpenAsync();
        await world.AddressAsync("police-lead", rest: NoticePaces.Off);

        await world.TellAsync(_news, Recipient.Person("police-lead"));
        await world.TellAsync(_waits, Recipient.Person("police-lead"));

        Assert.Equal(2, await world.CountAsync<Notice>());
        Assert.Equal("waits/sign-off", (await world.DeliveriesAsync()).Single().Template);
    }

    private Task<DeliveryWorld> OpenAsync() => DeliveryWorld.OpenAsync(Open);
}

public sealed class SqliteDigestTests : DigestSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlDigestTests : DigestSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
