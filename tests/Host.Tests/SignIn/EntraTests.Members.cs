using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Governance.Tests.Shared;

namespace Governance.Tests.Host.SignIn;

/// <summary>Where a directory's groups are listed, its people carry one of them at each sign-in and on each token.</summary>
public sealed partial class EntraTests
{
    [Fact]
    public async Task Member_IsLetIn_AndOneWhoWasTakenOutOfTheGroupIsTold()
    {
        using PageVisitorByProvider visitor = world.NewVisitor();
        await visitor.SignInAsync(OpenIdProvider.Board, SignInWorld.BoardDelegate);
        Assert.Equal("/home", visitor.At);

        await world.Provider.BehaveAsync(
            new { membership = new { groups = Array.Empty<string>() } }
        );
        using PageVisitorByProvider later = world.NewVisitor();
        IDocument page = await later.SignInAsync(OpenIdProvider.Board, SignInWorld.BoardDelegate);

        Assert.Equal("/sign-in/problem/not-a-member", later.At);
        Assert.Contains("has not let you in", page.QuerySelector("h1")!.TextContent);
        Assert.Null(later.Session);

        // Whoever shows once more that they are there, and is in no group any more, keeps no session either.
        await visitor.FollowAsync("/sign-in/authenticate");
        Assert.Equal("/sign-in/problem/not-a-member", visitor.At);
        await visitor.FollowAsync("/home");
        Assert.StartsWith("/sign-in?", visitor.At, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_OfMoreGroupsThanFit_IsToldWhatTheAdministratorHasToDo()
    {
        await world.Provider.BehaveAsync(new { membership = new { hasgroups = true } });
        using PageVisitorByProvider visitor = world.NewVisitor();

        IDocument page = await visitor.SignInAsync(OpenIdProvider.Board, SignInWorld.BoardDelegate);

        Assert.Equal("/sign-in/problem/too-many-groups", visitor.At);
        Assert.Contains(
            "assign the groups to the application",
            page.QuerySelector("main")!.TextContent
        );
    }

    [Fact]
    public async Task Token_OfAMemberByGroupOrRole_IsTaken_AndOthersAreRefusedByName()
    {
        Assert.Equal("ok", await CodeAsync(claims => claims["groups"] = Groups()));
        Assert.Equal("ok", await CodeAsync(claims => claims["roles"] = Roles()));
        Assert.Equal("sign-in.not-a-member", await CodeAsync(_ => { }));
        Assert.Equal(
            "sign-in.too-many-groups",
            await CodeAsync(claims =>
                claims["_claim_names"] = new JsonObject { ["groups"] = "src1" }
            )
        );

        static JsonArray Groups() => [SignInWorld.BoardGroup.ToUpperInvariant()];
        static JsonArray Roles() => ["Partnership.Member"];
    }

    private async Task<string> CodeAsync(Action<JsonObject> change)
    {
        using HttpClient client = await world.ClientAsync(
            OpenIdProvider.Board,
            SignInWorld.BoardDelegate,
            change
        );
        Task<HttpResponseMessage> answer = client.GetAsync("/api/me");
        return (await answer).StatusCode == HttpStatusCode.OK
            ? "ok"
            : (string)(await (await answer).Content.ReadFromJsonAsync<JsonObject>())!["code"]!;
    }
}
