using Governance.Contracts;
using Governance.Modules.Notices;
using Governance.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using static Governance.Tests.Workflows.Modules.Partnerships.NorthshireForTests;

namespace Governance.Tests.Workflows.Modules.Notices;

/// <summary>An address is used once its person has proved it, and not a moment longer than they want.</summary>
public abstract class NoticeAddressSuite
{
    private static readonly NoticeMessage _waits = NoticeMessage.Waits(NoticeMatter.SignOff);

    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Address_IsUsedOnlyOnceItsLinkWasOpenedByWhoeverGaveIt()
    {
        await using DeliveryWorld world = await OpenAsync();
        ProposeNoticeAddress propose = world.Store.Get<ProposeNoticeAddress>();
        ConfirmNoticeAddress confirm = world.Store.Get<ConfirmNoticeAddress>();

        Assert.Null((await propose.HandleAsync("school", "school@example.org")).Refusal);
        await world.TellAsync(_waits, Recipient.Person("school"));
        await world.SendAsync();

        OutgoingMessage proof = Assert.Single(world.Email.Accepted);
        Assert.Equal("school@example.org", proof.To);
        string key = proof.Text.Body.Split("?key=")[1][..64];
        Refusal? another = (await confirm.HandleAsync("unit-one", key)).Refusal;
        Refusal? wrong = (await confirm.HandleAsync("school", new string('0', 64))).Refusal;
        world.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Null((await confirm.HandleAsync("school", key)).Refusal);
        Refusal? again = (await confirm.HandleAsync("school", key)).Refusal;
        await world.TellAsync(_waits, Recipient.Person("school"));
        await world.SendAsync();

        Assert.All(
            (Refusal?[])[another, wrong, again],
            refusal => Assert.Equal("notice-address.link-not-valid", refusal?.Code)
        );
        Assert.Equal(2, world.Email.Accepted.Count);
        Assert.Null(
            (await world.Store.Get<RemoveNoticeAddress>().HandleAsync(By("school"))).Refusal
        );
        await world.TellAsync(_waits, Recipient.Person("school"));
        await world.SendAsync();
        Assert.Equal(2, world.Email.Accepted.Count);
    }

    [Fact]
    public async Task Address_LinkOlderThanADay_OrReplaced_ProvesNothing()
    {
        await using DeliveryWorld world = await OpenAsync();
        ProposeNoticeAddress propose = world.Store.Get<ProposeNoticeAddress>();
        ConfirmNoticeAddress confirm = world.Store.Get<ConfirmNoticeAddress>();
        await propose.HandleAsync("school", "one@example.org");
        await world.SendAsync();
        await propose.HandleAsync("school", "two@example.org");
        await world.SendAsync();
        string[] keys =
        [
            .. world.Email.Accepted.Select(sent => sent.Text.Body.Split("?key=")[1][..64]),
        ];

        Refusal? replaced = (await confirm.HandleAsync("school", keys[0])).Refusal;
        world.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        Refusal? late = (await confirm.HandleAsync("school", keys[1])).Refusal;

        Assert.Equal(2, keys.Length);
        Assert.Equal("notice-address.link-not-valid", replaced?.Code);
        Assert.Equal("notice-address.link-not-valid", late?.Code);
    }

    [Fact]
    public async Task Addresses_GivenFiveTimesInADay_AreEnough()
    {
        await using DeliveryWorld world = await OpenAsync();
        ProposeNoticeAddress propose = world.Store.Get<ProposeNoticeAddress>();
        for (int time = 0; time < 5; time++)
        {
            Assert.Null((await propose.HandleAsync("school", "some@example.org")).Refusal);
        }

        Assert.Equal(
            "notice-address.too-many",
            (await propose.HandleAsync("school", "some@example.org")).Refusal?.Code
        );
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null((await propose.HandleAsync("school", "some@example.org")).Refusal);
    }

    [Fact]
    public async Task AddressTakenAway_BeforeItIsSent_DropsIt()
    {
        await using DeliveryWorld world = await OpenAsync();
        await world.AddressAsync("police-lead");
        await world.TellAsync(_waits, Recipient.Person("police-lead"));
        await world.Store.Get<RemoveNoticeAddress>().HandleAsync(By("police-lead"));

        await world.SendAsync();

        Assert.Empty(world.Email.Asked);
        Assert.Equal("dropped", (await world.DeliveriesAsync()).Single().State);
    }

    private Task<DeliveryWorld> OpenAsync() => DeliveryWorld.OpenAsync(Open);
}

public sealed class SqliteNoticeAddressTests : NoticeAddressSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlNoticeAddressTests : NoticeAddressSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
