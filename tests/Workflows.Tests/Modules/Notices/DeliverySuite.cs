using Governance.Contracts;
using Governance.Modules.Notices;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using static Governance.Tests.Workflows.Modules.Partnerships.NorthshireForTests;

namespace Governance.Tests.Workflows.Modules.Notices;

/// <summary>What leaves the product: written with the act, sent once, tried again, given up and tried again by hand.</summary>
public abstract class DeliverySuite
{
    private static readonly NoticeMessage _waits = NoticeMessage.Waits(NoticeMatter.SignOff);

    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Act_ThatTells_WritesADeliveryForWhoeverHasAnAddress()
    {
        await using DeliveryWorld world = await OpenAsync();
        await world.AddressAsync("police-lead");

        await world.TellAsync(_waits, Recipient.Seat(Seats.Police));

        Assert.Equal(3, await world.CountAsync<Notice>());
        Delivery delivery = Assert.Single(await world.DeliveriesAsync());
        Assert.Equal(
            ("police-lead", "email", "waits/sign-off", "pending"),
            (delivery.Recipient, delivery.Channel, delivery.Template, delivery.State)
        );
    }

    [Fact]
    public async Task Act_ThatIsRefused_LeavesNothingToSend()
    {
        await using DeliveryWorld world = await OpenAsync();
        await world.AddressAsync("police-lead");

        await world.TellAsync(_waits, refuse: true, Recipient.Person("police-lead"));

        Assert.Empty(await world.DeliveriesAsync());
    }

    [Fact]
    public async Task Told_TwiceInAnAct_IsSentOnce()
    {
        await using DeliveryWorld world = await OpenAsync();
        await world.AddressAsync("police-lead");
        await world.TeamsAsync("role:businessUnit");

        await world.InActAsync(async act =>
        {
            NoticeDraft draft = DeliveryWorld.Draft(
                _waits,
                Recipient.Person("police-lead"),
                Recipient.Role(Roles.BusinessUnit)
            );
            await NoticeBoard.TellAsync(act, draft);
            await NoticeBoard.TellAsync(act, draft);
        });
        await world.SendAsync();

        Assert.Single(world.Email.Accepted);
        Assert.Equal("northshire/role:businessUnit", Assert.Single(world.Teams.Accepted).To);
    }

    [Fact]
    public async Task Delivery_SentOnce_IsNotSentAgainAndStandsInTheLog()
    {
        await using DeliveryWorld world = await OpenAsync();
        await world.AddressAsync("police-lead");
        await world.TellAsync(_waits, Recipient.Person("police-lead"));

        await world.SendAsync();
        await world.SendAsync();

        OutgoingMessage sent = Assert.Single(world.Email.Accepted);
        Assert.Equal("police-lead@example.org", sent.To);
        DeliveryDetail found = await world.FindAsync(sent.Id);
        Assert.Equal(("sent", 1), (found.Delivery.State, found.Delivery.Attempts));
        Assert.Equal("sent", Assert.Single(found.Log).Result);
    }

    [Fact]
    public async Task Hosts_SendingAtTheSameTime_SendEachOnce()
    {
        await using DeliveryWorld world = await OpenAsync();
        await world.AddressAsync("police-lead");
        for (int notice = 0; notice < 60; notice++)
        {
            await world.TellAsync(_waits, Recipient.Person("police-lead"));
        }

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => world.SendAsync())));

        Assert.Equal(60, world.Email.Accepted.Count);
        Assert.Equal(60, world.Email.Accepted.DistinctBy(message => message.Id).Count());
    }

    [Fact]
    public async Task Host_ThatDiesAfterSending_LeavesItToOneThatAsksBeforeSendingAnew()
    {
        await using DeliveryWorld world = await OpenAsync();
        await world.AddressAsync("police-lead");
        await world.TellAsync(_waits, Recipient.Person("police-lead"));

        await world.DieWhileSendingAsync();
        await world.SendAsync();
        Assert.Single(world.Email.Asked);

        world.Clock.Advance(SendingPlan.Lease);
        await world.SendAsync();

        Assert.Single(world.Email.Accepted);
        Assert.True(world.Email.Asked.Last().MayHaveGoneOut);
        Delivery delivery = Assert.Single(await world.DeliveriesAsync());
        Assert.Equal(
            ("sent", "sent-before", 2),
            (delivery.State, delivery.Result, delivery.Attempts)
        );
    }

    [Fact]
    public async Task Host_ThatIsSlowerThanItsLease_MayStillSayThatItSent_NotThatItFailed()
    {
        await using DeliveryWorld world = await OpenAsync();
        await world.AddressAsync("police-lead");
        await world.TellAsync(_waits, Recipient.Person("police-lead"));
        DeliveryQueue queue = world.Store.Get<DeliveryQueue>();
        ClaimedDelivery slow = (await queue.ClaimAsync(world.Clock.Now, true)).Single();
        world.Clock.Advance(SendingPlan.Lease);
        ClaimedDelivery fast = (await queue.ClaimAsync(world.Clock.Now, true)).Single();

        Assert.False(await queue.KeepAsync(slow, SendResult.Failed("late"), world.Clock.Now));
        Assert.Equal("pending", (await world.DeliveriesAsync()).Single().State);
        Assert.True(await queue.KeepAsync(fast, SendResult.Sent, world.Clock.Now));
        Assert.Equal("sent", (await world.DeliveriesAsync()).Single().State);
        Assert.Equal(2, (await world.FindAsync(slow.Id)).Log.Count);
    }

    [Fact]
    public async Task Failure_ThatMayPass_IsTriedAgainLaterAndGivenUpAtTheLimit()
    {
        await using DeliveryWorld world = await OpenAsync();
        await world.AddressAsync("police-lead");
        await world.TellAsync(_waits.Urgently(true), Recipient.Person("police-lead"));
        world.Email.Answer = SendResult.Failed("notify.unavailable");

        for (int attempt = 1; attempt <= SendingPlan.AttemptsAllowed; attempt++)
        {
            await world.SendAsync();
            await world.SendAsync();
            Assert.Equal(attempt, world.Email.Asked.Count);
            world.Clock.Advance(TimeSpan.FromHours(5));
        }

        await world.SendAsync();

        Assert.Equal(SendingPlan.AttemptsAllowed, world.Email.Asked.Count);
        Delivery delivery = (await world.DeliveriesAsync()).Single();
        Assert.Equal(("gave-up", "notify.unavailable"), (delivery.State, delivery.Result));
    }

    [Fact]
    public async Task Failure_ForGood_IsGivenUpAtOnce_AndTriedAgainByHandWithAReason()
    {
        await using DeliveryWorld world = await OpenAsync();
        await world.AddressAsync("police-lead");
        await world.TellAsync(_waits, Recipient.Person("police-lead"));
        world.Email.Answer = SendResult.Refused("notify.rejected");
        await world.SendAsync();
        Delivery delivery = (await world.DeliveriesAsync()).Single();
        Assert.Equal("gave-up", delivery.State);
        RetryDeliveries retry = world.Store.Get<RetryDeliveries>();
        world.Email.Answer = SendResult.Sent;
        ActCaller administrator = By("north-administrator");

        Refusal? without = (
            await retry.OneAsync(administrator, delivery.Id, new RetryDeliveriesBody(" "))
        ).Refusal;
        Refusal? byAnother = (
            await retry.OneAsync(By("unit-one"), delivery.Id, new RetryDeliveriesBody("Mended"))
        ).Refusal;
        Result<DeliveriesRetried> done = await retry.AllAsync(
            administrator,
            North,
            new RetryDeliveriesBody("Mended")
        );
        Refusal? twice = (
            await retry.OneAsync(administrator, delivery.Id, new RetryDeliveriesBody("Mended"))
        ).Refusal;
        await world.SendAsync();

        Assert.Equal(RefusalKind.Invalid, without?.Kind);
        Assert.Equal(RefusalKind.Forbidden, byAnother?.Kind);
        Assert.Equal(1, done.Value.Count);
        Assert.Equal("delivery.not-given-up", twice?.Code);
        Assert.Equal("sent", (await world.DeliveriesAsync()).Single().State);
    }

    [Fact]
    public async Task Channels_OfTeams_FollowTheConfiguration()
    {
        await using DeliveryWorld world = await OpenAsync();
        await world.TeamsAsync("role:businessUnit", "seat:police");
        await world.TeamsAsync("seat:police");

        await world.TellAsync(_waits, Recipient.Role(Roles.BusinessUnit));
        Assert.Empty(await world.DeliveriesAsync());
        await world.TellAsync(_waits, Recipient.Seat(Seats.Police, Levels.Lead));
        Assert.Equal("seat:police", (await world.DeliveriesAsync()).Single().Recipient);
    }

    [Fact]
    public async Task Deliveries_OfAPartnership_ComeInPagesByStateAndOrder()
    {
        await using DeliveryWorld world = await OpenAsync();
        await world.AddressAsync("police-lead");
        for (int notice = 0; notice < 3; notice++)
        {
            await world.TellAsync(_waits, Recipient.Person("police-lead"));
        }

        await world.TellAsync(_waits, South, Recipient.Person("police-lead"));
        await using GovernanceDb db = world.Store.Read();
        DeliveryFilter oldest = DeliveryFilter.Read("pending", "email", "oldest").Value;
        Page<DeliveryAnswer> first = (
            await DeliveryListing.ListAsync(db, North, oldest, null, 2)
        ).Value;
        Page<DeliveryAnswer> rest = (
            await DeliveryListing.ListAsync(db, North, oldest, first.Next, 2)
        ).Value;
        Page<DeliveryAnswer> newest = (
            await DeliveryListing.ListAsync(
                db,
                North,
                DeliveryFilter.Read(null, null, null).Value,
                null,
                5
            )
        ).Value;

        string[] ids = [.. first.Items.Concat(rest.Items).Select(each => each.Id)];
        Assert.Equal(3, ids.Length);
        Assert.Equal(ids.Reverse(), newest.Items.Select(each => each.Id));
        Assert.Null(rest.Next);
        Assert.True(DeliveryFilter.Read("lost", null, null).IsRefused);
        Assert.True(DeliveryFilter.Read(null, "pigeon", null).IsRefused);
        Assert.True(DeliveryFilter.Read(null, null, "random").IsRefused);
    }

    [Fact]
    public async Task Backlog_OfWhatIsDue_GrowsUntilItIsSent()
    {
        await using DeliveryWorld world = await OpenAsync();
        await world.AddressAsync("police-lead");
        await world.TellAsync(_waits, Recipient.Person("police-lead"));
        world.Clock.Advance(TimeSpan.FromMinutes(40));
        Assert.Equal(TimeSpan.FromMinutes(40), await world.BacklogAsync());
        await world.SendAsync();
        Assert.Equal(TimeSpan.Zero, await world.BacklogAsync());
    }

    private Task<DeliveryWorld> OpenAsync() => DeliveryWorld.OpenAsync(Open);
}

public sealed class SqliteDeliveryTests : DeliverySuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlDeliveryTests : DeliverySuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
