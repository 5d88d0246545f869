using System.Text.Json;
using Governance.Contracts;
using Governance.Modules.Library;
using Governance.Modules.Policies;
using Governance.Modules.Record;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Framework;

/// <summary>The public library: list, search, versions, feed, and what is handed out as proof.</summary>
public abstract class LibrarySuite
{
    private protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task List_ByClassAndWords_GivesWhatIsInForceInItsOrder()
    {
        await using PolicyWorld world = await OpenAsync();
        string neglect = await PublishAsync(world, "Neglect: a shared response", "policy");
        await PublishAsync(world, "Children's homes and neglect", "procedure");
        await PublishAsync(world, "Missing children", "policy");
        await world.CreateAsync();

        Assert.Equal(
            ["Children's homes and neglect", "Missing children", "Neglect: a shared response"],
            await TitlesAsync(world)
        );
        Assert.Equal(["Children's homes and neglect"], await TitlesAsync(world, "procedure"));
        Assert.Equal(2, (await TitlesAsync(world, words: "NEGLECT")).Length);
        Assert.Equal(
            ["Neglect: a shared response"],
            await TitlesAsync(world, "policy", "neglect response")
        );
        Assert.Equal(
            ["Children's homes and neglect"],
            await TitlesAsync(world, null, "children's neglect")
        );
        Assert.Empty(await TitlesAsync(world, words: "neglect missing"));
        Assert.Empty(await TitlesAsync(world, words: "%"));
        Assert.Equal(3, (await TitlesAsync(world, "", " ")).Length);
        await using GovernanceDb db = world.Store.Read();
        Result<LibraryList> unknown = await LibraryBook.ListAsync(
            db,
            PolicyWorld.Place,
            new LibraryQuery(Class: "novel")
        );
        Assert.Contains("class", unknown.Refusal!.Errors!.Keys);

        await WithdrawAsync(world, neglect);

        Assert.Equal(2, (await TitlesAsync(world)).Length);
        Assert.Equal(["Children's homes and neglect"], await TitlesAsync(world, words: "neglect"));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task List_PageByPage_MissesAndRepeatsNothing()
    {
        await using PolicyWorld world = await OpenAsync();
        for (int number = 1; number <= 5; number++)
        {
            await PublishAsync(world, $"Text {number} of five", "policy");
        }

        await using GovernanceDb db = world.Store.Read();
        List<LibraryList> pages = [await PartAsync(new LibraryQuery())];
        while (pages[^1].Next is { } next)
        {
            pages.Add(await PartAsync(new LibraryQuery(After: next)));
        }

        LibraryList back = await PartAsync(new LibraryQuery(Before: pages[2].Previous));
        LibraryList start = await PartAsync(new LibraryQuery(Before: back.Previous));

        Assert.Equal(
            Enumerable.Range(1, 5).Select(number => $"Text {number} of five"),
            pages.SelectMany(page => page.Items).Select(line => line.Title)
        );
        Assert.Equal(
            [null, true, true],
            pages.Select(page => page.Previous is null ? (bool?)null : true)
        );
        Assert.Equal(pages[1].Items, back.Items);
        Assert.Equal(pages[1].Next, back.Next);
        Assert.Equal(pages[0].Items, start.Items);
        Assert.Null(start.Previous);

        async Task<LibraryList> PartAsync(LibraryQuery query) =>
            (
                await LibraryBook.ListAsync(
                    db,
                    PolicyWorld.Place,
                    query with
                    {
                        Take = 2,
                        Words = "five text",
                    }
                )
            ).Value;
    }

    [Fact]
    public async Task Version_ThatWasSuperseded_StaysAtItsAddressAndSaysSo()
    {
        await using PolicyWorld world = await OpenAsync();
        string policy = await CascadeSuite.PublishAsync(world);
        string slug = (await world.PolicyAsync(policy)).Slug;
        world.Clock.Now = world.Clock.Now.AddDays(10);
        await CascadeSuite.PublishAgainAsync(world, policy);

        await using GovernanceDb db = world.Store.Read();
        LibraryAnswer now = (await LibraryBook.FindAsync(db, slug, world.Clock.Now)).Value;
        LibraryAnswer before = (await LibraryBook.VersionAsync(db, slug, 1, world.Clock.Now)).Value;

        Assert.Equal((2, PolicyStates.Published), (now.Version, now.State));
        Assert.Empty(now.Banners);
        Assert.Equal([2, 1], now.Versions.Select(version => version.Version));
        Assert.Null(now.Versions[0].Superseded);
        Assert.Equal(new DateOnly(2027, 2, 11), now.Versions[1].Superseded);
        Assert.Equal(new CascadeCount(0, 1), now.Cascade);
        Assert.Equal((1, PolicyStates.Superseded), (before.Version, before.State));
        BannerAnswer banner = Assert.Single(before.Banners);
        Assert.Equal(("superseded", new DateOnly(2027, 2, 11)), (banner.Kind, banner.Date));
        Assert.Equal(3, before.Signatures.Count);
        Assert.All(before.Signatures, signature => Assert.Equal(before.Hash, signature.Hash));
        Assert.Null(before.ReviewDate);
        Assert.Equal(
            Refusal.NotFound,
            (await LibraryBook.VersionAsync(db, slug, 3, world.Clock.Now)).Refusal
        );
        await world.SaveAsync(policy, "unit", "# Purpose\n\nA draft.");
        Assert.Equal(
            Refusal.NotFound,
            (await LibraryBook.VersionAsync(db, slug, 3, world.Clock.Now)).Refusal
        );
        await WithdrawAsync(world, policy);
        Assert.Equal(
            Refusal.NotFound,
            (await LibraryBook.VersionAsync(db, slug, 1, world.Clock.Now)).Refusal
        );
    }

    [Fact]
    public async Task Review_ThatIsOverdue_StandsAsADatedBanner()
    {
        await using PolicyWorld world = await OpenAsync();
        string policy = await CascadeSuite.PublishAsync(world);
        string slug = (await world.PolicyAsync(policy)).Slug;

        await using GovernanceDb db = world.Store.Read();
        Assert.Empty((await AtAsync(new DateTime(2029, 2, 1, 12, 0, 0))).Banners);
        BannerAnswer banner = Assert.Single(
            (await AtAsync(new DateTime(2029, 2, 2, 0, 0, 0))).Banners
        );

        Assert.Equal(("reviewDue", new DateOnly(2029, 2, 1)), (banner.Kind, banner.Date));

        async Task<LibraryAnswer> AtAsync(DateTime moment) =>
            (
                await LibraryBook.FindAsync(
                    db,
                    slug,
                    DateTime.SpecifyKind(moment, DateTimeKind.Utc)
                )
            ).Value;
    }

    [Fact]
    public async Task Feed_HasPublishedAndSupersededNewestChangeFirst()
    {
        await using PolicyWorld world = await OpenAsync();
        string first = await CascadeSuite.PublishAsync(world);
        world.Clock.Now = world.Clock.Now.AddDays(1);
        await PublishAsync(world, "Neglect", "policy");
        world.Clock.Now = world.Clock.Now.AddDays(1);
        await CascadeSuite.PublishAgainAsync(world, first);

        await using GovernanceDb db = world.Store.Read();
        LibraryFeed feed = (await LibraryFeed.FindAsync(db, PolicyWorld.Place)).Value;

        Assert.Equal(
            [("Missing children", 2), ("Missing children", 1), ("Neglect", 1)],
            feed.Entries.Select(entry => (entry.Title, entry.Version))
        );
        Assert.Equal(world.Clock.Now, feed.Updated);
        Assert.Equal(world.Clock.Now, feed.Entries[1].Superseded);
        Assert.Equal(3, feed.Entries.Select(entry => entry.Id).Distinct().Count());
        Assert.All(
            feed.Entries,
            entry => Assert.StartsWith("urn:uuid:", entry.Id, StringComparison.Ordinal)
        );
        Assert.Equal(
            feed.Entries.Select(entry => entry.Id),
            (await LibraryFeed.FindAsync(db, PolicyWorld.Place)).Value.Entries.Select(e => e.Id)
        );
        Assert.Equal(Refusal.NotFound, (await LibraryFeed.FindAsync(db, "nowhere")).Refusal);
    }

    [Fact]
    public async Task Certificate_BeforeTheCheckpoint_SaysThatTheProofIsPending()
    {
        await using PolicyWorld world = await OpenAsync();
        string policy = await CascadeSuite.PublishAsync(world);

        SignOffCertificate pending = await CertificateAsync(world, policy);
        CertificateVerdict before = CertificateVerifier.Verify(pending);
        await world.Store.Get<RecordTree>().CatchUpAsync(PolicyWorld.Place);
        SignOffCertificate whole = await CertificateAsync(world, policy);
        CertificateVerdict after = CertificateVerifier.Verify(whole);

        Assert.True(pending.ProofPending);
        Assert.Equal((null, true), (before.Misfit, before.Pending));
        Assert.False(whole.ProofPending);
        Assert.Equal((null, false), (after.Misfit, after.Pending));
        Assert.Equal(Seats.All, whole.Signatures.Select(signature => signature.Seat));
        Assert.Equal(4, whole.Entries.Count);
        string json = JsonSerializer.Serialize(whole, JsonSerializerOptions.Web);
        Assert.DoesNotContain("salt", json, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("object-", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificate_OfASupersededVersion_ProvesThatVersion()
    {
        await using PolicyWorld world = await OpenAsync();
        string policy = await CascadeSuite.PublishAsync(world);
        await CascadeSuite.PublishAgainAsync(world, policy);
        await world.Store.Get<RecordTree>().CatchUpAsync(PolicyWorld.Place);

        SignOffCertificate first = await CertificateAsync(world, policy, 1);
        SignOffCertificate second = await CertificateAsync(world, policy);

        Assert.Equal((1, 2), (first.Version, second.Version));
        Assert.NotEqual(first.Text.Hash, second.Text.Hash);
        Assert.Null(CertificateVerifier.Verify(first).Misfit);
        Assert.Null(CertificateVerifier.Verify(second).Misfit);
    }

    [Fact]
    public async Task Certificate_OfATextChangedInTheDatabase_DoesNotVerify()
    {
        await using PolicyWorld world = await OpenAsync();
        string policy = await CascadeSuite.PublishAsync(world);
        await world.Store.Get<RecordTree>().CatchUpAsync(PolicyWorld.Place);
        await world.TamperAsync(
            $"""UPDATE "PolicyVersion" SET "Body" = 'Anything else.' WHERE "PolicyId" = {policy}"""
        );

        CertificateVerdict verdict = CertificateVerifier.Verify(
            await CertificateAsync(world, policy)
        );

        Assert.StartsWith("the text has the hash", verdict.Misfit, StringComparison.Ordinal);
    }

    internal static async Task<SignOffCertificate> CertificateAsync(
        PolicyWorld world,
        string policy,
        int? number = null
    )
    {
        string slug = (await world.PolicyAsync(policy)).Slug;
        await using GovernanceDb db = world.Store.Read();
        Result<SignOffCertificate> found = await world
            .Store.Get<CertificateBook>()
            .FindAsync(db, slug, number);
        Assert.Null(found.Refusal);
        return found.Value;
    }

    private Task<PolicyWorld> OpenAsync() => PolicyWorld.OpenAsync(Open);

    private static async Task<string> PublishAsync(
        PolicyWorld world,
        string title,
        string documentClass
    )
    {
        Result<PolicySaved> created = await world
            .Store.Get<CreatePolicy>()
            .HandleAsync(
                new ActCaller("unit"),
                PolicyWorld.Place,
                new CreatePolicyBody(documentClass, title, "What we do.", "# Purpose")
            );
        Assert.Null(created.Refusal);
        await world.SignAllAsync(await world.OpenRoundAsync(created.Value.Id));
        return created.Value.Id;
    }

    private static async Task WithdrawAsync(PolicyWorld world, string policy) =>
        Assert.Null(
            (
                await world
                    .Store.Get<WithdrawPolicy>()
                    .HandleAsync(new ActCaller("unit"), policy, new WithdrawPolicyBody("Merged."))
            ).Refusal
        );

    private static async Task<string[]> TitlesAsync(
        PolicyWorld world,
        string? documentClass = null,
        string? words = null
    )
    {
        await using GovernanceDb db = world.Store.Read();
        return
        [
            .. (
                await LibraryBook.ListAsync(
                    db,
                    PolicyWorld.Place,
                    new LibraryQuery(documentClass, words)
                )
            ).Value.Items.Select(line => line.Title),
        ];
    }
}

public sealed class SqliteLibraryTests : LibrarySuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlLibraryTests : LibrarySuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
