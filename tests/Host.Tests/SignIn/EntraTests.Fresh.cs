using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Governance.Tests.Shared;

namespace Governance.Tests.Host.SignIn;

/// <summary>Signing, rejecting and ending a challenge need somebody who showed a short while ago that it is they.</summary>
public sealed partial class EntraTests
{
    /// <summary>What the page about cookies names and only the way to a provider sets.</summary>
    public static readonly string[] CookiesOnTheWay = ["governance-kept", "governance-signing-in-"];

    private const int Stale = 3_600;

    [Fact]
    public async Task Signature_WithASessionLeftOpen_AsksAgainAndIsConfirmed()
    {
        JsonObject round = await world.OpenRoundAsync("Signed after a while");
        string page = $"/sign-offs/{round["id"]}/sign";
        using PageVisitorByProvider visitor = await LeftOpenAsync(
            OpenIdProvider.Police,
            SignInWorld.PoliceDelegate,
            page
        );

        IDocument again = await visitor.SendAndAuthenticateAsync(
            await visitor.FollowAsync(page),
            null
        );

        Assert.Equal(page, visitor.At);
        Assert.Contains(
            visitor.Ways,
            way =>
                way.Query.Contains("prompt=login", StringComparison.Ordinal)
                && way.Query.Contains("max_age=0", StringComparison.Ordinal)
        );
        Assert.Contains(
            "Nothing is done yet",
            again.QuerySelector(".govuk-notification-banner")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(0, await SignaturesAsync(round));

        await visitor.SendAsync(again, null);
        Assert.EndsWith("/sign/confirmation", visitor.At, StringComparison.Ordinal);
        Assert.Equal(1, await SignaturesAsync(round));
    }

    [Fact]
    public async Task Rejection_WithASessionLeftOpen_KeepsEveryWordOfTheReason()
    {
        JsonObject round = await world.OpenRoundAsync("Rejected after a while");
        string page = $"/sign-offs/{round["id"]}/reject";
        using PageVisitorByProvider visitor = await LeftOpenAsync(
            OpenIdProvider.Police,
            SignInWorld.PoliceDelegate,
            page
        );
        string reason = string.Concat(
            Enumerable.Range(0, 130).Select(number => $"Word {number}: не так – ")
        );

        IDocument again = await visitor.SendAndAuthenticateAsync(
            await visitor.FollowAsync(page),
            "Check",
            ("Reason", reason)
        );

        Assert.Equal("Check your rejection", again.QuerySelector("h1")!.TextContent);
        Assert.Contains(
            reason.TrimEnd(),
            again.QuerySelector(".app-said")!.TextContent,
            StringComparison.Ordinal
        );
        await visitor.SendAsync(again, "Reject");
        Assert.All(
            CookiesOnTheWay,
            name =>
                Assert.Contains(
                    visitor.CookiesSet,
                    set => set.StartsWith(name, StringComparison.Ordinal)
                )
        );
        Assert.Equal("rejected", (string?)(await RoundAsync(round))["state"]);
    }

    [Fact]
    public async Task Authentication_ThatIsAnothersOrTooOld_LetsNothingThrough()
    {
        JsonObject round = await world.OpenRoundAsync("Signed by nobody");
        string page = $"/sign-offs/{round["id"]}/sign";
        using PageVisitorByProvider visitor = await LeftOpenAsync(
            OpenIdProvider.Police,
            SignInWorld.PoliceDelegate,
            page
        );
        IDocument sign = await visitor.FollowAsync(page);

        visitor.ForgetAtProvider();
        await world.Provider.BehaveAsync(new { login = SignInWorld.PoliceLead });
        await visitor.SendAndAuthenticateAsync(sign, null);
        Assert.Equal("/sign-in/problem/somebody-else", visitor.At);

        visitor.ForgetAtProvider();
        await world.Provider.BehaveAsync(
            new { login = SignInWorld.PoliceDelegate, fault = "no-time" }
        );
        await visitor.SendAndAuthenticateAsync(sign, null);
        Assert.Equal("/sign-in/problem/not-fresh", visitor.At);

        await world.Provider.BehaveAsync(new { fault = "old-time" });
        await visitor.SendAndAuthenticateAsync(sign, null);
        Assert.Equal("/sign-in/problem/not-fresh", visitor.At);
        Assert.Equal(0, await SignaturesAsync(round));
    }

    [Theory]
    [InlineData(Stale)]
    [InlineData(null)]
    public async Task Signature_WithATokenOfAnOldAuthentication_Is401AsRfc9470Says(int? ago)
    {
        JsonObject round = await world.OpenRoundAsync("Signed by program");
        using HttpClient client = await world.ClientAsync(
            OpenIdProvider.Police,
            SignInWorld.PoliceDelegate,
            claims =>
            {
                if (ago is { } seconds)
                {
                    claims["auth_time"] = (long)claims["auth_time"]! - seconds;
                }
                else
                {
                    claims.Remove("auth_time");
                }
            }
        );

        Task<HttpResponseMessage> answer = client.PostAsJsonAsync(
            $"/api/sign-offs/{round["id"]}/signatures",
            new { seat = "police", hash = (string)round["hash"]! }
        );

        await answer.ProblemAsync(HttpStatusCode.Unauthorized, "sign-in.not-fresh");
        string challenge = (await answer).Headers.WwwAuthenticate.ToString();
        Assert.Contains("insufficient_user_authentication", challenge, StringComparison.Ordinal);
        Assert.Contains("max_age=\"900\"", challenge, StringComparison.Ordinal);
        Assert.Equal(0, await SignaturesAsync(round));
    }

    [Fact]
    public async Task Closure_OfAChallengeWithASessionLeftOpen_AsksAgainAndIsConfirmed()
    {
        JsonObject challenge = await RaiseAsync();
        string page = $"/challenges/{challenge["id"]}/closure";
        using PageVisitorByProvider visitor = await LeftOpenAsync(
            OpenIdProvider.Scrutiny,
            SignInWorld.Scrutineer,
            page
        );

        IDocument again = await visitor.SendAndAuthenticateAsync(
            await visitor.FollowAsync(page),
            "Check",
            ("Reason", "The plan is there.")
        );

        Assert.Equal("open", await StateAsync(challenge));
        Assert.Contains("The plan is there.", again.Body!.TextContent, StringComparison.Ordinal);
        await visitor.SendAsync(again, "Send");
        Assert.Equal("closed", await StateAsync(challenge));
    }

    [Fact]
    public async Task Closure_WithATokenOfAnOldAuthentication_Is401AndTheChallengeStaysOpen()
    {
        JsonObject challenge = await RaiseAsync();
        using HttpClient client = await world.ClientAsync(
            OpenIdProvider.Scrutiny,
            SignInWorld.Scrutineer,
            claims => claims["auth_time"] = (long)claims["auth_time"]! - Stale
        );

        await client
            .PostAsJsonAsync(
                $"/api/challenges/{challenge["id"]}/closure",
                new { reason = "The plan is there." }
            )
            .ProblemAsync(HttpStatusCode.Unauthorized, "sign-in.not-fresh");

        Assert.Equal("open", await StateAsync(challenge));
    }

    private async Task<JsonObject> RaiseAsync()
    {
        using HttpClient scrutineer = await world.ClientAsync(
            OpenIdProvider.Scrutiny,
            SignInWorld.Scrutineer
        );
        return await scrutineer
            .PostAsJsonAsync("/api/partnerships/example/challenges", Challenges.Missing)
            .JsonAsync();
    }

    private async Task<string?> StateAsync(JsonObject challenge)
    {
        using HttpClient scrutineer = await world.ClientAsync(
            OpenIdProvider.Scrutiny,
            SignInWorld.Scrutineer
        );
        return (string?)
            (await scrutineer.GetAsync($"/api/challenges/{challenge["id"]}").JsonAsync())["state"];
    }

    /// <summary>Somebody who signed in an hour ago, after which the provider asks anew.</summary>
    private async Task<PageVisitorByProvider> LeftOpenAsync(
        string tenant,
        string objectId,
        string page
    )
    {
        await world.Provider.BehaveAsync(new { authenticatedBefore = Stale });
        PageVisitorByProvider visitor = world.NewVisitor();
        await visitor.SignInAsync(tenant, objectId, page);
        await world.Provider.BehaveAsync(new { authenticatedBefore = 0 });
        return visitor;
    }

    private async Task<JsonObject> RoundAsync(JsonObject round)
    {
        using HttpClient officer = await world.ClientAsync(
            OpenIdProvider.Council,
            SignInWorld.Officer
        );
        return await officer.GetAsync($"/api/sign-offs/{round["id"]}").JsonAsync();
    }

    private async Task<int> SignaturesAsync(JsonObject round) =>
        (await RoundAsync(round))["seats"]!.AsArray().Count(seat => seat!["signature"] is not null);
}
