using Governance.Contracts;
using Governance.Contracts.Search;
using Governance.Modules.Policies;
using Governance.Modules.Requests;
using Governance.Modules.Search;
using Governance.Storage;
using Governance.Tests.Shared;
using Governance.Tests.Workflows.Framework;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Governance.Tests.Workflows.Framework.GroupSteps;

namespace Governance.Tests.Workflows.Modules.Search;

/// <summary>What an act has committed is found by the next read, by those who may read it, on every database.</summary>
public abstract class SearchSuite
{
    private const string Place = PolicyWorld.Place;

    private static readonly ActCaller Unit = new("unit");

    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Search_ByWordsPhrasesAndBeginnings_FindsAlikeOnEveryDatabase()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string missing = await DraftAsync(
            world,
            "Missing children",
            "Practitioners escalate concerns at once. Café O’Brien and/or others."
        );
        string strategy = await DraftAsync(
            world,
            "Strategy discussions",
            "When children are missing, a discussion is held. The agencies escalated it."
        );

        (string Typed, string[] Found)[] cases =
        [
            ("missing children", [missing, strategy]),
            ("\"missing children\"", [missing]),
            ("\"children are missing\"", [strategy]),
            ("missing -concern", [strategy]),
            // Forms of a word, and a beginning that has gone past its stem.
            ("escalation ", [missing, strategy]),
            ("escalati", [missing, strategy]),
            ("agency ", [strategy]),
            ("practi", [missing]),
            ("cafe", [missing]),
            ("CAFÉ o'brien", [missing]),
            ("or others", [missing]),
            ("missing nowhere", []),
        ];
        foreach ((string typed, string[] found) in cases)
        {
            Assert.Equal(
                found.Order(StringComparer.Ordinal),
                (await FindAsync(world, typed)).Order(StringComparer.Ordinal)
            );
        }

        Assert.Equal([missing, strategy], await FindAsync(world, "missing children"));
        Assert.Equal([strategy, missing], await FindAsync(world, "-nowhere"));
    }

    [Fact]
    public async Task Search_ForAnythingThatCanBeTyped_Answers()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        await DraftAsync(world, "Missing children", "What we do.");
        Random random = new(20261126);
        const string signs = "ab \"“”-−*()':;&|!<>@~^{}[]\\/%_+.,#$0é\t\n\u0000\ud800NEARANDORNOT";
        for (int round = 0; round < 150; round++)
        {
            string typed = new([
                .. Enumerable
                    .Range(0, random.Next(1, 24))
                    .Select(_ => signs[random.Next(signs.Length)]),
            ]);
            Assert.Null((await AskAsync(world, typed, "unit", null)).Refusal);
        }
    }

    [Fact]
    public async Task Act_DoneOrNot_IsFoundOrLeavesNothing()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string policy = await DraftAsync(world, "Missing children", "The first wording.");
        Assert.Equal([policy], await FindAsync(world, "wording "));

        Good(await world.SaveAsync(policy, "unit", "Another text altogether."));
        Assert.Empty(await FindAsync(world, "wording "));
        Assert.Equal(
            [policy],
            await FindAsync(world, SearchFilter.Read("wording ", earlier: true).Value)
        );
        Assert.Equal([policy], await FindAsync(world, "altogether"));

        Result<Done> refused = await UndertakeAsync(
            world,
            "Refused",
            new Refusal("test.no", "No.", RefusalKind.Conflict)
        );
        Assert.True(refused.IsRefused);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            UndertakeAsync(world, "Thrown", null, throws: true)
        );
        Good(await UndertakeAsync(world, "Bodily done", null));
        await using GovernanceDb db = world.Store.Read();
        Assert.Equal(
            ["Bodily done"],
            await db.Set<SearchText>()
                .Where(text => text.Kind == SearchKinds.Body)
                .Where(text => text.Title.StartsWith("Bodily") || text.Title.EndsWith("ed"))
                .Select(text => text.Title)
                .ToListAsync()
        );
    }

    [Fact]
    public async Task Search_ByWhoMayNotRead_NeitherFindsNorCounts()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string draft = await DraftAsync(world, "Missing children", "A secretword in a draft.");

        foreach (string person in (string[])["school", "practitioner"])
        {
            SearchAnswer none = (await AskAsync(world, "secretword", person, null)).Value;
            Assert.Equal((0, 0, 0), (none.Items.Count, none.Count, none.Kinds.Count));
        }

        Assert.Equal(
            "not-found",
            (await AskAsync(world, "secretword", "nobody-of-here", null)).Refusal?.Code
        );
        SearchAnswer found = (await AskAsync(world, "secretword", "police-lead", null)).Value;
        Assert.Equal((1, draft), (found.Count, found.Items.Single().Id));

        await world.SignAllAsync(await world.OpenRoundAsync(draft));
        Assert.Equal(
            [draft],
            (await AskAsync(world, "secretword", "school", null)).Value.Items.Select(hit => hit.Id)
        );
        // What was published is everybody's; the draft after it is not.
        Good(await world.SaveAsync(draft, "unit", "A laterword in a draft."));
        Assert.Empty((await AskAsync(world, "laterword", "school", null)).Value.Items);
        Assert.Empty((await AskAsync(world, "laterword", "school", null)).Value.States);
        Assert.Single((await AskAsync(world, "secretword", "school", null)).Value.Items);
        Assert.Single((await AskAsync(world, "laterword", "police-lead", null)).Value.Items);
    }

    [Theory]
    [InlineData(SearchFilter.Best)]
    [InlineData(SearchFilter.Newest)]
    public async Task Pages_OfASearch_HoldEachTextOnce(string sort)
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        List<string> all = [];
        for (int number = 0; number < 7; number++)
        {
            all.Add(await DraftAsync(world, $"Paper {number % 3}", $"Sought words {number}."));
        }

        SearchFilter filter = SearchFilter.Read("sought ", sort: sort).Value;
        List<string> walked = [];
        string? after = null;
        do
        {
            SearchAnswer page = (await AskAsync(world, filter, "unit", after, take: 2)).Value;
            Assert.Equal(7, page.Count);
            walked.AddRange(page.Items.Select(hit => hit.Id));
            after = page.Next;
        } while (after is not null);

        Assert.Equal(all.Order(StringComparer.Ordinal), walked.Order(StringComparer.Ordinal));
        Assert.Equal(
            RefusalKind.Malformed,
            (await AskAsync(world, filter, "unit", "abc", take: 2)).Refusal?.Kind
        );
    }

    [Fact]
    public async Task Index_MadeAnew_IsTheOneThatActsHaveWritten()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string policy = await DraftAsync(world, "Missing children", "The first wording.");
        Good(await world.SaveAsync(policy, "unit", "The second wording."));
        await world.SignAllAsync(await world.OpenRoundAsync(policy));
        foreach (string later in (string[])["third", "fourth", "fifth"])
        {
            Good(await world.SaveAsync(policy, "unit", $"The {later} wording."));
        }

        FillIndex fill = world.Store.Get<FillIndex>();
        string[] written = await RowsAsync(world);
        Assert.Contains(written, row => row.StartsWith("policy", StringComparison.Ordinal));

        // Over what is there, nothing is written; from nothing, the same again.
        await fill.RebuildAsync();
        Assert.Equal(written, await RowsAsync(world));
        await world.TamperAsync($"DELETE FROM \"SearchText\"");
        Assert.Empty(await FindAsync(world, "wording"));
        await fill.RebuildAsync();
        Assert.Equal(written, await RowsAsync(world));
        // The text in force, and the draft after it.
        Assert.Equal([policy, policy], await FindAsync(world, "wording"));

        // What nothing stands behind any more goes; what is done is not looked at again.
        await world
            .Store.Get<Upkeep>()
            .RunAsync(async db =>
            {
                await SearchIndex.RemoveAsync(db, policy);
                return true;
            });
        int looked = 0;
        await fill.CatchUpAsync((_, _) => looked++);
        Assert.Equal(0, looked);
        Assert.Empty(await FindAsync(world, "wording"));
    }

    [Fact]
    public async Task View_OfOnesOwn_IsKeptRenamedAndDeletedByNobodyElse()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        SaveViewBody body = new(" Drafts ", $"/partnerships/{Place}/policies?state=draft&after=x");
        SavedViewAnswer kept = Good(await SaveAsync(world, "police-lead", body));

        Assert.Equal(
            ("Drafts", $"/partnerships/{Place}/policies?state=draft"),
            (kept.Name, kept.Address)
        );
        Assert.Equal("invalid", CodeOf(await SaveAsync(world, "police-lead", body)));
        Assert.Equal(
            "invalid",
            CodeOf(await SaveAsync(world, "police-lead", new("Elsewhere", "https://example.org/")))
        );
        Assert.Equal("not-found", CodeOf(await SaveAsync(world, "nobody-of-here", body)));
        RenameView rename = world.Store.Get<RenameView>();
        Assert.Equal(
            "not-found",
            CodeOf(await rename.HandleAsync(Unit, kept.Id, new RenameViewBody("Mine")))
        );
        Assert.Equal(
            "Text in hand",
            Good(await rename.HandleAsync(new("police-lead"), kept.Id, new("Text in hand"))).Name
        );
        DeleteView delete = world.Store.Get<DeleteView>();
        Assert.Equal("not-found", CodeOf(await delete.HandleAsync(Unit, kept.Id)));
        Good(await delete.HandleAsync(new ActCaller("police-lead"), kept.Id));
        await using GovernanceDb db = world.Store.Read();
        Assert.Empty(await db.Set<SavedView>().ToListAsync());
        Assert.Contains("view.delete", await world.RecordAsync());
    }

    private static Task<Result<SavedViewAnswer>> SaveAsync(
        PolicyWorld world,
        string person,
        SaveViewBody body
    ) => world.Store.Get<SaveView>().HandleAsync(new ActCaller(person), Place, body);

    private static async Task<string> DraftAsync(PolicyWorld world, string title, string body) =>
        Good(
            await world
                .Store.Get<CreatePolicy>()
                .HandleAsync(
                    Unit,
                    Place,
                    new CreatePolicyBody(DocumentClasses.Policy, title, "In short.", body)
                )
        ).Id;

    /// <summary>An act that adds a body and ends as it is told.</summary>
    private static Task<Result<Done>> UndertakeAsync(
        PolicyWorld world,
        string name,
        Refusal? refusal,
        bool throws = false
    ) =>
        world.Store.Acts.RunAsync(
            new ActRequest<Done>
            {
                Name = "test.body",
                Caller = Unit,
                Permission = RequestsPermissions.Start,
                Locate = act =>
                    Task.FromResult<ActPlace?>(new ActPlace(Place, new SubjectRef("test", name))),
                Decide = async act =>
                {
                    act.Db.Add(
                        new Governance.Modules.Meetings.MeetingBody
                        {
                            Id = act.NewId(),
                            PartnershipId = Place,
                            Name = name,
                            Purpose = "To test.",
                            Kind = "subGroup",
                            Quorum = Governance.Modules.Meetings.QuorumRule.OfPlaces(
                                1,
                                ["person:unit"]
                            ),
                            CreatedAt = act.Now,
                        }
                    );
                    await act.Db.SaveChangesAsync();
                    return throws ? throw new InvalidOperationException("power cut")
                        : refusal is not null ? refusal
                        : new Done();
                },
            }
        );

    private static async Task<string[]> FindAsync(PolicyWorld world, string typed) =>
        await FindAsync(world, SearchFilter.Read(typed, SearchKinds.Policy).Value);

    private static async Task<string[]> FindAsync(PolicyWorld world, SearchFilter filter) =>
        [.. (await AskAsync(world, filter, "unit", null)).Value.Items.Select(hit => hit.Id)];

    private static Task<Result<SearchAnswer>> AskAsync(
        PolicyWorld world,
        string typed,
        string person,
        string? after
    ) => AskAsync(world, SearchFilter.Read(typed).Value, person, after);

    private static async Task<Result<SearchAnswer>> AskAsync(
        PolicyWorld world,
        SearchFilter filter,
        string person,
        string? after,
        int take = 20
    )
    {
        await using GovernanceDb db = world.Store.Read();
        return await world
            .Store.Get<SearchBook>()
            .FindAsync(db, Place, person, world.Clock.Now, filter, after, take);
    }

    /// <summary>The index but for its numbers.</summary>
    private static async Task<string[]> RowsAsync(PolicyWorld world)
    {
        await using GovernanceDb db = world.Store.Read();
        return
        [
            .. (await db.Set<SearchText>().ToListAsync())
                .Select(text =>
                    $"{text.Kind} {text.SubjectId} {text.Part} {text.PartnershipId} {text.Title} {text.Hash}"
                )
                .Order(StringComparer.Ordinal),
        ];
    }
}

public sealed class SqliteSearchTests : SearchSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgresSearchTests : SearchSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
