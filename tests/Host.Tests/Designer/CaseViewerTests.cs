using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Governance.Tests.Host.Designer;

/// <summary>Elsa's case viewer over HTTP: what it asks for, in its shapes, with the rights of <c>/api/instances</c>.</summary>
public sealed class CaseViewerTests(CaseViewerTests.Fixture fixture)
    : IClassFixture<CaseViewerTests.Fixture>
{
    private const string Instances = "/elsa/api/workflow-instances";
    private const string Runs = "/elsa/api/activity-executions";

    [Fact]
    public async Task List_ByPageAndFilter_NewestFirst()
    {
        using HttpClient inspector = await InspectorAsync();

        JsonObject first = await ListAsync(inspector, new { page = 0, pageSize = 2 });
        JsonObject second = await ListAsync(inspector, new { page = 1, pageSize = 2 });
        JsonObject running = await ListAsync(inspector, new { statuses = new[] { "Running" } });
        JsonObject over = await ListAsync(inspector, new { subStatuses = new[] { "Finished" } });
        JsonObject named = await ListAsync(inspector, new { searchTerm = fixture.Policies[0] });
        JsonObject other = await ListAsync(
            inspector,
            new { definitionIds = new[] { "scrutineer-challenge" } }
        );

        Assert.Equal(3, (int)first["totalCount"]!);
        Assert.Equal(2, first["items"]!.AsArray().Count);
        Assert.Equal(
            fixture.Instances.AsEnumerable().Reverse(),
            first["items"]!
                .AsArray()
                .Concat(second["items"]!.AsArray())
                .Select(item => (string)item!["id"]!)
        );
        Assert.Equal(3, (int)running["totalCount"]!);
        Assert.Equal(0, (int)over["totalCount"]!);
        Assert.Equal(0, (int)other["totalCount"]!);
        JsonNode found = Assert.Single(named["items"]!.AsArray())!;
        Assert.Equal(fixture.Instances[0], (string)found["id"]!);

        // Rows whose version is not in this list are dropped by the viewer.
        JsonObject versions = await inspector
            .GetAsync(
                $"/elsa/api/workflow-definitions?versionOptions=&Ids={found["definitionVersionId"]}"
            )
            .JsonAsync();
        Assert.Equal(1, (int)versions["totalCount"]!);
        await inspector
            .PostAsJsonAsync(
                Instances,
                new { timestampFilters = new[] { new { column = "CreatedAt" } } }
            )
            .ProblemAsync(HttpStatusCode.BadRequest, "request.malformed");
        await inspector
            .PostAsJsonAsync(Instances, new { page = -1 })
            .ProblemAsync(HttpStatusCode.BadRequest, "request.malformed");
        JsonObject beyond = await ListAsync(inspector, new { page = int.MaxValue, pageSize = 200 });
        Assert.Empty(beyond["items"]!.AsArray());
    }

    [Fact]
    public async Task Instance_WaitingForItsAuthors_NeverSaysThatAStepRuns()
    {
        using HttpClient inspector = await InspectorAsync();
        string id = fixture.Instances[0];

        JsonObject instance = await inspector.GetAsync($"{Instances}/{id}").JsonAsync();
        JsonObject runs = await inspector
            .GetAsync($"{Runs}/list?WorkflowInstanceId={id}")
            .JsonAsync();
        JsonObject journal = await inspector
            .PostAsJsonAsync(
                $"{Instances}/{id}/journal?skip=0&take=3",
                new { filter = new { excludedActivityTypes = new[] { "Elsa.Flowchart" } } }
            )
            .JsonAsync();

        Assert.Equal("Suspended", (string)instance["subStatus"]!);
        JsonNode bookmark = instance["workflowState"]!["bookmarks"]![0]!;
        Assert.StartsWith("Flow:", (string)bookmark["activityNodeId"]!, StringComparison.Ordinal);
        Assert.All(
            runs["items"]!.AsArray(),
            run =>
            {
                Assert.Contains((string)run!["status"]!, (string[])["Pending", "Completed"]);
                Assert.NotNull(run["activityState"]);
                Assert.NotNull(run["payload"]);
            }
        );
        JsonNode draft = runs["items"]!
            .AsArray()
            .First(run => (string)run!["activityNodeId"]! == "Flow:Draft")!;
        Assert.True((bool)draft["hasBookmarks"]!);
        JsonObject byId = await inspector
            .GetAsync($"{Runs}/by-id?id={Uri.EscapeDataString((string)draft["id"]!)}")
            .JsonAsync();
        Assert.True(JsonNode.DeepEquals(draft, byId));
        Assert.Equal(3, journal["items"]!.AsArray().Count);
        Assert.True((int)journal["totalCount"]! > 3);
        Assert.All(
            journal["items"]!.AsArray(),
            entry => Assert.NotEqual("Elsa.Flowchart", (string)entry!["activityType"]!)
        );
    }

    [Fact]
    public async Task State_AfterAChangeOfTheSameMoment_SaysAnotherMoment()
    {
        using HttpClient officer = await fixture.AsAsync("business-unit-officer");
        string id = fixture.Instances[1];
        string address = $"{Instances}/{id}/execution-state";

        JsonObject before = await officer.GetAsync(address).JsonAsync();
        await Host.Policies.OpenSignOffAsync(fixture, fixture.Policies[1]);
        JsonObject after = await officer.GetAsync(address).JsonAsync();
        JsonObject report = await officer
            .PostAsJsonAsync(
                $"{Runs}/report",
                new
                {
                    workflowInstanceId = id,
                    activityNodeIds = new[] { "Flow:Draft", "Flow:Sign" },
                }
            )
            .JsonAsync();

        Assert.NotEqual((string)before["updatedAt"]!, (string)after["updatedAt"]!);
        JsonNode draft = report["stats"]!
            .AsArray()
            .Single(stat => (string)stat!["activityId"]! == "Draft")!;
        Assert.Equal(
            (1, 1, 0, false),
            (
                (int)draft["startedCount"]!,
                (int)draft["completedCount"]!,
                (int)draft["uncompletedCount"]!,
                (bool)draft["isBlocked"]!
            )
        );
    }

    [Fact]
    public async Task Instances_OfAnotherPartnership_AreNotThere_AndForAPractitionerForbidden()
    {
        using HttpClient neighbour = await fixture.AsAsync("other-business-unit-manager");
        using HttpClient practitioner = await fixture.AsAsync("practitioner");
        string id = fixture.Instances[0];
        foreach (
            string address in (string[])
                [
                    $"{Instances}/{id}",
                    $"{Instances}/{id}/execution-state",
                    $"{Instances}/{id}/variables",
                    $"{Runs}/list?WorkflowInstanceId={id}",
                    $"{Runs}/by-id?id={id}%3A1",
                    $"{Runs}/{id}%3A1/call-stack",
                    $"/elsa/api/activity-execution-summaries/list?WorkflowInstanceId={id}",
                ]
        )
        {
            await neighbour.GetAsync(address).ProblemAsync(HttpStatusCode.NotFound, "not-found");
            await practitioner
                .GetAsync(address)
                .ProblemAsync(HttpStatusCode.Forbidden, "permission.read-instances");
        }

        await neighbour
            .PostAsJsonAsync($"{Instances}/{id}/journal", new { })
            .ProblemAsync(HttpStatusCode.NotFound, "not-found");
        await neighbour
            .PostAsJsonAsync($"{Runs}/report", new { workflowInstanceId = id })
            .ProblemAsync(HttpStatusCode.NotFound, "not-found");
        JsonObject theirs = await neighbour.PostAsJsonAsync(Instances, new { }).JsonAsync();
        Assert.DoesNotContain(id, theirs.ToJsonString(), StringComparison.Ordinal);
        await practitioner
            .PostAsJsonAsync(Instances + "?partnership=example", new { })
            .ProblemAsync(HttpStatusCode.Forbidden, "permission.read-definitions");
    }

    [Fact]
    public async Task Route_ThatTheViewerMayAskForAndIsNotHere_Is404()
    {
        using HttpClient officer = await fixture.AsAsync("business-unit-officer");
        string id = fixture.Instances[0];

        foreach (
            string address in (string[])
                [
                    $"{Runs}/by-id?id=none",
                    $"{Runs}/by-id?id={id}%3A99999",
                    $"{Runs}/by-id",
                    "/elsa/api/resilience/retries/none",
                    $"{Instances}/{id}/export",
                    "/elsa/hubs/workflow-instance",
                ]
        )
        {
            await officer.GetAsync(address).ProblemAsync(HttpStatusCode.NotFound, "not-found");
        }

        JsonObject features = await officer.GetAsync("/elsa/api/features/installed").JsonAsync();
        Assert.Empty(features["items"]!.AsArray());
    }

    private Task<HttpClient> InspectorAsync() => fixture.AsAsync("inspector");

    private static Task<JsonObject> ListAsync(HttpClient client, object search) =>
        client.PostAsJsonAsync(Instances + "?partnership=example", search).JsonAsync();

    /// <summary>A host with three policies, oldest first.</summary>
    public sealed class Fixture : RunningHost, IAsyncLifetime
    {
        internal List<string> Policies { get; } = [];

        internal IList<string> Instances { get; } = [];

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            using HttpClient officer = await AsAsync("business-unit-officer");
            foreach (string title in (string[])["First", "Second", "Third"])
            {
                string policy = (string)(await Host.Policies.CreateAsync(this, title))["id"]!;
                Policies.Add(policy);
                Instances.Add(
                    (string)
                        (await officer.GetAsync($"/api/policies/{policy}").JsonAsync())["instance"]!
                );
            }
        }
    }
}
