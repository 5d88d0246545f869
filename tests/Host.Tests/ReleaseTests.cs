using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Governance.Tests.Shared;

namespace Governance.Tests.Host;

/// <summary>What ships: no rehearsal in it, and no start without sign-in.</summary>
[Collection(ReleaseCollection.Name)]
public sealed class ReleaseTests(ReleaseBuild release)
{
    private const string Rehearsal = "Governance.Host.Rehearsal";

    [Fact]
    public void Assembly_AsPublished_HasNothingOfTheRehearsal()
    {
        Assert.Empty(TracesOfRehearsal(release.Assembly));
    }

    [Fact]
    public void Assembly_OfADebugBuild_HasIt_SoTheTestCanFail()
    {
        IReadOnlyList<string> traces = TracesOfRehearsal(typeof(Program).Assembly.Location);

        Assert.Contains($"{Rehearsal}.RehearsalApi", traces);
        Assert.Contains("\"/rehearsal\"", traces);
    }

    [Fact]
    public async Task Start_WithoutSignIn_IsRefusedWithAClearMessage()
    {
        (int exitCode, string output) = await HostProcess.RunAsync(release.Start());

        Assert.Equal(2, exitCode);
        Assert.Contains("SignIn:Tenants", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--SignIn:Tenants:0:Id=not-a-tenant", "--SignIn:Audience=x", "SignIn:Tenants:0:Id")]
    [InlineData(
        "--SignIn:Tenants:0:Id=11111111-1111-1111-1111-111111111111",
        "",
        "SignIn:Tenants:0:Name"
    )]
    [InlineData("--Database:Provider=Oracle", "", "Database:Provider")]
    public async Task Start_WithHalfOfIt_NamesTheOther(string one, string other, string named)
    {
        string[] settings = [.. new[] { one, other }.Where(setting => setting.Length > 0)];
        if (named.StartsWith("Database", StringComparison.Ordinal))
        {
            settings =
            [
                .. settings,
                "--SignIn:Tenants:0:Id=11111111-1111-1111-1111-111111111111",
                "--SignIn:Tenants:0:Name=Council",
                "--SignIn:Audience=app",
            ];
        }

        (int exitCode, string output) = await HostProcess.RunAsync(release.Start(settings));

        Assert.Equal(2, exitCode);
        Assert.Contains(named, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_OfEntra_TakesItsPeopleAndNobodyElse()
    {
        await using var entra = await FakeEntra.StartAsync();
        ProcessStartInfo start = release.Start(
            $"--SignIn:Authority={entra.Address}",
            $"--SignIn:Tenants:0:Id={FakeEntra.Tenant}",
            "--SignIn:Tenants:0:Name=Council",
            $"--SignIn:Audience={FakeEntra.Audience}",
            "--Urls=http://127.0.0.1:0"
        );
        await using var running = await HostProcess.StartAsync(start);

        // Known to Entra, unknown to us.
        await AskAsync(running, entra.Token())
            .ProblemAsync(HttpStatusCode.Forbidden, "person.unknown");

        foreach (
            string refused in (string[])
                [
                    entra.Token(tenant: "22222222-2222-2222-2222-222222222222"),
                    entra.Token(
                        issuer: $"{entra.Address}/22222222-2222-2222-2222-222222222222/v2.0"
                    ),
                    entra.Token(audience: "another-application"),
                    entra.Token(lasts: TimeSpan.FromMinutes(-10)),
                    entra.Token(isApplication: true),
                    entra.TokenOfAnotherKey(),
                ]
        )
        {
            await AskAsync(running, refused)
                .ProblemAsync(HttpStatusCode.Unauthorized, "sign-in.needed");
        }

        using HttpResponseMessage rehearsal = await running.Client.GetAsync("/rehearsal/people");
        Assert.Equal(HttpStatusCode.NotFound, rehearsal.StatusCode);
        using HttpResponseMessage style = await running.Client.GetAsync(
            "/lib/govuk-frontend.min.css"
        );
        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
        using HttpResponseMessage studio = await running.Client.GetAsync(
            "/designer/_framework/blazor.webassembly.js"
        );
        Assert.Equal(HttpStatusCode.OK, studio.StatusCode);
        using HttpResponseMessage first = await running.Client.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.DoesNotContain(
            "rehearsal",
            await first.Content.ReadAsStringAsync(),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.All(
            running.Output.Where(line => line.Length > 0),
            line => Assert.StartsWith("{", line, StringComparison.Ordinal)
        );
    }

    private static Task<HttpResponseMessage> AskAsync(HostProcess running, string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return running.Client.SendAsync(request);
    }

    /// <summary>Types of its namespace, its resources, and its addresses among the strings of the code.</summary>
    private static List<string> TracesOfRehearsal(string file)
    {
        using var stream = File.OpenRead(file);
        using var assembly = new PEReader(stream);
        MetadataReader metadata = assembly.GetMetadataReader();
        List<string> traces =
        [
            .. metadata
                .TypeDefinitions.Select(metadata.GetTypeDefinition)
                .Select(type =>
                    $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"
                )
                .Where(name =>
                    name.Contains("Rehearsal", StringComparison.Ordinal) && !IsOfAChange(name)
                ),
            .. metadata
                .ManifestResources.Select(resource =>
                    metadata.GetString(metadata.GetManifestResource(resource).Name)
                )
                .Where(name => name.Contains("Rehearsal", StringComparison.OrdinalIgnoreCase)),
        ];
        for (
            UserStringHandle text = MetadataTokens.UserStringHandle(1);
            !text.IsNil;
            text = metadata.GetNextHandle(text)
        )
        {
            string value = metadata.GetUserString(text);
            if (
                value.Contains("/rehearsal", StringComparison.Ordinal)
                && !value.EndsWith("/rehearsals", StringComparison.Ordinal)
            )
            {
                traces.Add($"\"{value}\"");
            }
        }

        return traces;
    }

    /// <summary>A changed workflow is rehearsed in every build (DOMAIN B9.6): in simulation, with nobody signed in as somebody else.</summary>
    private static bool IsOfAChange(string name) =>
        name.StartsWith("Governance.Host.Pages.Definitions.", StringComparison.Ordinal)
        || name.StartsWith(
            "AspNetCoreGeneratedDocument.Pages_Definitions_",
            StringComparison.Ordinal
        );
}
