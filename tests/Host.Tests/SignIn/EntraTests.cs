using AngleSharp.Dom;
using Governance.Tests.Shared;

namespace Governance.Tests.Host.SignIn;

/// <summary>Browsers sign in at a real provider: what lets somebody in, and everything that does not.</summary>
[Collection(ReleaseCollection.Name)]
public sealed partial class EntraTests(SignInWorld world)
    : IClassFixture<SignInWorld>,
        IAsyncLifetime
{
    public Task InitializeAsync() =>
        world.Provider.BehaveAsync(
            new
            {
                login = SignInWorld.PoliceDelegate,
                fault = (string?)null,
                down = false,
                authenticatedBefore = 0,
                membership = new { groups = new[] { SignInWorld.BoardGroup } },
            }
        );

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task SignIn_ByTheOrganisationsAccount_LeadsBackToWhereOneWas()
    {
        using PageVisitorByProvider visitor = world.NewVisitor();

        IDocument choice = await visitor.FollowAsync("/tasks?subject=none");
        IElement police = choice
            .QuerySelectorAll("main a")
            .Single(link => link.TextContent == "Example Police");
        IDocument home = await visitor.FollowAsync(police.GetAttribute("href")!);

        Assert.Equal("/tasks?subject=none", visitor.At);
        Assert.Contains(
            "Assistant Chief Constable",
            home.QuerySelector("header")!.TextContent,
            StringComparison.Ordinal
        );
        Uri provider = visitor.Ways.First(way =>
            way.AbsolutePath.EndsWith("/auth", StringComparison.Ordinal)
        );
        Assert.Contains("code_challenge_method=S256", provider.Query, StringComparison.Ordinal);
        Assert.Contains("nonce=", provider.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_ASecondTime_MakesAnotherSession()
    {
        using PageVisitorByProvider visitor = world.NewVisitor();
        await visitor.SignInAsync(OpenIdProvider.Police, SignInWorld.PoliceDelegate);
        string? first = visitor.Session;

        await visitor.SignInAsync(OpenIdProvider.Police, SignInWorld.PoliceDelegate);

        Assert.NotNull(first);
        Assert.NotEqual(first, visitor.Session);
        Assert.True(first.Length < 1_000, "A session holds a person and no token.");
    }

    [Theory]
    [InlineData("tampered")]
    [InlineData("unsigned")]
    [InlineData("another-key")]
    [InlineData("nonce")]
    [InlineData("audience")]
    [InlineData("issuer")]
    [InlineData("tenant")]
    [InlineData("expired")]
    [InlineData("not-yet")]
    public async Task SignIn_WithAnIdTokenThatDoesNotHold_LetsNobodyIn(string fault)
    {
        await world.Provider.BehaveAsync(new { fault });
        using PageVisitorByProvider visitor = world.NewVisitor();

        IDocument page = await visitor.SignInAsync(
            OpenIdProvider.Police,
            SignInWorld.PoliceDelegate
        );

        Assert.Equal("/sign-in/problem/failed", visitor.At);
        Assert.Equal("You could not be signed in", page.QuerySelector("h1")!.TextContent);
        Assert.Null(visitor.Session);
    }

    [Fact]
    public async Task SignIn_WithAClockALittleOut_IsTaken()
    {
        await world.Provider.BehaveAsync(new { fault = "expired-within-skew" });
        using PageVisitorByProvider visitor = world.NewVisitor();

        await visitor.SignInAsync(OpenIdProvider.Police, SignInWorld.PoliceDelegate);

        Assert.Equal("/home", visitor.At);
    }

    [Fact]
    public async Task SignIn_OfADirectoryThatIsNotAllowed_IsNotBegun()
    {
        using PageVisitorByProvider visitor = world.NewVisitor();

        await visitor.SignInAsync(OpenIdProvider.Stranger, SignInWorld.PoliceDelegate);

        Assert.Equal("/sign-in/problem/not-allowed?returnUrl=%2Fhome", visitor.At);
        Assert.DoesNotContain(
            visitor.Ways,
            way => way.Authority == world.Provider.Address.Authority
        );
    }

    [Fact]
    public async Task Callback_ASecondTimeOrInAnotherBrowser_LetsNobodyIn()
    {
        using PageVisitorByProvider visitor = world.NewVisitor();
        string callback = await visitor.CallbackAsync(
            $"/sign-in/to/{OpenIdProvider.Police}?returnUrl=/home"
        );

        using PageVisitorByProvider other = world.NewVisitor();
        await other.FollowAsync(callback);
        Assert.Equal("/sign-in/problem/expired", other.At);
        Assert.Null(other.Session);

        await visitor.FollowAsync(callback);
        Assert.Equal("/home", visitor.At);
        await visitor.FollowAsync(callback);
        Assert.Equal("/sign-in/problem/expired", visitor.At);

        // The code was spent with its state: a state of one's own does not bring it back.
        string state = await other.CallbackAsync($"/sign-in/to/{OpenIdProvider.Police}");
        string code = QueryOf(callback, "code");
        await other.FollowAsync($"/sign-in/callback?code={code}&state={QueryOf(state, "state")}");
        Assert.Equal("/sign-in/problem/failed", other.At);
        Assert.Null(other.Session);
    }

    [Fact]
    public async Task SignIn_ToAnApplicationWithACertificate_NeedsNoSecret()
    {
        await using HostProcess host = await world.StartByCertificateAsync();
        using PageVisitorByProvider visitor = new(world, host.Address);

        await visitor.SignInAsync(OpenIdProvider.Police, SignInWorld.Constable);

        Assert.Equal("/sign-in/not-appointed", visitor.At);
    }

    [Fact]
    public async Task SignIn_ThatThePersonRefuses_SaysSo()
    {
        using PageVisitorByProvider visitor = world.NewVisitor();

        await visitor.SignInAsync(OpenIdProvider.Police, "refuses");

        Assert.Equal("/sign-in/problem/refused", visitor.At);
        Assert.Null(visitor.Session);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task SignIn_ToReturnElsewhere_ReturnsToTheStart(string returnUrl)
    {
        using PageVisitorByProvider visitor = world.NewVisitor();

        await visitor.SignInAsync(OpenIdProvider.Police, SignInWorld.PoliceDelegate, returnUrl);

        Assert.DoesNotContain(visitor.Ways, way => way.Host == "evil.example");
        Assert.Equal("/home", visitor.At);
    }

    [Fact]
    public async Task SignIn_OfSomebodyWithoutAnAppointment_SaysWhatToDo()
    {
        using PageVisitorByProvider visitor = world.NewVisitor();

        IDocument page = await visitor.SignInAsync(OpenIdProvider.Police, SignInWorld.Constable);

        Assert.Equal("/sign-in/not-appointed", visitor.At);
        string reference = page.QuerySelector("main code")!.TextContent;
        using HttpClient officer = await world.ClientAsync(
            OpenIdProvider.Council,
            SignInWorld.Officer
        );
        string found = await (
            await officer.PostTextAsync(
                "/api/partnerships/example/people/find",
                $"{{\"find\":\"{reference}\"}}"
            )
        ).Content.ReadAsStringAsync();
        Assert.Contains("Constable", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_ThatChangesItsKey_IsFollowed()
    {
        using PageVisitorByProvider visitor = world.NewVisitor();
        await visitor.SignInAsync(OpenIdProvider.Police, SignInWorld.PoliceDelegate);

        await world.Provider.ChangeKeyAsync();

        using PageVisitorByProvider later = world.NewVisitor();
        await later.SignInAsync(OpenIdProvider.Police, SignInWorld.PoliceDelegate);
        Assert.Equal("/home", later.At);
    }

    [Fact]
    public async Task Provider_ThatDoesNotAnswer_StopsNobodyWhoIsSignedIn()
    {
        using PageVisitorByProvider signedIn = world.NewVisitor();
        await signedIn.SignInAsync(OpenIdProvider.Police, SignInWorld.PoliceDelegate);
        using PageVisitorByProvider under = world.NewVisitor();
        string callback = await under.CallbackAsync($"/sign-in/to/{OpenIdProvider.Police}");
        await world.Provider.BehaveAsync(new { down = true });

        await signedIn.FollowAsync("/tasks");
        Assert.Equal("/tasks", signedIn.At);
        await under.FollowAsync(callback);
        Assert.Equal("/sign-in/problem/unreachable", under.At);
        using PageVisitorByProvider first = world.NewVisitor();
        await first.FollowAsync($"/sign-in/to/{OpenIdProvider.Board}");
        Assert.StartsWith("/sign-in/problem/unreachable", first.At, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_EndsTheSessionAndOffersTheOrganisations()
    {
        using PageVisitorByProvider visitor = world.NewVisitor();
        IDocument home = await visitor.SignInAsync(
            OpenIdProvider.Police,
            SignInWorld.PoliceDelegate
        );
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)
            home.QuerySelector("header form[action='/sign-out']")!;

        using HttpResponseMessage answer = await visitor.SendAsync(form);
        IDocument page = await visitor.FollowAsync(answer.Headers.Location!.ToString());

        Assert.Equal($"/signed-out?from={OpenIdProvider.Police}", visitor.At);
        await visitor.FollowAsync("/home");
        Assert.StartsWith("/sign-in?", visitor.At, StringComparison.Ordinal);
        string atProvider = page.QuerySelector("main a")!.GetAttribute("href")!;
        await visitor.FollowAsync(atProvider);
        Assert.EndsWith("/session/end", visitor.Ways[^1].AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_OfSignIns_HoldNothingPersonal()
    {
        using PageVisitorByProvider visitor = world.NewVisitor();
        await visitor.SignInAsync(OpenIdProvider.Police, SignInWorld.PoliceDelegate);
        await world.Provider.BehaveAsync(new { fault = "audience" });
        await visitor.SignInAsync(OpenIdProvider.Police, SignInWorld.PoliceDelegate);

        Assert.Contains(
            world.Host.Output,
            line => line.Contains("An ID token was refused", StringComparison.Ordinal)
        );
        foreach (
            string personal in (string[])
                [
                    SignInWorld.PoliceDelegate,
                    "Chief Constable",
                    "@example.org",
                    "code=",
                    "state=",
                    "eyJ",
                ]
        )
        {
            Assert.DoesNotContain(
                world.Host.Output,
                line => line.Contains(personal, StringComparison.OrdinalIgnoreCase)
            );
        }
    }

    private static string QueryOf(string address, string name) =>
        address
            .Split('?')[1]
            .Split('&')
            .Single(part => part.StartsWith(name + "=", StringComparison.Ordinal))[
            (name.Length + 1)..
        ];
}
