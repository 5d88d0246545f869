using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Governance.Tests.Shared;

namespace Governance.Tests.Host.SignIn;

/// <summary>What a token lets its holder ask for: scopes of people, roles of programs, and what no program ever does.</summary>
public sealed partial class EntraTests
{
    [Fact]
    public async Task Token_ForReadingAlone_ReadsAndChangesNothing()
    {
        using HttpClient reader = await world.ClientAsync(
            OpenIdProvider.Council,
            SignInWorld.Officer,
            claims => claims["scp"] = "read_as_user"
        );

        using HttpResponseMessage read = await reader.GetAsync(
            "/api/partnerships/example/policies"
        );
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Task<HttpResponseMessage> written = reader.PostAsJsonAsync(
            "/api/partnerships/example/policies",
            new { title = "No" }
        );
        await written.ProblemAsync(HttpStatusCode.Forbidden, "sign-in.scope");
        Assert.Contains(
            "insufficient_scope",
            (await written).Headers.WwwAuthenticate.ToString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("profile", null)]
    [InlineData(null, "Something.Else")]
    [InlineData(null, null)]
    public async Task Token_WithoutAScopeOrRoleOfOurs_Is401(string? scope, string? role)
    {
        using HttpClient client = await MachineAsync(role, scope);

        await client
            .GetAsync("/api/me")
            .ProblemAsync(HttpStatusCode.Unauthorized, "sign-in.needed");
    }

    [Fact]
    public async Task Machine_ThatIsNotListed_Is401()
    {
        using HttpClient client = await world.ClientAsync(
            OpenIdProvider.Council,
            "b0000000-0000-0000-0000-00000000000f",
            claims => AsMachine(claims, "Governance.Write.All", null)
        );

        await client
            .GetAsync("/api/me")
            .ProblemAsync(HttpStatusCode.Unauthorized, "sign-in.needed");
    }

    [Fact]
    public async Task Machine_OnceAppointed_DraftsAndNeverDecides()
    {
        using HttpClient machine = await MachineAsync("Governance.Write.All");
        using HttpClient reader = await MachineAsync("Governance.Read.All");
        using HttpResponseMessage first = await machine.GetAsync("/api/me");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using HttpClient officer = await world.ClientAsync(
            OpenIdProvider.Council,
            SignInWorld.Officer
        );
        await AppointMachineAsync(officer, "businessUnit");
        await AppointMachineAsync(officer, "statutoryPartner", "localAuthority", "deputy");

        JsonObject policy = await machine
            .PostAsJsonAsync(
                "/api/partnerships/example/policies",
                new
                {
                    @class = "policy",
                    title = "Drafted by a program",
                    summary = "What we do together.",
                    body = "# Purpose\n\nEvery child is seen.\n",
                }
            )
            .JsonAsync();

        await reader
            .PostAsJsonAsync("/api/partnerships/example/policies", new { title = "No" })
            .ProblemAsync(HttpStatusCode.Forbidden, "sign-in.scope");
        JsonObject round = await world.OpenRoundAsync("Signed by no program");
        await machine
            .PostAsJsonAsync(
                $"/api/sign-offs/{round["id"]}/signatures",
                new { seat = "localAuthority", hash = (string)round["hash"]! }
            )
            .ProblemAsync(HttpStatusCode.Forbidden, "duties.only-people");
        await machine
            .PostAsJsonAsync($"/api/policies/{policy["id"]}/sign-off", new { })
            .ProblemAsync(HttpStatusCode.Forbidden, "duties.only-people");
        await machine
            .PostAsJsonAsync("/api/partnerships/example/appointments", new { })
            .ProblemAsync(HttpStatusCode.Forbidden, "duties.only-people");
        string record = await officer.GetStringAsync("/api/partnerships/example/record?take=200");
        Assert.Contains("duties.only-people", record, StringComparison.Ordinal);
        Assert.Contains(SignInWorld.Machine, record, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrator_OfANewInstallation_IsNamedByCommandOnce()
    {
        string[] command =
        [
            "bootstrap",
            $"--tenant={OpenIdProvider.Council}",
            "--object=c0000000-0000-0000-0000-000000000001",
            "--partnership=example",
        ];

        (int named, string first) = await world.RunAsync(command);
        (int again, string second) = await world.RunAsync(command);
        (int halfway, string third) = await world.RunAsync("bootstrap", "--partnership=example");

        Assert.True(named == 0, first);
        Assert.Equal(1, again);
        Assert.Contains("administrator.named", second, StringComparison.Ordinal);
        Assert.Equal(2, halfway);
        Assert.Contains("--object", third, StringComparison.Ordinal);
        using HttpClient officer = await world.ClientAsync(
            OpenIdProvider.Council,
            SignInWorld.Officer
        );
        string record = await officer.GetStringAsync("/api/partnerships/example/record?take=200");
        Assert.Contains("administrator.name-first", record, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scrutineer", null, "appointment.scrutineer-of-a-partner")]
    [InlineData("statutoryPartner", "integratedCareBoard", "appointment.another-bodys-directory")]
    public async Task Appointment_OfSomebodyOfAPartnersDirectory_IsHeldToIt(
        string role,
        string? seat,
        string code
    )
    {
        using HttpClient officer = await world.ClientAsync(
            OpenIdProvider.Council,
            SignInWorld.Officer
        );
        using PageVisitorByProvider visitor = world.NewVisitor();
        AngleSharp.Dom.IDocument page = await visitor.SignInAsync(
            OpenIdProvider.Police,
            SignInWorld.Constable
        );

        await officer
            .PostAsJsonAsync(
                "/api/partnerships/example/appointments",
                new
                {
                    person = page.QuerySelector("main code")!.TextContent,
                    role,
                    seat,
                    level = seat is null ? null : "deputy",
                    from = "2020-04-01",
                }
            )
            .ProblemAsync(HttpStatusCode.Conflict, code);
    }

    [Fact]
    public async Task Guest_OfTheScrutineersDirectoryWhoseHomeIsAPartners_IsNotLetIn()
    {
        using PageVisitorByProvider visitor = world.NewVisitor();
        await visitor.SignInAsync(OpenIdProvider.Scrutiny, SignInWorld.GuestOfPolice);
        Assert.Equal("/sign-in/problem/guest-of-a-partner", visitor.At);
        Assert.Null(visitor.Session);

        using HttpClient client = await world.ClientAsync(
            OpenIdProvider.Scrutiny,
            SignInWorld.Scrutineer,
            claims => claims["idp"] = $"https://sts.windows.net/{OpenIdProvider.Police}/"
        );
        await client
            .GetAsync("/api/me")
            .ProblemAsync(HttpStatusCode.Unauthorized, "sign-in.needed");
    }

    private static Task<JsonObject> AppointMachineAsync(
        HttpClient officer,
        string role,
        string? seat = null,
        string? level = null
    ) =>
        officer
            .PostAsJsonAsync(
                "/api/partnerships/example/appointments",
                new
                {
                    person = SignInWorld.Machine,
                    role,
                    seat,
                    level,
                    from = "2020-04-01",
                }
            )
            .JsonAsync();

    private Task<HttpClient> MachineAsync(string? role, string? scope = null) =>
        world.ClientAsync(
            OpenIdProvider.Council,
            SignInWorld.MachineObject,
            claims => AsMachine(claims, role, scope)
        );

    private static void AsMachine(JsonObject claims, string? role, string? scope)
    {
        claims.Remove("auth_time");
        claims.Remove("scp");
        if (scope is not null)
        {
            claims["scp"] = scope;
        }

        if (role is not null)
        {
            claims["idtyp"] = "app";
            claims["roles"] = new JsonArray(role);
        }
    }
}
