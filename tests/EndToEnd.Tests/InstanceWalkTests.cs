using System.Net;
using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Storage;
using Governance.Tests.Shared;
using Xunit.Abstractions;

namespace Governance.Tests.EndToEnd;

/// <summary>
/// What operators do to instances that cannot go on, by the public API of a running host alone: a framework with a broken step is
/// published by two people; an instance fails, is retried, skipped, cancelled; it is mended by a third version to which a second
/// person lets it go over; it is signed and published.
/// </summary>
public sealed class InstanceWalkTests(ITestOutputHelper output)
{
    private const string Definitions = "/elsa/api/workflow-definitions";

    [Fact]
    public async Task Instance_ThatFails_IsRetriedSkippedCancelledAndMigrated()
    {
        string folder = Directory.CreateTempSubdirectory("governance-walk-").FullName;
        try
        {
            await WalkAsync(
                new DatabaseSettings(
                    DatabaseProvider.Sqlite,
                    $"Data Source={Path.Combine(folder, "governance.db")}"
                )
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task WalkAsync(DatabaseSettings settings)
    {
        await using HostProcess host = await HostProcess.StartAsync(settings);
        using Visitor unit = await Visitor.SignInAsync(host.Address, Roles.BusinessUnit);
        using Visitor lead = await Visitor.SignInAsync(
            host.Address,
            Roles.StatutoryPartner,
            Seats.LocalAuthority,
            Levels.Lead
        );
        JsonNode sound = await unit.GetAsync($"{Definitions}/policy/export");
        await PublishAsync(host, unit, Broken(sound));

        JsonNode failed = await FailedAsync(unit, "Mended");
        string instance = (string)failed["id"]!;
        string incident = (string)Open(failed).Single()["id"]!;
        JsonNode held = await RefusedAsync(
            unit,
            $"/api/policies/{failed["subject"]!["id"]}/sign-off",
            new { },
            HttpStatusCode.Conflict
        );
        Assert.Equal("workflow.held-by-incident", (string)held["code"]!);
        Assert.Contains(
            incident,
            (string)held["title"]! + held["detail"],
            StringComparison.Ordinal
        );

        JsonNode retried = await unit.PostAsync(
            $"/api/instances/{instance}/retry",
            new { reason = "Once more.", incident }
        );
        Assert.Equal("Faulted", (string)retried["subStatus"]!);
        JsonNode again = Assert.Single(Open(await unit.GetAsync($"/api/instances/{instance}")));
        Assert.NotEqual(incident, (string)again["id"]!);

        JsonNode skipped = await unit.PostAsync(
            $"/api/instances/{instance}/skip",
            new { reason = "The step was a mistake." }
        );
        Assert.Equal("Suspended", (string)skipped["subStatus"]!);
        JsonNode round = await unit.PostAsync($"/api/policies/{failed["subject"]!["id"]}/sign-off");

        await CancelAsync(unit, await FailedAsync(unit, "Cancelled"));

        sound["id"] = null;
        int version = await PublishAsync(host, unit, sound);
        await MigrateAsync(unit, lead, instance, version);
        await SignAsync(host, round);
        JsonNode policy = await unit.GetAsync($"/api/policies/{failed["subject"]!["id"]}");
        Assert.Equal("published", (string)policy["state"]!);

        string[] events =
        [
            .. (await unit.GetAsync($"/api/instances/{instance}/history"))["items"]!
                .AsArray()
                .Select(entry => (string)entry!["event"]!),
        ];
        Assert.Contains("RetryAsked", events);
        Assert.Contains("Skipped", events);
        Assert.Contains("Migrated", events);
        (int exitCode, string report) = await HostProcess.RunAsync(settings, "reconcile");
        output.WriteLine(report);
        Assert.NotEqual(0, exitCode);
        Assert.Contains("policy.instances", report, StringComparison.Ordinal);
        Assert.Contains("1 disagreements", report, StringComparison.Ordinal);
    }

    private static async Task<JsonNode> FailedAsync(Visitor unit, string title)
    {
        JsonNode policy = await PolicyLife.DraftAsync(unit, title);
        JsonNode found = await unit.GetAsync($"/api/instances?subject={policy["id"]}");
        JsonNode instance = (found as JsonArray ?? found["items"]!.AsArray()).Single()!;
        Assert.Equal("Faulted", (string)instance["subStatus"]!);
        return await unit.GetAsync($"/api/instances/{instance["id"]}");
    }

    private static async Task CancelAsync(Visitor unit, JsonNode failed)
    {
        JsonNode cancelled = await unit.PostAsync(
            $"/api/instances/{failed["id"]}/cancellation",
            new { reason = "Begun by mistake." }
        );
        Assert.Equal("Cancelled", (string)cancelled["subStatus"]!);
        JsonNode over = await RefusedAsync(
            unit,
            $"/api/instances/{failed["id"]}/retry",
            new { reason = "Once more." },
            HttpStatusCode.Conflict
        );
        Assert.Equal("workflow.instance-over", (string)over["code"]!);
    }

    private static async Task MigrateAsync(Visitor unit, Visitor lead, string instance, int version)
    {
        string address = $"/api/instances/{instance}/migration";
        var body = new { version, reason = "The mended framework." };
        JsonNode preview = await unit.PostAsync($"{address}?preview=true", body);
        Assert.True((bool)preview["isPossible"]!, preview.ToJsonString());
        Assert.All(
            preview["timers"]!.AsArray(),
            timer => Assert.Equal((string)timer!["old"]!, (string)timer["new"]!)
        );

        JsonNode proposed = await unit.PostAsync(address, body);
        string decision = $"/api/approvals/{proposed["approval"]}/decision";
        JsonNode own = await RefusedAsync(
            unit,
            decision,
            new { approve = true, reason = "Mine." },
            HttpStatusCode.Forbidden
        );
        Assert.Equal("approval.own-proposal", (string)own["code"]!);
        Assert.NotEqual(version, await VersionAsync(unit, instance));

        await lead.PostAsync(decision, new { approve = true, reason = "Read it." });

        Assert.Equal(version, await VersionAsync(unit, instance));
    }

    /// <summary>Proposed by the business unit, and in force when the three seats have signed it. Answers the version's number.</summary>
    private static async Task<int> PublishAsync(HostProcess host, Visitor unit, JsonNode model)
    {
        JsonNode waits = await RefusedAsync(
            unit,
            Definitions,
            new { model, publish = true },
            HttpStatusCode.BadRequest
        );
        Assert.Equal("definition.waits-for-signatures", (string)waits["code"]!);
        JsonNode change = (
            await unit.GetAsync($"/api/partnerships/{unit.Partnership}/framework-changes")
        )["items"]![0]!;
        await SignAsync(host, await unit.GetAsync($"/api/sign-offs/{change["round"]}"));
        JsonNode published = await unit.GetAsync(
            $"{Definitions}/by-definition-id/policy?versionOptions=Published"
        );
        Assert.Equal((int)change["version"]!, (int)published["version"]!);
        return (int)published["version"]!;
    }

    private static async Task SignAsync(HostProcess host, JsonNode round)
    {
        foreach (string seat in Seats.All)
        {
            using Visitor signer = await Visitor.SignInAsync(
                host.Address,
                Roles.StatutoryPartner,
                seat,
                Levels.Delegate
            );
            await PolicyLife.SignAsync(signer, seat, round);
        }
    }

    /// <summary>The same text with a step behind the fork that cannot be worked out.</summary>
    private static JsonObject Broken(JsonNode sound)
    {
        JsonObject broken = sound.DeepClone().AsObject();
        broken["id"] = null;
        broken["root"]!["activities"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["id"] = "Broken",
                    ["type"] = "Elsa.WriteLine",
                    ["text"] = new JsonObject
                    {
                        ["typeName"] = "String",
                        ["expression"] = new JsonObject { ["type"] = "Rule", ["value"] = "1 / 0" },
                    },
                }
            );
        JsonArray edges = broken["root"]!["connections"]!.AsArray();
        JsonObject into = edges
            .Select(edge => edge!.AsObject())
            .Single(edge => (string?)edge["source"]!["port"] == "Withdrawal");
        JsonObject onwards = into.DeepClone().AsObject();
        into["target"]!["activity"] = "Broken";
        onwards["source"] = new JsonObject { ["activity"] = "Broken", ["port"] = "Done" };
        edges.Add(onwards);
        return broken;
    }

    private static IEnumerable<JsonNode> Open(JsonNode instance) =>
        instance["incidents"]!.AsArray().Where(one => one!["resolved"] is null)!;

    private static async Task<int> VersionAsync(Visitor reader, string instance) =>
        (int)(await reader.GetAsync($"/api/instances/{instance}"))["definition"]!["version"]!;

    private static async Task<JsonNode> RefusedAsync(
        Visitor visitor,
        string address,
        object body,
        HttpStatusCode expected
    )
    {
        using HttpResponseMessage answer = await visitor.SendAsync(
            HttpMethod.Post,
            address,
            body,
            key: null
        );
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{answer.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }
}
