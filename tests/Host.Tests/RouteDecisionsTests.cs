using System.Net;
using System.Reflection;
using Governance.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Host;

/// <summary>
/// The routes themselves say what must be decided: one that stands in none of the tables, here or in <see cref="DutiesTests"/>, fails,
/// and so does a row whose route is gone. What stands here is open by a permission that is no line of the table of duties.
/// </summary>
[Collection(DutiesCollection.Name)]
public sealed class RouteDecisionsTests(DutiesTests.Fixture fixture)
{
    private static readonly string[] Everybody = [.. DutiesTests.PersonOf.Keys];

    private static readonly string[] NoAdministrator = [.. Everybody.Except([Roles.Administrator])];

    /// <summary>Who reads how workflows run, and in the designer.</summary>
    private static readonly string[] Workflows =
    [
        Roles.StatutoryPartner,
        Roles.Scrutineer,
        Roles.BusinessUnit,
        Roles.GroupChair,
        Roles.GroupMember,
        Roles.Inspector,
    ];

    private static readonly string[] Themes = [Roles.Scrutineer, Roles.BusinessUnit];

    private static readonly (string Method, string Address, string[] Open)[] OfThePartnership =
    [
        ("GET", "/api/partnerships/example/appointments", Everybody),
        ("GET", "/api/appointments/{appointment}", Everybody),
        ("GET", "/api/partnerships/example/delegations", Everybody),
        ("GET", "/api/delegations/{delegation}", Everybody),
        ("GET", "/api/partnerships/example/interests", NoAdministrator),
        ("GET", "/api/partnerships/example/search", Everybody),
        ("GET", "/api/partnerships/example/views", Everybody),
        ("POST", "/api/partnerships/example/views", Everybody),
        ("GET", "/api/policies/{policy}/reviews", Workflows),
        ("GET", "/api/partnerships/example/escalations/themes.csv", Themes),
        ("PUT", "/api/partnerships/example/front-door", [Roles.BusinessUnit]),
        (
            "GET",
            "/api/disposal-items/{disposed}/certificate",
            [Roles.StatutoryPartner, Roles.Scrutineer, Roles.BusinessUnit, Roles.Inspector]
        ),
        ("GET", "/elsa/api/workflow-definitions?partnership=example", Workflows),
        (
            "GET",
            "/elsa/api/workflow-definitions/by-definition-id/policy?partnership=example",
            Workflows
        ),
        ("GET", "/elsa/api/workflow-definitions/policy/versions?partnership=example", Workflows),
        ("GET", "/elsa/api/workflow-definitions/policy/export?partnership=example", Workflows),
        ("GET", "/elsa/api/workflow-definitions/policy/findings?partnership=example", Workflows),
        ("GET", "/elsa/api/workflow-definitions/query/count?partnership=example", Workflows),
        ("GET", "/elsa/api/workflow-definitions/many-by-id?partnership=example&id=none", Workflows),
        (
            "GET",
            "/elsa/api/workflow-definitions/validation/is-name-unique?partnership=example&name=none",
            Workflows
        ),
        (
            "POST",
            "/elsa/api/bulk-actions/export/workflow-definitions?partnership=example",
            Workflows
        ),
        ("POST", "/elsa/api/workflow-instances?partnership=example", Workflows),
        ("POST", "/elsa/api/workflow-instances/{instance}/journal", Workflows),
        ("GET", "/elsa/api/workflow-instances/{instance}", Workflows),
        ("GET", "/elsa/api/workflow-instances/{instance}/execution-state", Workflows),
        ("GET", "/elsa/api/workflow-instances/{instance}/variables", Workflows),
        (
            "GET",
            "/elsa/api/activity-execution-summaries/list?workflowInstanceId={instance}&activityNodeId=none",
            Workflows
        ),
        (
            "GET",
            "/elsa/api/activity-executions/list?workflowInstanceId={instance}&activityNodeId=none",
            Workflows
        ),
    ];

    /// <summary>One's own, or the installation's: open to whoever is signed in, and holding nothing of anybody else.</summary>
    private static readonly (string Method, string Address)[] OfWhoeverAsks =
    [
        ("GET", "/api/me"),
        ("GET", "/api/me/notice-preferences"),
        ("PUT", "/api/me/notice-preferences"),
        ("POST", "/api/me/notice-address"),
        ("POST", "/api/me/notice-address/confirmation"),
        ("DELETE", "/api/me/notice-address"),
        ("GET", "/api/partnerships"),
        ("GET", "/api/approvals"),
        ("GET", "/api/tasks"),
        ("GET", "/api/group-tasks"),
        ("GET", "/api/instances"),
        ("GET", "/api/notices"),
        ("POST", "/api/notices/read"),
        ("POST", "/api/notices/none/read"),
        ("GET", "/api/calendars"),
        ("GET", "/api/clocks/calculation"),
    ];

    /// <summary>Decided by more than a role, in the tests that are named.</summary>
    private static readonly (string Method, string Address)[] OfTheCase =
    [
        // Whoever raised it: EscalationApiTests.
        ("POST", "/api/escalations/{escalation}/status-key"),
        ("POST", "/api/escalations/{escalation}/status-key/revocation"),
        // Whose view it is: SearchSuite.
        ("PUT", "/api/views/{view}"),
        ("DELETE", "/api/views/{view}"),
        // The installation's, for its administrators and all business units: ErasureSuite, and PageRolesTests.
        ("GET", "/api/erasures"),
        ("GET", "/api/erasures/none"),
        // Whoever reads that version: PolicyLifeTests.
        ("GET", "/api/policies/{policy}/versions/1/attachments/none"),
        // By the instance that the execution belongs to: CaseViewerTests.
        ("GET", "/elsa/api/activity-executions/by-id"),
        ("GET", "/elsa/api/activity-executions/none/call-stack"),
        ("POST", "/elsa/api/activity-executions/report"),
        // What the designer is made of, the same in every partnership: DesignerTests.
        ("GET", "/elsa/api/descriptors/activities"),
        ("GET", "/elsa/api/descriptors/activities/none"),
        ("GET", "/elsa/api/descriptors/expression-descriptors"),
        ("GET", "/elsa/api/descriptors/incident-strategies"),
        ("GET", "/elsa/api/descriptors/workflow-activation-strategies"),
        ("GET", "/elsa/api/descriptors/log-persistence-strategies"),
        ("GET", "/elsa/api/descriptors/commit-strategies/workflows"),
        ("GET", "/elsa/api/descriptors/commit-strategies/activities"),
        ("GET", "/elsa/api/descriptors/variables"),
        ("GET", "/elsa/api/descriptors/storage-drivers"),
        ("GET", "/elsa/api/descriptors/output-converters"),
        ("GET", "/elsa/api/features/installed"),
        ("GET", "/elsa/api/package/version"),
    ];

    public static TheoryData<int> Rows() => [.. Enumerable.Range(0, OfThePartnership.Length)];

    [Fact]
    public void Routes_All_StandInATable()
    {
        (string Method, string Address)[] routes = [.. Guarded().Distinct()];
        (string Method, string Address)[] rows = [.. Decided()];

        Assert.Equal([], Only(routes, route => !rows.Any(row => Matches(row, route))));
        Assert.Equal([], Only(rows, row => !routes.Any(route => Matches(row, route))));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Route_ForEachRole_IsOpenExactlyAsItsRowSays(int row)
    {
        (string method, string address, string[] open) = OfThePartnership[row];
        foreach ((string role, string person) in DutiesTests.PersonOf)
        {
            using HttpResponseMessage answer = await fixture.AskAsync(method, address, person);

            bool isRefused =
                answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound;
            Assert.True(
                isRefused != open.Contains(role),
                $"{method} {address} as {role}: {(int)answer.StatusCode}"
            );
            Assert.True((int)answer.StatusCode < 500, $"{address}: {(int)answer.StatusCode}");
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Route_ForAnotherPartnershipsPeople_IsNotThere(int row)
    {
        (string method, string address, _) = OfThePartnership[row];
        foreach (
            string person in (string[])
                ["other-business-unit-manager", "other-scrutineer", "other-authority-lead"]
        )
        {
            using HttpResponseMessage answer = await fixture.AskAsync(method, address, person);

            Assert.True(
                answer.StatusCode == HttpStatusCode.NotFound,
                $"{method} {address} as {person}: {(int)answer.StatusCode}"
            );
        }
    }

    [Fact]
    public async Task Route_WithoutAToken_Is401()
    {
        foreach (
            (string method, string address) in OfWhoeverAsks
                .Concat(OfTheCase)
                .Concat(OfThePartnership.Select(row => (row.Method, row.Address)))
        )
        {
            using HttpResponseMessage answer = await fixture.AskAsync(
                method,
                address,
                person: null
            );

            Assert.True(
                answer.StatusCode == HttpStatusCode.Unauthorized,
                $"{method} {address}: {(int)answer.StatusCode}"
            );
        }
    }

    private IEnumerable<(string Method, string Address)> Guarded() =>
        from endpoint in fixture
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
        let pattern = "/" + endpoint.RoutePattern.RawText!.Trim('/')
        where
            pattern.StartsWith("/api/", StringComparison.Ordinal)
            || pattern.StartsWith("/elsa/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]
        select (method, pattern);

    private static IEnumerable<(string Method, string Address)> Decided() =>
        [
            .. OfThePartnership.Select(row => (row.Method, row.Address)),
            .. OfWhoeverAsks,
            .. OfTheCase,
            .. DutiesTests.Routes.Select(row => (row.Method, row.Address)),
            .. typeof(DutiesTests)
                .GetMethod(
                    nameof(DutiesTests.Read_OfAnotherPartnership_AnswersAsWhatWasNeverThere)
                )!
                .GetCustomAttributes<InlineDataAttribute>()
                .Select(row => ("GET", (string)row.GetData(null!).Single()[0])),
        ];

    /// <summary>The pattern's own words stand in the address; where it leaves a value open, any stands.</summary>
    private static bool Matches(
        (string Method, string Address) row,
        (string Method, string Address) route
    )
    {
        string[] address = row.Address.Split('?')[0].Split('/');
        string[] pattern = route.Address.Split('/');
        return row.Method == route.Method
            && address.Length == pattern.Length
            && address
                .Zip(pattern)
                .All(pair => pair.First == pair.Second || pair.Second.StartsWith('{'));
    }

    private static string[] Only(
        IEnumerable<(string Method, string Address)> all,
        Func<(string Method, string Address), bool> which
    ) => [.. all.Where(which).Select(each => $"{each.Method} {each.Address}").Order()];
}

/// <summary>One host with one of everything, for all tests of who may do what.</summary>
[CollectionDefinition(Name)]
public sealed class DutiesCollection : ICollectionFixture<DutiesTests.Fixture>
{
    public const string Name = "duties";
}
