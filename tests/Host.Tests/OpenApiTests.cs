using System.Text.Json.Nodes;
using Governance.Tests.Host.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Host;

/// <summary>The OpenAPI document is true, and no route is open by accident.</summary>
public sealed class OpenApiTests(RunningHost host) : IClassFixture<RunningHost>
{
    private static readonly string[] Public =
    [
        "/",
        "/error/{status:int?}",
        "/rehearsal",
        "/rehearsal/people",
        "/rehearsal/token",
        "/rehearsal/clock",
        "/health/live",
        "/health/ready",
        "/openapi/{documentName}.json",
        "/api/partnerships/{p}/minutes",
        "/api/minutes/{m}",
        "/api/partnerships/{p}/register/{n}/proof",
        "/api/partnerships/{p}/register",
        "/api/partnerships/{p}/library",
        "/api/library/{slug}",
        "/api/library/{slug}/versions/{n:int}",
        "/api/library/{slug}/certificate",
        "/api/library/{slug}/origin",
        "/api/library/{slug}/versions/{n:int}/certificate",
        "/partnerships/{p}/library.atom",
        "/calendar/{key}.ics",
        "/library/{slug}/attachments/{hash}",
        "/api/library/{slug}/attachments/{hash}",
        "/api/raising-links/exchange",
        "/api/raising-links/escalations",
        "/api/escalation-status",
        "/api/escalation-status/satisfaction",
        "/api/escalation-status/withdrawal",
    ];

    [Theory]
    [InlineData("get", "/api/me")]
    [InlineData("get", "/api/notices")]
    [InlineData("post", "/api/notices/{id}/read")]
    [InlineData("get", "/api/tasks")]
    [InlineData("get", "/api/partnerships")]
    [InlineData("get", "/api/partnerships/{p}")]
    [InlineData("post", "/api/partnerships/{p}/appointments")]
    [InlineData("post", "/api/appointments/{id}/end")]
    [InlineData("post", "/api/partnerships/{p}/imports")]
    [InlineData("get", "/api/approvals")]
    [InlineData("post", "/api/approvals/{id}/decision")]
    [InlineData("post", "/api/partnerships/{p}/delegations")]
    [InlineData("post", "/api/delegations/{id}/revocation")]
    [InlineData("post", "/api/partnerships/{p}/interests")]
    [InlineData("get", "/api/calendars")]
    [InlineData("post", "/api/calendars/{c}/versions")]
    [InlineData("get", "/api/clocks/calculation")]
    [InlineData("get", "/api/clocks/{id}")]
    [InlineData("post", "/api/partnerships/{p}/policies")]
    [InlineData("get", "/api/policies/{id}")]
    [InlineData("get", "/api/policies/{id}/versions")]
    [InlineData("get", "/api/policies/{id}/versions/{n}")]
    [InlineData("get", "/api/policies/{id}/versions/{a}/changes/{b}")]
    [InlineData("put", "/api/policies/{id}/draft")]
    [InlineData("post", "/api/policies/{id}/attachments")]
    [InlineData("post", "/api/policies/{id}/sign-off")]
    [InlineData("get", "/api/sign-offs/{id}")]
    [InlineData("post", "/api/sign-offs/{id}/signatures")]
    [InlineData("post", "/api/sign-offs/{id}/rejection")]
    [InlineData("post", "/api/sign-offs/{id}/withdrawal")]
    [InlineData("post", "/api/sign-offs/{id}/scrutiny-comment")]
    [InlineData("post", "/api/policies/{id}/withdrawal")]
    [InlineData("get", "/api/partnerships/{p}/library")]
    [InlineData("get", "/api/library/{slug}")]
    [InlineData("get", "/api/instances")]
    [InlineData("get", "/api/instances/{id}")]
    [InlineData("get", "/api/instances/{id}/history")]
    [InlineData("get", "/api/instances/{id}/diagram")]
    [InlineData("post", "/api/instances/{id}/retry")]
    [InlineData("post", "/api/instances/{id}/skip")]
    [InlineData("post", "/api/instances/{id}/cancellation")]
    [InlineData("post", "/api/instances/{id}/migration")]
    [InlineData("get", "/elsa/api/descriptors/activities")]
    [InlineData("get", "/elsa/api/workflow-definitions")]
    [InlineData("post", "/elsa/api/workflow-definitions")]
    [InlineData("post", "/elsa/api/workflow-definitions/import")]
    [InlineData("post", "/elsa/api/workflow-definitions/{definitionId}/import")]
    [InlineData("post", "/elsa/api/workflow-definitions/import-files")]
    [InlineData("get", "/elsa/api/workflow-definitions/many-by-id")]
    [InlineData("get", "/elsa/api/descriptors/incident-strategies")]
    [InlineData("get", "/elsa/api/descriptors/variables")]
    [InlineData("get", "/elsa/api/features/installed")]
    [InlineData("get", "/elsa/api/package/version")]
    [InlineData("post", "/api/partnerships/{p}/meetings")]
    [InlineData("post", "/api/meetings/{m}/agenda")]
    [InlineData("post", "/api/meetings/{m}/attendance")]
    [InlineData("post", "/api/meetings/{m}/decisions")]
    [InlineData("get", "/api/partnerships/{p}/actions")]
    [InlineData("post", "/api/actions/{a}/completion")]
    [InlineData("post", "/api/actions/{a}/verification")]
    [InlineData("post", "/api/partnerships/{p}/escalations")]
    [InlineData("get", "/api/partnerships/{p}/escalations")]
    [InlineData("get", "/api/escalations/{id}")]
    [InlineData("post", "/api/escalations/{id}/answers")]
    [InlineData("post", "/api/escalations/{id}/satisfaction")]
    [InlineData("get", "/api/partnerships/{p}/ladders")]
    [InlineData("put", "/api/partnerships/{p}/ladders/{l}")]
    [InlineData("get", "/api/partnerships/{p}/record")]
    [InlineData("get", "/api/partnerships/{p}/record/verification")]
    [InlineData("get", "/api/partnerships/{p}/record/checkpoint")]
    [InlineData("get", "/api/partnerships/{p}/record/proofs/inclusion")]
    [InlineData("get", "/api/partnerships/{p}/record/proofs/consistency")]
    public async Task Document_HasEveryRoute_WithItsAnswerAndItsErrors(string method, string path)
    {
        JsonObject document = await host.Client.GetAsync("/openapi/v1.json").JsonAsync();

        JsonObject? operation = document["paths"]?[path]?[method]?.AsObject();

        Assert.NotNull(operation);
        JsonObject responses = operation["responses"]!.AsObject();
        Assert.Contains(
            responses,
            response =>
                response.Key[0] == '2'
                && response.Value?["content"]?["application/json"] is not null
        );
        Assert.NotNull(responses["404"]?["content"]?["application/problem+json"]);
        Assert.NotNull(responses["422"]?["content"]?["application/problem+json"]);
        Assert.False(string.IsNullOrEmpty((string?)operation["summary"]));
    }

    [Fact]
    public void Endpoints_All_HaveDecidedWhoMayCome()
    {
        IEnumerable<RouteEndpoint> endpoints = host
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>();

        foreach (RouteEndpoint endpoint in endpoints)
        {
            string route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            bool isOpen = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            bool isGuarded = endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null;
            Assert.True(isOpen || isGuarded, $"{route} leaves it to the fallback.");
            bool isPublic =
                Public.Contains(route)
                || PageRows.All.Any(page => page.IsPublic && "/" + page.Page == route);
            Assert.True(isOpen == isPublic, $"{route} is open: {isOpen}.");
        }
    }
}
