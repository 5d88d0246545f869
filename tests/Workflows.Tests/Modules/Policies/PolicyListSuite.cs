using Governance.Contracts;
using Governance.Modules.Policies;
using Governance.Storage;
using Governance.Tests.Shared;
using Governance.Tests.Workflows.Framework;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Modules.Policies;

/// <summary>The list of policies on a database: every filter in every order, part by part, there and back.</summary>
public abstract class PolicyListSuite
{
    private protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    public static TheoryData<string, string[]> Lists =>
        new()
        {
            { "", ["agency", "beta", "chair", "draft", "erased", "final", "gone", "new f"] },
            { "state=draft", ["draft", "erased", "new f"] },
            { "state=published,withdrawn", ["agency", "beta", "gone"] },
            { "class=protocol", ["beta", "chair", "gone"] },
            { "class=protocol&state=signOff", ["chair"] },
            { "words=SAFE", ["agency", "beta", "chair", "draft", "erased", "final", "gone"] },
            { "words=safe prot", ["beta", "chair", "gone"] },
            { "words=feguarding", [] },
            { "words=final", ["final"] },
            { "words=old", [] },
            { "overdue", ["beta", "new f"] },
            { "due=2030-12-31", ["agency", "beta", "new f"] },
            { "due=2027-02-03", [] },
            { "group=group-1", ["final"] },
            { "mine", ["agency", "beta", "chair", "draft", "erased", "gone", "new f"] },
            { "mine&state=draft", ["draft", "erased", "new f"] },
        };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task List_ByAFilter_IsTheSameInEveryOrderThereAndBack(
        string filter,
        string[] expected
    )
    {
        await using PolicyWorld world = await FilledAsync();

        await AssertWalksAsync(world, "unit", filter, expected);
    }

    [Theory]
    [InlineData("", new[] { "agency", "beta", "old f" })]
    [InlineData("state=published", new[] { "agency", "beta", "old f" })]
    [InlineData("state=draft", new string[0])]
    [InlineData("class=protocol", new[] { "beta" })]
    [InlineData("words=old", new[] { "old f" })]
    [InlineData("words=new", new string[0])]
    [InlineData("words=gone", new string[0])]
    [InlineData("overdue", new[] { "beta", "old f" })]
    [InlineData("mine", new string[0])]
    public async Task List_ForAnAgency_HoldsWhatIsInForceByItsPublishedTitle(
        string filter,
        string[] expected
    )
    {
        await using PolicyWorld world = await FilledAsync();

        await AssertWalksAsync(world, "school", filter, expected);
        Assert.All(
            await LinesAsync(world, "school", Filter(filter)),
            line =>
                Assert.Equal(
                    (PolicyStates.Published, line.PublishedVersion),
                    (line.State, (int?)line.Version)
                )
        );
    }

    [Fact]
    public async Task List_InEachOrder_BeginsWithWhatComesFirst()
    {
        await using PolicyWorld world = await FilledAsync();

        Assert.Equal(
            ["new f", "gone", "final"],
            (await LinesAsync(world, "unit", Filter(""))).Take(3).Select(Short)
        );
        Assert.Equal(
            ["agency", "beta", "chair", "draft", "erased", "final", "gone", "new f"],
            (await LinesAsync(world, "unit", Filter("sort=title"))).Select(Short)
        );
        PolicyLine[] byReview = await LinesAsync(world, "unit", Filter("sort=review"));
        Assert.Equal(
            byReview.Select(line => line.ReviewDate ?? DateOnly.MaxValue).Order(),
            byReview.Select(line => line.ReviewDate ?? DateOnly.MaxValue)
        );
        Assert.NotNull(byReview[0].ReviewDate);
    }

    [Fact]
    public async Task List_OfAStranger_DoesNotExistAndTheAdministratorMayNot()
    {
        await using PolicyWorld world = await FilledAsync();
        await using GovernanceDb db = world.Store.Read();

        Result<PolicyList> list = await PolicyListing.ListAsync(
            db,
            PolicyWorld.Place,
            "nobody",
            world.Clock.Now,
            new PolicyFilter()
        );

        Assert.Equal(Refusal.NotFound, list.Refusal);
    }

    [Theory]
    [InlineData("x", null, "after")]
    [InlineData(null, "eA", "before")]
    [InlineData("eHl6CjE", null, "after")]
    public async Task List_FromWhatIsNoCursor_IsRefusedByField(
        string? after,
        string? before,
        string field
    )
    {
        await using PolicyWorld world = await FilledAsync();
        await using GovernanceDb db = world.Store.Read();

        Result<PolicyList> list = await PolicyListing.ListAsync(
            db,
            PolicyWorld.Place,
            "unit",
            world.Clock.Now,
            new PolicyFilter(),
            after,
            before
        );

        Assert.Equal(RefusalKind.Malformed, list.Refusal?.Kind);
        Assert.Contains(field, list.Refusal!.Errors!.Keys);
    }

    [Fact]
    public async Task Recent_OfAPartnership_IsWhatChangedLast()
    {
        await using PolicyWorld world = await FilledAsync();
        await using GovernanceDb db = world.Store.Read();

        Result<PolicyLine[]> recent = await PolicyListing.RecentAsync(
            db,
            PolicyWorld.Place,
            "unit",
            world.Clock.Now,
            take: 2
        );

        Assert.Equal(["new f", "gone"], recent.Value.Select(Short));
    }

    private static async Task AssertWalksAsync(
        PolicyWorld world,
        string person,
        string filter,
        string[] expected
    )
    {
        await using GovernanceDb db = world.Store.Read();
        foreach (string sort in PolicySorts.All)
        {
            PolicyFilter sorted = Filter(filter) with { Sort = sort };
            PolicyLine[] whole = await LinesAsync(world, person, sorted);
            Assert.Equal(expected, whole.Select(Short).Order(StringComparer.Ordinal));

            List<PolicyLine> there = [];
            List<PolicyLine> back = [];
            PolicyList part = await PartAsync(null, null);
            Assert.Null(part.Previous);
            there.AddRange(part.Items);
            while (part.Next is not null)
            {
                part = await PartAsync(part.Next, null);
                Assert.NotEmpty(part.Items);
                there.AddRange(part.Items);
            }

            back.AddRange(part.Items);
            while (part.Previous is not null)
            {
                part = await PartAsync(null, part.Previous);
                back.InsertRange(0, part.Items);
            }

            Assert.Equal(whole, there);
            Assert.Equal(whole, back);
            Assert.Equal(
                whole.Length,
                (
                    await PolicyListing.CountAsync(
                        db,
                        PolicyWorld.Place,
                        person,
                        world.Clock.Now,
                        sorted
                    )
                ).Value
            );

            async Task<PolicyList> PartAsync(string? after, string? before) =>
                (
                    await PolicyListing.ListAsync(
                        db,
                        PolicyWorld.Place,
                        person,
                        world.Clock.Now,
                        sorted,
                        after,
                        before,
                        take: 2
                    )
                ).Value;
        }
    }

    private static async Task<PolicyLine[]> LinesAsync(
        PolicyWorld world,
        string person,
        PolicyFilter filter
    )
    {
        await using GovernanceDb db = world.Store.Read();
        return
        [
            .. (
                await PolicyListing.ListAsync(
                    db,
                    PolicyWorld.Place,
                    person,
                    world.Clock.Now,
                    filter
                )
            )
                .Value
                .Items,
        ];
    }

    private static PolicyFilter Filter(string query)
    {
        Dictionary<string, string> given = query
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .ToDictionary(part => part[0], part => part.ElementAtOrDefault(1) ?? "");
        Result<PolicyFilter> read = PolicyFilter.Read(
            [given.GetValueOrDefault("state")],
            [given.GetValueOrDefault("class")],
            given.GetValueOrDefault("words"),
            given.GetValueOrDefault("due"),
            given.ContainsKey("overdue"),
            given.GetValueOrDefault("group"),
            given.ContainsKey("mine"),
            given.GetValueOrDefault("sort")
        );
        Assert.Null(read.Refusal);
        return read.Value;
    }

    /// <summary>The titles here begin with what stands before the colon.</summary>
    private static string Short(PolicyLine line) =>
        line.Title[..line.Title.IndexOf(':')].ToLowerInvariant();

    /// <summary>Eight policies in every state, at one moment each, in the year 2028; read in the year 2030.</summary>
    private async Task<PolicyWorld> FilledAsync()
    {
        PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        world.Clock.Now = new DateTime(2028, 3, 1, 10, 0, 0, DateTimeKind.Utc);
        await CreateAsync(world, "Draft: safeguarding at home");
        await PublishAsync(world, await CreateAsync(world, "Beta: safe (PROTOCOL)", "protocol"));
        string renamed = await CreateAsync(world, "Old f: what was");
        await PublishAsync(world, renamed);
        await world.OpenRoundAsync(
            await CreateAsync(world, "Chair: safer protocols", DocumentClasses.Protocol)
        );
        await CreateAsync(world, "erased: Safeguarding");
        await PublishAsync(
            world,
            await CreateAsync(world, "Agency: safe in care", DocumentClasses.Policy, months: 30)
        );
        RoundAnswer rejected = await world.OpenRoundAsync(
            await CreateAsync(world, "Final: safe", by: "group-chair", group: "group-1")
        );
        await world.RejectAsync(rejected, Seats.Police, "police-delegate");
        string gone = await CreateAsync(world, "Gone: safe protocol", DocumentClasses.Protocol);
        await PublishAsync(world, gone);
        await world
            .Store.Get<WithdrawPolicy>()
            .HandleAsync(new ActCaller("unit"), gone, new WithdrawPolicyBody("Merged."));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world
            .Store.Get<SaveDraft>()
            .HandleAsync(
                new ActCaller("unit"),
                renamed,
                new SaveDraftBody("New f: what is", "", "Text."),
                "*"
            );
        world.Clock.Now = new DateTime(2030, 4, 1, 10, 0, 0, DateTimeKind.Utc);
        return world;
    }

    private static async Task PublishAsync(PolicyWorld world, string policy)
    {
        await world.SignAllAsync(await world.OpenRoundAsync(policy));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private static async Task<string> CreateAsync(
        PolicyWorld world,
        string title,
        string documentClass = DocumentClasses.Policy,
        int months = 24,
        string by = "unit",
        string? group = null
    )
    {
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Result<PolicySaved> created = await world
            .Store.Get<CreatePolicy>()
            .HandleAsync(
                new ActCaller(by),
                PolicyWorld.Place,
                new CreatePolicyBody(documentClass, title, "", "Text.", months, Group: group)
            );
        Assert.Null(created.Refusal);
        return created.Value.Id;
    }
}

public sealed class SqlitePolicyListTests : PolicyListSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlPolicyListTests : PolicyListSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
