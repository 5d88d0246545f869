using System.Net;
using System.Text.Json.Nodes;

namespace Governance.Tests.Host;

/// <summary>A repeat with the same key answers the first answer; the key answers for one request only.</summary>
public sealed class IdempotencyTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Interests = "/api/partnerships/example/interests";

    [Fact]
    public async Task Repeat_WithTheSameKey_ReturnsTheFirstAnswer()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");

        JsonObject first = await officer
            .PostKeyedAsync(Interests, Interest("a"), "repeat")
            .JsonAsync();
        JsonObject again = await officer
            .PostKeyedAsync(Interests, Interest("a"), "repeat")
            .JsonAsync();
        JsonObject other = await officer
            .PostKeyedAsync(Interests, Interest("a"), "another")
            .JsonAsync();

        Assert.Equal((string?)first["id"], (string?)again["id"]);
        Assert.NotEqual((string?)first["id"], (string?)other["id"]);
    }

    [Fact]
    public async Task Key_WithAnotherBody_IsRefused()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        await officer.PostKeyedAsync(Interests, Interest("a"), "body").JsonAsync();

        await officer
            .PostKeyedAsync(Interests, Interest("b"), "body")
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency.another-body");
    }

    [Fact]
    public async Task Key_OfAnotherPerson_IsAnotherKey()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        using HttpClient manager = await host.AsAsync("business-unit-manager");

        JsonObject first = await officer
            .PostKeyedAsync(Interests, Interest("a"), "shared")
            .JsonAsync();
        JsonObject second = await manager
            .PostKeyedAsync(Interests, Interest("a"), "shared")
            .JsonAsync();

        Assert.NotEqual((string?)first["id"], (string?)second["id"]);
    }

    [Fact]
    public async Task Repeat_AtTheSameMoment_ActsOnce()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");

        JsonObject[] answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    officer.PostKeyedAsync(Interests, Interest("a"), "at-once").JsonAsync()
                )
        );

        Assert.Single(answers.Select(answer => (string?)answer["id"]).Distinct());
    }

    private static object Interest(string id) =>
        new
        {
            subject = new { type = "policy", id },
            nature = "A relative works there",
            from = "2026-01-01",
        };
}
