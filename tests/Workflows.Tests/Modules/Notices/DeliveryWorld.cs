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

/// <summary>People of two partnerships on a database, with channels that keep what they are given.</summary>
internal sealed class DeliveryWorld(
    GovernanceStore store,
    DeliveryRecorder email,
    DeliveryRecorder teams
) : IAsyncDisposable
{
    private static readonly SubjectRef _policy = new("policy", "p1");

    public GovernanceStore Store => store;

    public TestClock Clock => store.Clock;

    public DeliveryRecorder Email => email;

    public DeliveryRecorder Teams => teams;

    public static async Task<DeliveryWorld> OpenAsync(
        Func<Action<IServiceCollection>, GovernanceStore> open
    )
    {
        var email = new DeliveryRecorder(DeliveryChannels.Email);
        var teams = new DeliveryRecorder(DeliveryChannels.Teams);
        GovernanceStore store = open(services =>
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
        DeliveryWorld world = new(store, email, teams);
        await world.AppointAdministratorAsync();
        return world;
    }

    public static NoticeDraft Draft(NoticeMessage message, params Recipient[] to) =>
        new("test.told", message, _policy, "A title", "A text", to);

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

/// <summary>A channel that knows a message again by its id, as Notify does by its reference.</summary>
internal sealed class DeliveryRecorder(string name) : IDeliveryChannel
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
