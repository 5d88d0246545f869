using Governance.Contracts;
using Governance.Modules.Asks;
using Governance.Modules.Calendars;
using Governance.Modules.Notices;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Governance.Tests.Workflows.Modules.Partnerships.NorthshireForTests;

namespace Governance.Tests.Workflows.Modules.Asks;

/// <summary>Asks and notices, on a database: written by acts, read by those they are for.</summary>
public abstract class InboxSuite
{
    private static readonly SubjectRef _policy = new("policy", "p1");

    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Asks_OfAPerson_ComeByDueDateInStablePages()
    {
        await using GovernanceStore store = await OpenAsync();
        DateTime now = store.Clock.Now;
        await InActAsync(
            store,
            async act =>
            {
                await AskBook.OpenAsync(act, Draft("no limit"));
                await AskBook.OpenAsync(act, Draft("third", now.AddDays(3)));
                await AskBook.OpenAsync(act, Draft("late", now.AddDays(-1)));
                await AskBook.OpenAsync(act, Draft("second", now.AddDays(2)));
                await AskBook.OpenAsync(act, Draft("second", now.AddDays(2)));
            }
        );

        List<TaskAnswer> read = [];
        string? after = null;
        do
        {
            Page<TaskAnswer> page = await WaitingAsync(store, "council-delegate", after, take: 2);
            Assert.InRange(page.Items.Count, 1, 2);
            read.AddRange(page.Items);
            after = page.Next;
        } while (after is not null);

        Assert.Equal(
            ["late", "second", "second", "third", "no limit"],
            read.Select(t => t.Subject.Title)
        );
        Assert.Equal([true, false, false, false, false], read.Select(t => t.Overdue));
        Assert.Empty((await WaitingAsync(store, "council-lead")).Items);
        Assert.Empty((await WaitingAsync(store, "nobody")).Items);
    }

    [Fact]
    public async Task Ask_AtItsLimit_IsNotYetOverdue()
    {
        await using GovernanceStore store = await OpenAsync();
        DateTime due = store.Clock.Now.AddDays(1);
        await InActAsync(store, act => AskBook.OpenAsync(act, Draft("one", due)));

        store.Clock.Now = due;
        Assert.False(Assert.Single((await WaitingAsync(store, "council-delegate")).Items).Overdue);
        store.Clock.Now = due.AddSeconds(1);
        Assert.True(Assert.Single((await WaitingAsync(store, "council-delegate")).Items).Overdue);
    }

    [Fact]
    public async Task Ask_Readdressed_WaitsForTheLeadInsteadOfTheDelegate()
    {
        await using GovernanceStore store = await OpenAsync();
        string id = await OpenOneAsync(store);

        await InActAsync(
            store,
            act => AskBook.ReaddressAsync(act, id, Seats.LocalAuthority, Levels.Lead)
        );

        Assert.Empty((await WaitingAsync(store, "council-delegate")).Items);
        Assert.Single((await WaitingAsync(store, "council-lead")).Items);
    }

    [Fact]
    public async Task Ask_Completed_IsClosedOnceAndByItsActor()
    {
        await using GovernanceStore store = await OpenAsync();
        string id = await OpenOneAsync(store);
        bool[] closed = new bool[2];

        await InActAsync(store, async act => closed[0] = await AskBook.CompleteAsync(act, id));
        await InActAsync(
            store,
            async act => closed[1] = await AskBook.CancelAsync(act, id, "over")
        );

        Assert.Equal([true, false], closed);
        await using GovernanceDb db = store.Read();
        Ask ask = await db.Set<Ask>().SingleAsync();
        Assert.Equal((AskStates.Done, "unit-one"), (ask.State, ask.ClosedBy));
    }

    [Fact]
    public async Task Asks_OfASubject_AreCancelledTogetherEvenBeforeTheyAreSaved()
    {
        await using GovernanceStore store = await OpenAsync();
        await OpenOneAsync(store);
        int cancelled = 0;

        await InActAsync(
            store,
            async act =>
            {
                await AskBook.OpenAsync(act, Draft("unsaved"));
                cancelled = await AskBook.CancelAllAsync(act, _policy, "lapsed");
            }
        );

        Assert.Equal(2, cancelled);
        Assert.Empty((await WaitingAsync(store, "council-delegate")).Items);
    }

    [Fact]
    public async Task Ask_UnderADelegation_IsInBothInboxesWithTheOther()
    {
        await using GovernanceStore store = await OpenAsync();
        DateOnly today = London.DateOf(store.Clock.Now);
        await OpenOneAsync(store);
        await store
            .Get<GrantDelegation>()
            .HandleAsync(
                By("council-lead"),
                North,
                new(
                    Seats.LocalAuthority,
                    "council-delegate",
                    "council-deputy",
                    [DocumentClasses.Policy],
                    today.AddDays(1),
                    today.AddDays(1),
                    null
                )
            );

        Assert.Empty((await WaitingAsync(store, "council-deputy")).Items);
        store.Clock.Advance(TimeSpan.FromDays(1));
        TaskAnswer borrowed = Assert.Single((await WaitingAsync(store, "council-deputy")).Items);
        TaskAnswer lent = Assert.Single((await WaitingAsync(store, "council-delegate")).Items);
        Assert.Equal(["council-delegate"], borrowed.With.Select(p => p.Id));
        Assert.Equal(["council-deputy"], lent.With.Select(p => p.Id));
        store.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty((await WaitingAsync(store, "council-deputy")).Items);
        Assert.Empty(Assert.Single((await WaitingAsync(store, "council-delegate")).Items).With);
    }

    [Fact]
    public async Task Ask_OfAnAgency_WaitsForWhoRepresentsItOnly()
    {
        await using GovernanceStore store = await OpenAsync();
        string agency = await AgencyOfAsync(store, "school");
        await InActAsync(
            store,
            act => AskBook.OpenAsync(act, new AskDraft("confirm", _policy, "one", AgencyId: agency))
        );

        Assert.Single((await WaitingAsync(store, "school")).Items);
        Assert.Empty((await WaitingAsync(store, "council-delegate")).Items);
        Assert.Empty((await WaitingAsync(store, "unit-one")).Items);
        await EndAllAsync(store, "school");
        Assert.Empty((await WaitingAsync(store, "school")).Items);
    }

    [Fact]
    public async Task Ask_OfNobodyOrOfTwo_IsNeverOpened()
    {
        await using GovernanceStore store = await OpenAsync();

        await Assert.ThrowsAsync<ArgumentException>(() =>
            InActAsync(store, act => AskBook.OpenAsync(act, new AskDraft("x", _policy, "none")))
        );
        await Assert.ThrowsAsync<ArgumentException>(() =>
            InActAsync(
                store,
                act =>
                    AskBook.OpenAsync(
                        act,
                        new AskDraft(
                            "x",
                            _policy,
                            "two",
                            Role: Roles.BusinessUnit,
                            PersonId: "school"
                        )
                    )
            )
        );
    }

    [Fact]
    public async Task Asks_ByRoleSeatAndPerson_ComeInOneOrderAndAreCounted()
    {
        await using GovernanceStore store = await OpenAsync();
        DateTime now = store.Clock.Now;
        SubjectRef subject = _policy;
        await InActAsync(
            store,
            async act =>
            {
                await AskBook.OpenAsync(
                    act,
                    new AskDraft("a", subject, "seat", Seats.LocalAuthority, DueAt: now.AddDays(2))
                );
                await AskBook.OpenAsync(act, Draft("level", now.AddDays(3)));
                await AskBook.OpenAsync(
                    act,
                    new AskDraft("b", subject, "role", Role: Roles.StatutoryPartner)
                );
                await AskBook.OpenAsync(
                    act,
                    new AskDraft(
                        "c",
                        subject,
                        "person",
                        PersonId: "council-delegate",
                        DueAt: now.AddDays(1)
                    )
                );
            }
        );

        Page<TaskAnswer> first = await WaitingAsync(store, "council-delegate", take: 2);
        Page<TaskAnswer> rest = await WaitingAsync(store, "council-delegate", first.Next, 2);

        Assert.Equal(["person", "seat"], first.Items.Select(t => t.Subject.Title));
        Assert.Equal(["level", "role"], rest.Items.Select(t => t.Subject.Title));
        Assert.Null(rest.Next);
        Assert.Equal(4, await CountAsync(store, "council-delegate"));
        Assert.Equal(2, await CountAsync(store, "council-lead"));
        Assert.Equal(0, await CountAsync(store, "nobody"));
    }

    [Fact]
    public async Task Asks_MoreThanAreCounted_CountAsOneMore()
    {
        await using GovernanceStore store = await OpenAsync();
        await InActAsync(
            store,
            async act =>
            {
                for (int i = 0; i < AskBook.MostCounted + 20; i++)
                {
                    await AskBook.OpenAsync(act, Draft("one"));
                }
            }
        );

        Assert.Equal(AskBook.MostCounted + 1, await CountAsync(store, "council-delegate"));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("9999999999999999999-x")]
    [InlineData("0000000000000000001x1")]
    [InlineData("0000000000000000001-")]
    public async Task Asks_AfterWhatIsNoCursor_AreRefused(string after)
    {
        await using GovernanceStore store = await OpenAsync();
        await using GovernanceDb db = store.Read();

        Result<Page<TaskAnswer>> answer = await AskBook.WaitingForAsync(
            db,
            "council-delegate",
            store.Clock.Now,
            after
        );

        Assert.Equal(RefusalKind.Malformed, answer.Refusal?.Kind);
    }

    [Fact]
    public async Task Notices_Unread_AreCountedToALimit()
    {
        await using GovernanceStore store = await OpenAsync();
        foreach (string kind in (string[])["one", "two", "three"])
        {
            await TellAsync(store, kind, "school");
        }

        string id = (await NoticesAsync(store, "school"))[0].Id;
        await store.Get<MarkNoticeRead>().HandleAsync(By("school"), id);

        await using GovernanceDb db = store.Read();
        Assert.Equal(2, await NoticeBoard.CountUnreadAsync(db, "school"));
        Assert.Equal(2, await NoticeBoard.CountUnreadAsync(db, "school", most: 1));
        Assert.Equal(0, await NoticeBoard.CountUnreadAsync(db, "nobody"));
    }

    [Fact]
    public async Task Notice_ToldTwiceInAnAct_IsWrittenOncePerPerson()
    {
        await using GovernanceStore store = await OpenAsync();
        NoticeDraft draft = new(
            "policy.published",
            NoticeMessage.News(NoticeMatter.Policy),
            _policy,
            "A policy was published",
            "It is in the library.",
            Recipient.Seat(Seats.Police),
            Recipient.Role(Roles.PartnershipChair)
        );

        await InActAsync(
            store,
            async act =>
            {
                Assert.Equal(3, await NoticeBoard.TellAsync(act, draft));
                Assert.Equal(0, await NoticeBoard.TellAsync(act, draft));
            }
        );

        await using GovernanceDb db = store.Read();
        Assert.Equal(3, await db.Set<Notice>().CountAsync());
    }

    [Fact]
    public async Task Notices_OfAPerson_ComeNewestFirstInPages()
    {
        await using GovernanceStore store = await OpenAsync();
        foreach (string kind in (string[])["one", "two", "three"])
        {
            store.Clock.Advance(TimeSpan.FromMinutes(1));
            await TellAsync(store, kind, "school");
        }

        await using GovernanceDb db = store.Read();
        Page<NoticeAnswer> first = (await NoticeBoard.OfPersonAsync(db, "school", take: 2)).Value;
        Page<NoticeAnswer> rest = (
            await NoticeBoard.OfPersonAsync(db, "school", first.Next, 2)
        ).Value;
        Assert.Equal(
            RefusalKind.Malformed,
            (await NoticeBoard.OfPersonAsync(db, "school", "yesterday")).Refusal?.Kind
        );

        Assert.Equal(["three", "two"], first.Items.Select(n => n.Kind));
        Assert.Equal(["one"], rest.Items.Select(n => n.Kind));
        Assert.Null(rest.Next);
    }

    [Fact]
    public async Task Notice_Read_IsReadOnceByItsPersonOnlyAndAlsoAfterTheirTerm()
    {
        await using GovernanceStore store = await OpenAsync();
        await TellAsync(store, "one", "school");
        string id = (await NoticesAsync(store, "school")).Single().Id;
        await EndAllAsync(store, "school");
        MarkNoticeRead read = store.Get<MarkNoticeRead>();

        Result<NoticeAnswer> byAnother = await read.HandleAsync(By("unit-one"), id);
        DateTime first = (await read.HandleAsync(By("school"), id)).Value.ReadAt!.Value;
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        DateTime second = (await read.HandleAsync(By("school"), id)).Value.ReadAt!.Value;

        Assert.Equal(Refusal.NotFound, byAnother.Refusal);
        Assert.Equal(first, second);
    }

    private async Task<GovernanceStore> OpenAsync()
    {
        GovernanceStore store = Open(Register);
        await EstablishAsync(store);
        return store;
    }

    private static async Task<string> AgencyOfAsync(GovernanceStore store, string person)
    {
        await using GovernanceDb db = store.Read();
        return (
            await db.Set<Appointment>().FirstAsync(a => a.PersonId == person && a.AgencyId != null)
        ).AgencyId!;
    }

    private static AskDraft Draft(string title, DateTime? due = null) =>
        new(
            "sign",
            _policy,
            title,
            Seats.LocalAuthority,
            Levels.Delegate,
            DocumentClass: DocumentClasses.Policy,
            DueAt: due
        );

    private static async Task<string> OpenOneAsync(GovernanceStore store)
    {
        string id = "";
        await InActAsync(store, async act => id = (await AskBook.OpenAsync(act, Draft("one"))).Id);
        return id;
    }

    private static Task TellAsync(GovernanceStore store, string kind, string person) =>
        InActAsync(
            store,
            act =>
                NoticeBoard.TellAsync(
                    act,
                    new NoticeDraft(
                        kind,
                        NoticeMessage.News(NoticeMatter.Policy),
                        _policy,
                        "Title",
                        "Text",
                        Recipient.Person(person)
                    )
                )
        );

    private static async Task EndAllAsync(GovernanceStore store, string person)
    {
        await using GovernanceDb db = store.Read();
        foreach (
            Appointment held in await db.Set<Appointment>()
                .Where(a => a.PersonId == person)
                .ToListAsync()
        )
        {
            await store.Get<EndAppointment>().HandleAsync(By("unit-one"), held.Id, new("Moves"));
        }
    }

    private static async Task<IReadOnlyList<NoticeAnswer>> NoticesAsync(
        GovernanceStore store,
        string person
    )
    {
        await using GovernanceDb db = store.Read();
        return (await NoticeBoard.OfPersonAsync(db, person)).Value.Items;
    }

    private static async Task<Page<TaskAnswer>> WaitingAsync(
        GovernanceStore store,
        string person,
        string? after = null,
        int take = 50
    )
    {
        await using GovernanceDb db = store.Read();
        return (await AskBook.WaitingForAsync(db, person, store.Clock.Now, after, take)).Value;
    }

    private static async Task<int> CountAsync(GovernanceStore store, string person)
    {
        await using GovernanceDb db = store.Read();
        return await AskBook.CountAsync(db, person, store.Clock.Now);
    }

    private static async Task InActAsync(GovernanceStore store, Func<Act, Task> write)
    {
        Result<Done> answer = await store.Acts.RunAsync(
            new ActRequest<Done>
            {
                Name = "test.write",
                Caller = By("unit-one"),
                Permission = PartnershipsPermissions.SeePartnership,
                Locate = _ => Task.FromResult<ActPlace?>(new ActPlace(North, _policy)),
                Decide = async act =>
                {
                    await write(act);
                    return new Done();
                },
            }
        );
        Assert.Null(answer.Refusal);
    }
}

public sealed class SqliteInboxTests : InboxSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlInboxTests : InboxSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
