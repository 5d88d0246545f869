using System.Net;
using System.Text.Json.Nodes;

namespace Governance.Tests.Host;

/// <summary>Who asks too much at once is told to wait, and for how long; others are not held up.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task Person_BeyondTheBurst_Is429_WhileAnotherGoesOn()
    {
        await using var host = new RunningHost(
            new(StringComparer.Ordinal)
            {
                ["Limits:PersonBurst"] = "5",
                ["Limits:PersonPerSecond"] = "1",
            }
        );
        await host.InitializeAsync();
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        using HttpClient manager = await host.AsAsync("business-unit-manager");

        HttpResponseMessage[] answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => officer.GetAsync("/api/me"))
        );
        HttpResponseMessage refused = answers.First(answer =>
            answer.StatusCode == HttpStatusCode.TooManyRequests
        );
        using HttpResponseMessage other = await manager.GetAsync("/api/me");

        Assert.InRange(answers.Count(answer => answer.IsSuccessStatusCode), 5, 10);
        Assert.True(refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        JsonObject problem = await Task.FromResult(refused)
            .ProblemAsync(HttpStatusCode.TooManyRequests, "limits.too-many-requests");
        Assert.NotNull(problem["title"]);
    }

    [Fact]
    public async Task Address_BeyondTheBurst_Is429_WithoutAnyToken()
    {
        await using var host = new RunningHost(
            new(StringComparer.Ordinal)
            {
                ["Limits:AddressBurst"] = "5",
                ["Limits:AddressPerSecond"] = "1",
            }
        );
        await host.InitializeAsync();

        HttpResponseMessage[] answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => host.Client.GetAsync("/rehearsal/people"))
        );

        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        using HttpResponseMessage health = await host.Client.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task Body_LargerThanConfigured_Is413()
    {
        await using var host = new RunningHost(
            new(StringComparer.Ordinal) { ["Limits:BodyBytes"] = "2000" }
        );
        await host.InitializeAsync();
        using HttpClient officer = await host.AsAsync("business-unit-officer");

        await officer
            .PostTextAsync(
                "/api/partnerships/example/interests",
                $"{{\"nature\":\"{new string('a', 3000)}\"}}"
            )
            .ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "request.too-large");
        await officer
            .PostKeyedAsync(
                "/api/partnerships/example/interests",
                new { nature = new string('a', 3000) },
                "large"
            )
            .ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "request.too-large");
    }
}
