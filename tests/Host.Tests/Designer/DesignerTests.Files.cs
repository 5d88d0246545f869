using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Governance.Tests.Host.Designer;

/// <content>Several files at once, and the lists that a designer reads before it shows anything.</content>
public sealed partial class DesignerTests
{
    /// <summary>Everybody who holds anything in the example partnership may read its definitions; of another nobody may.</summary>
    private static readonly string[] Lists =
    [
        "/elsa/api/descriptors/incident-strategies",
        "/elsa/api/descriptors/workflow-activation-strategies",
        "/elsa/api/descriptors/log-persistence-strategies",
        "/elsa/api/descriptors/commit-strategies/workflows",
        "/elsa/api/descriptors/commit-strategies/activities",
        "/elsa/api/descriptors/variables",
        "/elsa/api/descriptors/storage-drivers",
        "/elsa/api/descriptors/output-converters",
        "/elsa/api/features/installed",
    ];

    [Fact]
    public async Task ImportFiles_GoodAndBad_KeepsTheGoodAndNamesEachBadWithEveryReason()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        JsonObject unknown = Studio();
        unknown["definitionId"] = "files-unknown";
        unknown["root"]!["activities"]!.AsArray().Add(Unknown("One", "Elsa.SendEmail"));
        unknown["root"]!["activities"]!.AsArray().Add(Unknown("Two", "Elsa.Telnyx"));
        JsonObject good = Studio();
        good["definitionId"] = "files-good";
        using MultipartFormDataContent files = new()
        {
            { new StringContent(good.ToJsonString()), "files", "good.json" },
            { new StringContent(unknown.ToJsonString()), "files", "unknown.json" },
            { new StringContent("{"), "files", "broken.json" },
        };

        JsonObject answer = await officer
            .PostAsync($"{Definitions}/import-files?partnership=example", files)
            .JsonAsync();

        Assert.Equal(1, (int)answer["count"]!);
        JsonObject kept = Assert.Single(answer["imported"]!.AsArray())!.AsObject();
        Assert.Equal(
            ("good.json", "files-good", 1),
            ((string)kept["file"]!, (string)kept["definitionId"]!, (int)kept["version"]!)
        );
        JsonObject[] refused = [.. answer["refused"]!.AsArray().Select(one => one!.AsObject())];
        Assert.Equal(["unknown.json", "broken.json"], refused.Select(one => (string)one["file"]!));
        string reasons = refused[0]["reasons"]!.ToJsonString();
        Assert.Contains("Elsa.SendEmail", reasons, StringComparison.Ordinal);
        Assert.Contains("Elsa.Telnyx", reasons, StringComparison.Ordinal);
        await officer.GetAsync($"{Definitions}/by-definition-id/files-good").JsonAsync();
        await officer
            .GetAsync($"{Definitions}/by-definition-id/files-unknown")
            .ProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task ImportFiles_WithoutFiles_IsRefusedInWords()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        using StringContent json = new("{}", Encoding.UTF8, "application/json");
        using StringContent cut = new("--x", Encoding.UTF8);
        cut.Headers.ContentType = new("multipart/form-data")
        {
            Parameters = { new("boundary", "x") },
        };

        await officer
            .PostAsync($"{Definitions}/import-files?partnership=example", json)
            .ProblemAsync(HttpStatusCode.UnsupportedMediaType, "request.media-type");
        await officer
            .PostAsync($"{Definitions}/import-files?partnership=example", cut)
            .ProblemAsync(HttpStatusCode.BadRequest, "invalid");
    }

    [Fact]
    public async Task Import_IntoADefinition_IsItsNextDraftAndManyAreReadAtOnce()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        JsonObject first = Studio();
        first["definitionId"] = "into";
        JsonObject saved = await officer
            .PostAsJsonAsync($"{Definitions}/import", first)
            .JsonAsync();
        JsonObject other = Studio();
        other["definitionId"] = "elsewhere";
        other["name"] = "Came in";

        JsonObject answer = await officer
            .PostAsJsonAsync($"{Definitions}/into/import", other)
            .JsonAsync();

        Assert.Equal(
            ("into", "Came in"),
            ((string)answer["definitionId"]!, (string)answer["name"]!)
        );
        JsonObject many = await officer
            .GetAsync($"{Definitions}/many-by-id?Ids={saved["id"]}&Ids={answer["id"]}&Ids=none")
            .JsonAsync();
        Assert.Equal(many["items"]!.AsArray().Count, (int)many["count"]!);
        Assert.Contains(
            many["items"]!.AsArray(),
            one => (string)one!["id"]! == (string)answer["id"]!
        );
        Assert.All(
            many["items"]!.AsArray(),
            one => Assert.NotNull(one!["root"]!["activities"]![0]!["nodeId"])
        );
        Assert.Equal(
            0,
            (int)(await officer.GetAsync($"{Definitions}/many-by-id").JsonAsync())["count"]!
        );
    }

    [Fact]
    public async Task Lists_ADesignerReadsFirst_AreThereForWhoeverMayRead()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        foreach (string list in Lists)
        {
            JsonObject answer = await officer.GetAsync(list).JsonAsync();
            Assert.Equal(answer["items"]!.AsArray().Count, (int)answer["count"]!);
            await host
                .Client.GetAsync(list)
                .ProblemAsync(HttpStatusCode.Unauthorized, "sign-in.needed");
            using HttpClient practitioner = await host.AsAsync("practitioner");
            using HttpResponseMessage same = await practitioner.GetAsync(
                "/elsa/api/descriptors/expression-descriptors"
            );
            using HttpResponseMessage read = await practitioner.GetAsync(list);
            Assert.Equal(same.StatusCode, read.StatusCode);
        }

        JsonObject strategies = await officer.GetAsync(Lists[0]).JsonAsync();
        Assert.Contains(
            strategies["items"]!.AsArray(),
            one =>
                ((string)one!["typeName"]!).Contains(
                    "ContinueWithIncidentsStrategy",
                    StringComparison.Ordinal
                )
        );
        Assert.Equal(
            "3.8.0",
            (string?)
                (await officer.GetAsync("/elsa/api/package/version").JsonAsync())["packageVersion"]
        );
    }

    private static JsonObject Unknown(string id, string type) =>
        new() { ["id"] = id, ["type"] = type };
}
