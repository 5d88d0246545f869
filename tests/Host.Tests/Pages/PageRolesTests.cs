using System.Net;
using AngleSharp.Dom;
using Governance.Contracts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Host.Pages;

/// <summary>Every page × every role, nobody, and somebody of another partnership; and what every page has in common.</summary>
public sealed class PageRolesTests(PageWorld world) : IClassFixture<PageWorld>
{
    public static TheoryData<int, string> PagesAndRoles()
    {
        var data = new TheoryData<int, string>();
        for (int row = 0; row < PageRows.All.Count; row++)
        {
            foreach (string role in Roles.All)
            {
                data.Add(row, role);
            }
        }

        return data;
    }

    public static TheoryData<int> Pages() => [.. Enumerable.Range(0, PageRows.All.Count)];

    [Fact]
    public void Rows_NameEveryPage()
    {
        string[] pages =
        [
            .. world
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(endpoint =>
                    endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null
                )
                .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/'))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

        Assert.Equal(
            pages,
            PageRows
                .All.Select(row => row.Page)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(PagesAndRoles))]
    public async Task Page_ForARole_IsOpenExactlyAsItsRowSays(int row, string role)
    {
        PageRow page = PageRows.All[row];
        PageVisitor visitor = await world.VisitorAsync(PageWorld.PersonOf[role]);

        using HttpResponseMessage answer = await visitor.GetAsync(world.At(page.Address));

        // The delegate who chairs also holds a seat, and sees what either sees.
        bool isOpen =
            page.Open.Contains(role)
            || (role == Roles.PartnershipChair && page.Open.Contains(Roles.StatutoryPartner));
        HttpStatusCode expected = isOpen ? page.Shows : page.Otherwise;
        Assert.True(
            answer.StatusCode == expected,
            $"{page.Address} for {role}: {(int)answer.StatusCode} instead of {(int)expected}"
        );
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_ForNobody_IsOpenWhenPublic_ElseLeadsToSignIn(int row)
    {
        PageRow page = PageRows.All[row];
        PageVisitor nobody = await world.VisitorAsync(null);

        using HttpResponseMessage answer = await nobody.GetAsync(world.At(page.Address));

        if (page.IsPublic)
        {
            Assert.True((int)answer.StatusCode is 200 or 302 or 404);
            return;
        }

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith(
            "/rehearsal?returnUrl=",
            answer.Headers.Location!.ToString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_ForSomebodyOfAnotherPartnership_IsAsIfItWereNotThere(int row)
    {
        PageRow page = PageRows.All[row];
        if (page.IsPublic || page.IsEverybodys)
        {
            return;
        }

        PageVisitor neighbour = await world.VisitorAsync(PageWorld.Neighbour);
        using HttpResponseMessage answer = await neighbour.GetAsync(world.At(page.Address));
        IDocument there = await PageVisitor.ReadAsync(answer, HttpStatusCode.NotFound);
        IDocument nowhere = await neighbour.OpenAsync("/no-such-page", HttpStatusCode.NotFound);

        Assert.Equal(
            nowhere.QuerySelector("main")!.TextContent,
            there.QuerySelector("main")!.TextContent
        );
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_HasTitleLandmarksOneHeadingAndNothingInline(int row)
    {
        PageRow row_ = PageRows.All[row];
        string role = Roles.All.First(row_.Open.Contains);
        PageVisitor visitor = await world.VisitorAsync(PageWorld.PersonOf[role]);
        using HttpResponseMessage answer = await visitor.GetAsync(world.At(row_.Address));
        if (answer.StatusCode == HttpStatusCode.Redirect)
        {
            return;
        }

        IDocument page = await PageVisitor.ReadAsync(answer, row_.Shows);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.EndsWith("– Partnership governance", page.Title, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main#main-content"));
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src]), [onclick]"));
        foreach (IElement form in page.QuerySelectorAll("form[method=post]"))
        {
            Assert.NotNull(form.QuerySelector("input[name=__form]"));
        }
    }
}
