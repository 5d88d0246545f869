using System.Net;
using AngleSharp.Dom;

namespace Governance.Tests.Host.Pages;

/// <summary>What surrounds every page: sessions, forms, and the answers that no page of its own gives.</summary>
public sealed class FrameTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Session_OfPages_IsNoKeyToTheApi_AndATokenNoneToPages()
    {
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        using HttpResponseMessage api = await officer.GetAsync("/api/me");
        using HttpClient byToken = await host.AsAsync("business-unit-officer");
        using HttpResponseMessage page = await byToken.GetAsync("/home");

        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
        // That client follows redirects: it was sent to sign in.
        Assert.Equal("/rehearsal", page.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task SignIn_LeadsBackToWhereOneWas_AndNowhereElse()
    {
        using PageVisitor visitor = PageVisitor.Anybody(host);
        using HttpResponseMessage sent = await visitor.GetAsync("/home?from=here");
        string signIn = sent.Headers.Location!.ToString();
        IDocument choose = await visitor.OpenAsync(signIn);
        using HttpResponseMessage back = await visitor.SendAsync(
            choose,
            "Be",
            ("person", "scrutineer")
        );
        IDocument elsewhere = await visitor.OpenAsync(
            "/rehearsal?returnUrl=https%3A%2F%2Fexample.org"
        );
        using HttpResponseMessage home = await visitor.SendAsync(
            elsewhere,
            "Be",
            ("person", "scrutineer")
        );

        Assert.Equal("/rehearsal?returnUrl=%2Fhome%3Ffrom%3Dhere", signIn);
        Assert.Equal("/home?from=here", back.Headers.Location!.ToString());
        Assert.Equal("/", home.Headers.Location!.ToString());
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        IDocument home = await officer.OpenAsync("/home");
        using HttpResponseMessage left = await officer.SendAsync(
            home.QuerySelectorAll<AngleSharp.Html.Dom.IHtmlFormElement>("header form[method=post]")
                .Single()
        );
        using HttpResponseMessage again = await officer.GetAsync("/home");

        Assert.Equal("/", left.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task Form_WithoutThisSitesToken_IsNotTaken_AndAPageSaysSo()
    {
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        IDocument page = await officer.OpenAsync("/rehearsal");
        using HttpResponseMessage answer = await officer.SendAsync(
            page,
            "Clock",
            ("__form", "forged")
        );
        IDocument said = await PageVisitor.ReadAsync(answer, HttpStatusCode.BadRequest);

        Assert.Equal(
            "This page was open for too long",
            said.QuerySelector("h1")!.TextContent.Trim()
        );
    }

    [Fact]
    public async Task Form_TooLarge_IsRefusedByAPage()
    {
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        IDocument page = await officer.OpenAsync("/rehearsal");
        using HttpResponseMessage answer = await officer.SendAsync(
            page,
            "Clock",
            ("time", new string('x', 3 * 1024 * 1024))
        );
        IDocument said = await PageVisitor.ReadAsync(answer, HttpStatusCode.RequestEntityTooLarge);

        Assert.Equal("This is too large", said.QuerySelector("h1")!.TextContent.Trim());
    }

    [Fact]
    public async Task Form_WithWhatIsWrong_KeepsItAndSaysWhere()
    {
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        IDocument page = await officer.OpenAsync("/rehearsal");
        using HttpResponseMessage answer = await officer.SendAsync(
            page,
            "Clock",
            ("date.day", "31"),
            ("date.month", "2"),
            ("time", "soon")
        );
        IDocument again = await PageVisitor.ReadAsync(answer, HttpStatusCode.UnprocessableEntity);

        Assert.StartsWith("Error: ", again.Title, StringComparison.Ordinal);
        Assert.Equal(
            [
                "The day must be a real date, such as 31 3 2027.",
                "The time must be like 17:00 or 17:00:01.",
            ],
            PageVisitor.ErrorsOf(again)
        );
        foreach (IElement link in again.QuerySelectorAll(".govuk-error-summary a"))
        {
            Assert.NotNull(again.QuerySelector(link.GetAttribute("href")!));
        }

        Assert.Equal("31", again.QuerySelector("#date")!.GetAttribute("value"));
        Assert.Equal("soon", again.QuerySelector("#time")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Cookies_AreForThisSiteAlone_AndNotForScript()
    {
        using PageVisitor visitor = PageVisitor.Anybody(host);
        IDocument choose = await visitor.OpenAsync("/rehearsal");
        using HttpResponseMessage answer = await visitor.SendAsync(
            choose,
            "Be",
            ("person", "scrutineer")
        );

        string cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("governance=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }
}
