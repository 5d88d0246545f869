using System.Net;
using Governance.Tests.Host.Pages;

namespace Governance.Tests.Host;

/// <summary>Every answer carries the headers that keep a browser from doing anything we did not mean.</summary>
public sealed class SecurityHeadersTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/rehearsal", HttpStatusCode.OK)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/api/me", HttpStatusCode.Unauthorized)]
    [InlineData("/api/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/rehearsal/people", HttpStatusCode.OK)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    [InlineData("/openapi/v1.json", HttpStatusCode.OK)]
    [InlineData("/swagger/index.html", HttpStatusCode.OK)]
    [InlineData("/lib/govuk-frontend.min.css", HttpStatusCode.OK)]
    [InlineData("/site.js", HttpStatusCode.OK)]
    public async Task Answer_OfEveryKind_CarriesThem(string address, HttpStatusCode status)
    {
        using HttpResponseMessage answer = await host.Client.GetAsync(address);

        Assert.Equal(status, answer.StatusCode);
        string policy = Header(answer, "Content-Security-Policy");
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Contains(
            "camera=()",
            Header(answer, "Permissions-Policy"),
            StringComparison.Ordinal
        );
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task ContentPolicy_OutsideSwagger_AllowsNothingInline()
    {
        using HttpResponseMessage page = await host.Client.GetAsync("/");
        using HttpResponseMessage swagger = await host.Client.GetAsync("/swagger/index.html");

        Assert.DoesNotContain(
            "unsafe-inline",
            Header(page, "Content-Security-Policy"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "script-src 'self' 'unsafe-inline'",
            Header(swagger, "Content-Security-Policy"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ContentPolicy_IsRelaxedForTheDesignersPagesAlone()
    {
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        foreach (
            string address in (string[])
                ["/designer", "/designer/definitions/policy", "/designer/instances/none"]
        )
        {
            using HttpResponseMessage page = await officer.GetAsync(address);
            string policy = Header(page, "Content-Security-Policy");
            Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("'wasm-unsafe-eval'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("form-action 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("'unsafe-eval'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
            Assert.DoesNotContain(
                "script-src 'self' 'unsafe-inline'",
                policy,
                StringComparison.Ordinal
            );
        }

        foreach (
            string address in (string[])
                [
                    "/home",
                    "/approvals",
                    "/designer.js",
                    "/elsa/api/workflow-definitions",
                    "/designers",
                ]
        )
        {
            using HttpResponseMessage other = await officer.GetAsync(address);
            string policy = Header(other, "Content-Security-Policy");
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Data_IsNotKeptByCaches()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");

        using HttpResponseMessage tasks = await officer.GetAsync("/api/tasks");

        Assert.Equal("no-store", Header(tasks, "Cache-Control"));
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        string.Join(
            ',',
            answer.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values : []
        );
}
