using System.Collections.Concurrent;
using Governance.Contracts;
using Governance.Modules.Notices;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Governance.Tests.Workflows.Modules.Partnerships.NorthshireForTests;

namespace Governance.Tests.Workflows.Modules.Notices;

/// <summary>What leaves the product: written with the act, sent once, tried again, gathered, given up and tried again by hand.</summary>
public abstract class DeliverySuite
{
    private static readonly SubjectRef _policy = new("policy", "p1");
    private static readonly NoticeMessage _waits = NoticeMessage.Waits(NoticeMatter.SignOff);
    private static readonly NoticeMessage _news = NoticeMessage.News(NoticeMatter.Policy);

    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Act_ThatTells_WritesADeliveryForWhoeverHasAnAddress()
    {
        await using World world = await OpenAsync();
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
        await using World world = await OpenAsync();
        await world.AddressAsync("police-lead");

        await world.TellAsync(_waits, refuse: true, Recipient.Person("police-lead"));

        Assert.Empty(await world.DeliveriesAsync());
    }

    [Fact]
    public async Task Told_TwiceInAnAct_IsSentOnce()
    {
        await using World world = await OpenAsync();
        await world.AddressAsync("police-lead");
        await world.TeamsAsync("role:businessUnit");

        await world.InActAsync(async act =>
        {
            NoticeDraft draft = Draft(
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
        await using World world = await OpenAsync();
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
        await using World world = await OpenAsync();
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
        await using World world = await OpenAsync();
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
        await using World world = await OpenAsync();
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
        await using World world = await OpenAsync();
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
        await using World world = await OpenAsync();
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
    public async Task Night_AndDaysOff_KeepAllButTheUrgent()
    {
        await using World world = await OpenAsync();
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
        await using World world = await OpenAsync();
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
        await using World world = await OpenAsync();
        await world.AddressAsync("police-lead", rest: NoticePaces.Off);

        await world.TellAsync(_news, Recipient.Person("police-lead"));
        await world.TellAsync(_waits, Recipient.Person("police-lead"));

        Assert.Equal(2, await world.CountAsync<Notice>());
        Assert.Equal("waits/sign-off", (await world.DeliveriesAsync()).Single().Template);
    }

    [Fact]
    public async Task Address_IsUsedOnlyOnceItsLinkWasOpenedByWhoeverGaveIt()
    {
        await using World world = await OpenAsync();
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
        await using World world = await OpenAsync();
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
        await using World world = await OpenAsync();
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
        await using World world = await OpenAsync();
        await world.AddressAsync("police-lead");
        await world.TellAsync(_waits, Recipient.Person("police-lead"));
        await world.Store.Get<RemoveNoticeAddress>().HandleAsync(By("police-lead"));

        await world.SendAsync();

        Assert.Empty(world.Email.Asked);
        Assert.Equal("dropped", (await world.DeliveriesAsync()).Single().State);
    }

    [Fact]
    public async Task Channels_OfTeams_FollowTheConfiguration()
    {
        await using World world = await OpenAsync();
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
        await using World world = await OpenAsync();
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
        await using World world = await OpenAsync();
        await world.AddressAsync("police-lead");
        await world.TellAsync(_waits, Recipient.Person("police-lead"));
        world.Clock.Advance(TimeSpan.FromMinutes(40));
        Assert.Equal(TimeSpan.FromMinutes(40), await world.BacklogAsync());
        await world.SendAsync();
        Assert.Equal(TimeSpan.Zero, await world.BacklogAsync());
    }

    private static NoticeDraft Draft(NoticeMessage message, params Recipient[] to) =>
        new("test.told", message, _policy, "A title", "A text", to);

    private async Task<World> OpenAsync()
    {
        var email = new Recorder(DeliveryChannels.Email);
        var teams = new Recorder(DeliveryChannels.Teams);
        GovernanceStore store = Open(services =>
        {
            services.AddSingleton<IDeliveryChannel>(email);
            services.AddSingleton<IDeliveryChannel>(teams);
            services.AddSingleton(
                SendingOptions.Nothing with
                {
                    SendsEmail = true,
                    Site = new Uri("https://governance.example.gov.uk/"),
                }
            );
            Register(services);
        });
        await EstablishAsync(store);
        World world = new(store, email, teams);
        await world.AppointAdministratorAsync();
        return world;
    }

    /// <summary>A channel that knows a message again by its id, as Notify does by its reference.</summary>
    private sealed class Recorder(string name) : IDeliveryChannel
    {
        public string Name => name;

        public ConcurrentQueue<OutgoingMessage> Asked { get; } = new();

        public ConcurrentQueue<OutgoingMessage> Accepted { get; } = new();

        public SendResult Answer { get; set; } = SendResult.Sent;

        public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellation)
        {
            Asked.Enqueue(message);
            if (message.MayHaveGoneOut && Accepted.Any(sent => sent.Id == message.Id))
            {
                return Task.FromResult(SendResult.SentBefore);
            }

            if (Answer.IsSent)
            {
                Accepted.Enqueue(message);
            }

            return Task.FromResult(Answer);
        }
    }

    private sealed class World(GovernanceStore store, Recorder email, Recorder teams)
        : IAsyncDisposable
    {
        public GovernanceStore Store => store;

        public TestClock Clock => store.Clock;

        public Recorder Email => email;

        public Recorder Teams => teams;

        public Task<int> SendAsync() => store.Get<SendDeliveries>().RunAsync();

        /// <summary>Taken up and handed over; the host is gone before it can write that down.</summary>
        public async Task DieWhileSendingAsync()
        {
            ClaimedDelivery claimed = (
                await store.Get<DeliveryQueue>().ClaimAsync(Clock.Now, isOpen: true)
            ).Single();
            OutgoingMessage message = (await store.Get<SendDeliveries>().WriteAsync(claimed))!;
            await email.SendAsync(message, CancellationToken.None);
        }

        public async Task AppointAdministratorAsync()
        {
            await store
                .Get<Upkeep>()
                .RunAsync(db =>
                {
                    db.Add(
                        new Person
                        {
                            Id = "north-administrator",
                            TenantId = "tenant",
                            ObjectId = "object-north-administrator",
                            DisplayName = "The administrator",
                            RegisteredAt = Clock.Now,
                        }
                    );
                    db.Add(
                        new Appointment
                        {
                            Id = Ids.New(Clock.Now),
                            PartnershipId = North,
                            PersonId = "north-administrator",
                            Role = Roles.Administrator,
                            From = new DateOnly(2027, 1, 1),
                            Status = AppointmentStates.Active,
                            ProposedBy = "administrator",
                            ProposedAt = Clock.Now,
                        }
                    );
                    return Task.FromResult(true);
                });
        }

        public Task<bool> AddressAsync(
            string person,
            string byDuty = NoticePaces.Each,
            string rest = NoticePaces.Daily
        ) =>
            store
                .Get<Upkeep>()
                .RunAsync(db =>
                {
                    db.Add(
                        new NoticePreference
                        {
                            PersonId = person,
                            Address = $"{person}@example.org",
                            ConfirmedAt = Clock.Now,
                            ByDuty = byDuty,
                            Rest = rest,
                        }
                    );
                    return Task.FromResult(true);
                });

        public Task TeamsAsync(params string[] audiences) =>
            store
                .Get<FollowTeamsChannels>()
                .RunAsync([.. audiences.Select(audience => (North, audience))]);

        public Task TellAsync(NoticeMessage message, params Recipient[] to) =>
            InActAsync(act => NoticeBoard.TellAsync(act, Draft(message, to)));

        public Task TellAsync(NoticeMessage message, string partnership, params Recipient[] to) =>
            InActAsync(act => NoticeBoard.TellAsync(act, Draft(message, to)), partnership);

        public Task TellAsync(NoticeMessage message, bool refuse, params Recipient[] to) =>
            InActAsync(act => NoticeBoard.TellAsync(act, Draft(message, to)), North, refuse);

        public Task<Result<Done>> InActAsync(
            Func<Act, Task> write,
            string partnership = North,
            bool refuse = false
        ) =>
            store.Acts.RunAsync(
                new ActRequest<Done>
                {
                    Name = "test.write",
                    Caller = ActCaller.Service("tests"),
                    Permission = Permission.Service,
                    Locate = _ => Task.FromResult<ActPlace?>(new ActPlace(partnership, _policy)),
                    Decide = async act =>
                    {
                        await write(act);
                        return refuse
                            ? new Refusal("test.no", "No.", RefusalKind.Conflict)
                            : new Done();
                    },
                }
            );

        public async Task<List<Delivery>> DeliveriesAsync()
        {
            await using GovernanceDb db = store.Read();
            return await db.Set<Delivery>().OrderBy(each => each.Id).ToListAsync();
        }

        public async Task<int> CountAsync<T>()
            where T : class
        {
            await using GovernanceDb db = store.Read();
            return await db.Set<T>().CountAsync();
        }

        public async Task<DeliveryDetail> FindAsync(string id)
        {
            await using GovernanceDb db = store.Read();
            return (await DeliveryListing.FindAsync(db, id))!;
        }

        public async Task<TimeSpan> BacklogAsync()
        {
            await using GovernanceDb db = store.Read();
            return await DeliveryBacklog.AgeAsync(db, SendingHours.Usual, Clock.Now);
        }

        public ValueTask DisposeAsync() => store.DisposeAsync();
    }
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
