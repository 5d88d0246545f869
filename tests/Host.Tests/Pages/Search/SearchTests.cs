using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Governance.Modules.Search;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Host.Pages.Search;

/// <summary>The search over a world with something of everything: whose page opens is found, and nothing else is.</summary>
public sealed class SearchTests(PageWorld world) : IClassFixture<PageWorld>
{
    private static readonly string[] People =
    [
        .. PageWorld.PersonOf.Values,
        PageWorld.Neighbour,
        "hospital-representative",
        "police-deputy",
    ];

    /// <summary>Kinds whose page is one subject's: it opens to the very people who find the text.</summary>
    private static readonly string[] OwnPage =
    [
        .. SearchKinds.All.Except([
            SearchKinds.Policy,
            SearchKinds.Workflow,
            SearchKinds.Person,
            SearchKinds.Agency,
            SearchKinds.Calendar,
            SearchKinds.Comment,
        ]),
    ];

    [Fact]
    public async Task Search_ByEverybodyInBothPartnerships_FindsExactlyWhatOpensToThem()
    {
        List<string> wrong = [];
        Dictionary<string, string> all = [];
        Dictionary<string, HashSet<string>> found = [];
        foreach (string person in People.Distinct())
        {
            found[person] = [];
            foreach (string partnership in (string[])["example", "neighbouring"])
            {
                foreach (JsonNode? hit in await AllAsync(person, partnership))
                {
                    string address = (string)hit!["address"]!;
                    found[person].Add(address);
                    all[address] = (string)hit["kind"]!;
                }
            }
        }

        Assert.True(all.Count > 60, $"Only {all.Count} addresses were found.");
        Assert.Empty(OwnPage.Except(all.Values).Except([SearchKinds.Undertaking]));
        foreach (string person in People.Distinct())
        {
            PageVisitor visitor = await world.VisitorAsync(person);
            foreach ((string address, string kind) in all)
            {
                bool isFound = found[person].Contains(address);
                if (!isFound && !OwnPage.Contains(kind))
                {
                    continue;
                }

                using HttpResponseMessage page = await visitor.GetAsync(address);
                if (isFound != (page.StatusCode == HttpStatusCode.OK))
                {
                    wrong.Add($"{person} {address}: found {isFound}, page {page.StatusCode}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Index_MadeAnew_IsTheOneThatTheActsOfThisWorldHaveWritten()
    {
        FillIndex fill = world.Services.GetRequiredService<FillIndex>();
        string[] written = await RowsAsync();
        Assert.Empty(
            SearchKinds
                .All.Except(written.Select(row => row.Split(' ')[0]))
                .Except([SearchKinds.Undertaking])
        );

        await world
            .Services.GetRequiredService<Upkeep>()
            .RunAsync(db => db.Database.ExecuteSqlAsync($"DELETE FROM \"SearchText\""));
        await fill.RebuildAsync();

        Assert.Equal(written, await RowsAsync());
    }

    [Fact]
    public async Task Drafts_OfTheScrutineer_AreInNobodysIndex()
    {
        using HttpClient scrutineer = await world.AsAsync("scrutineer");
        (
            await scrutineer.PostAsJsonAsync(
                "/api/partnerships/example/challenge-drafts",
                new { passphrase = Challenges.Passphrase, text = "sealedsecretword" }
            )
        ).EnsureSuccessStatusCode();

        await using GovernanceDb db = world
            .Services.GetRequiredService<IReadGovernance>()
            .OpenReader();
        Assert.False(
            await db.Set<SearchText>()
                .AnyAsync(text =>
                    text.Body.Contains("sealedsecretword")
                    || text.Title.Contains("sealedsecretword")
                )
        );
    }

    [Fact]
    public async Task Page_OfASearch_MarksTheWordsKeepsTheAddressAndSaysWhatToTry()
    {
        PageVisitor manager = await world.VisitorAsync("business-unit-manager");
        IDocument home = await manager.OpenAsync("/partnerships/example/policies");
        Assert.Equal(
            "/partnerships/example/search",
            home.QuerySelector("form.app-header__search")!.GetAttribute("action")
        );

        IDocument page = await manager.OpenAsync(
            "/partnerships/example/search?q=children&kind=policy"
        );
        Assert.NotEmpty(page.QuerySelectorAll(".app-result mark"));
        Assert.Equal("children", page.QuerySelector("input#q")!.GetAttribute("value"));
        Assert.Contains(
            page.QuerySelectorAll("select#kind option"),
            option =>
                option.HasAttribute("selected")
                && option.TextContent.StartsWith("Policy (", StringComparison.Ordinal)
        );

        IDocument none = await manager.OpenAsync("/partnerships/example/search?q=xyzzy");
        Assert.Equal("Nothing found", none.QuerySelector("[role=status]")!.TextContent);
        Assert.Contains("Try", none.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        IDocument wrong = await manager.OpenAsync("/partnerships/example/search?q=a&from=32.1");
        Assert.NotNull(wrong.QuerySelector(".govuk-error-summary"));
    }

    [Fact]
    public async Task View_KeptFromASearch_IsRunAgainByOneClickAndDeleted()
    {
        PageVisitor member = await world.VisitorAsync("group-member-one");
        IDocument page = await member.OpenAsync("/partnerships/example/search?q=children");
        string keep = page.QuerySelectorAll("a")
            .Single(link => link.TextContent == "Keep this search")
            .GetAttribute("href")!;
        IDocument form = await member.OpenAsync(keep);
        IDocument kept = await member.SendAndFollowAsync(form, null, ("name", "Children"));
        IElement again = kept.QuerySelectorAll("table a")[0];
        Assert.Equal(
            ("Children", "/partnerships/example/search?q=children"),
            (again.TextContent, again.GetAttribute("href"))
        );

        IDocument one = await member.OpenAsync(
            kept.QuerySelectorAll("table a")[^1].GetAttribute("href")!
        );
        IDocument renamed = await member.SendAndFollowAsync(
            one,
            "rename",
            ("name", "Our children")
        );
        Assert.Contains(
            "Our children",
            renamed.QuerySelector("table")!.TextContent,
            StringComparison.Ordinal
        );
        IDocument gone = await member.SendAndFollowAsync(one, "delete");
        Assert.Null(gone.QuerySelector("table"));
    }

    private async Task<JsonArray> AllAsync(string person, string partnership)
    {
        using HttpClient client = await world.AsAsync(person);
        JsonArray all = [];
        string? next = null;
        do
        {
            using HttpResponseMessage answer = await client.GetAsync(
                $"/api/partnerships/{partnership}/search?earlier=true&take=200{(next is null ? "" : "&after=" + next)}"
            );
            if (answer.StatusCode == HttpStatusCode.NotFound)
            {
                return [];
            }

            JsonObject page = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
            foreach (JsonNode? item in page["items"]!.AsArray())
            {
                all.Add(item!.DeepClone());
            }

            next = (string?)page["next"];
        } while (next is not null);

        return all;
    }

    private async Task<string[]> RowsAsync()
    {
        await using GovernanceDb db = world
            .Services.GetRequiredService<IReadGovernance>()
            .OpenReader();
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
