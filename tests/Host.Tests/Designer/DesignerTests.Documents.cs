using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Governance.Tests.Host.Designer;

/// <content>What comes in as a document, goes out as one, and what is refused in it.</content>
public sealed partial class DesignerTests
{
    [Fact]
    public async Task RoundTrip_OfWhatStudioWrote_KeepsEveryPropertyThatNobodyKnows()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        Gen<JsonNode?> value = Gen.OneOf(
            Gen.Choose(-9, 9).Select(number => (JsonNode?)number),
            Gen.Elements(true, false).Select(flag => (JsonNode?)flag),
            Gen.Elements("", "a", "é ✓", "<b>", "\\n").Select(text => (JsonNode?)text),
            Gen.Constant((JsonNode?)null),
            Gen.Choose(0, 3)
                .Select(length =>
                    (JsonNode?)
                        new JsonArray([.. Enumerable.Range(0, length).Select(at => (JsonNode?)at)])
                ),
            Gen.Choose(0, 99)
                .Select(number =>
                    (JsonNode?)new JsonObject { ["deep"] = new JsonObject { ["n"] = number } }
                )
        );
        Gen<(int Place, JsonNode? Value)[]> extras = Gen.Zip(Gen.Choose(0, 7), value)
            .Select(pair => (pair.Item1, pair.Item2))
            .ArrayOf(12);
        string id = (string)(await SaveAsync(officer, Studio()))["definitionId"]!;

        Prop.ForAll(
                extras.ToArbitrary(),
                given =>
                {
                    JsonObject sent = Studio();
                    sent["definitionId"] = id;
                    JsonNode[] places =
                    [
                        sent,
                        sent["root"]!,
                        sent["root"]!["activities"]![0]!,
                        sent["root"]!["activities"]![0]!["metadata"]!,
                        sent["root"]!["activities"]![0]!["eventName"]!,
                        sent["root"]!["connections"]![0]!,
                        sent["variables"]![0]!,
                        sent["options"]!,
                    ];
                    for (int at = 0; at < given.Length; at++)
                    {
                        places[given[at].Place][$"x{at}"] = given[at].Value?.DeepClone();
                    }

                    JsonObject got = SaveAsync(officer, sent).GetAwaiter().GetResult();
                    JsonObject exported = officer
                        .GetAsync($"{Definitions}/{id}/export")
                        .JsonAsync()
                        .GetAwaiter()
                        .GetResult();
                    return JsonNode.DeepEquals(Plain(Meaning(sent)), Plain(Meaning(got)))
                        && JsonNode.DeepEquals(Meaning(sent), Meaning(exported));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(30));
    }

    [Fact]
    public async Task Import_WithUnknownTypes_Is400WithEveryOneNamed()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        JsonObject definition = Studio();
        definition["root"]!["activities"]![0]!["type"] = "Elsa.SendEmail";
        definition["root"]!["activities"]![1]!["then"]!["type"] = "Acme.Magic";

        JsonObject problem = await officer
            .PostAsJsonAsync($"{Definitions}/import", definition)
            .ProblemAsync(HttpStatusCode.BadRequest, "workflow.definition-cannot-be-saved");

        string errors = problem["errors"]!.ToJsonString();
        Assert.Contains("Elsa.SendEmail", errors, StringComparison.Ordinal);
        Assert.Contains("Acme.Magic", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_AndImport_GiveTheSameDefinitionElsewhere()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        using HttpClient other = await host.AsAsync("other-business-unit-manager");
        using HttpResponseMessage file = await officer.GetAsync(
            $"{Definitions}/policy/export?versionOptions=Published"
        );
        Assert.Equal("policy-v1.json", file.Content.Headers.ContentDisposition!.FileName);
        JsonObject exported = await file.JsonAsync();
        Assert.False(exported.ContainsKey("links"));
        exported["definitionId"] = "policy-from-elsewhere";

        JsonObject imported = await other
            .PostAsJsonAsync($"{Definitions}/import", exported)
            .JsonAsync();

        Assert.True(JsonNode.DeepEquals(Plain(Meaning(exported)), Plain(Meaning(imported))));
        using HttpResponseMessage zip = await officer.PostAsJsonAsync(
            "/elsa/api/bulk-actions/export/workflow-definitions",
            new { ids = new[] { (string)exported["id"]! } }
        );
        using ZipArchive archive = new(await zip.Content.ReadAsStreamAsync());
        Assert.Equal("policy-v1.json", Assert.Single(archive.Entries).Name);

        // Each sees its own partnership's only; the id says nothing to the other.
        await officer
            .GetAsync($"{Definitions}/by-id/{imported["id"]}")
            .ProblemAsync(HttpStatusCode.NotFound, "not-found");
        await officer
            .GetAsync($"{Definitions}/by-definition-id/policy-from-elsewhere")
            .ProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Publish_WhatCannotRun_Is400WithActivityPropertyAndReason()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        JsonObject definition = Studio();
        definition["root"]!["activities"]![0]!["eventName"]!["expression"]!["type"] = "JavaScript";
        definition["root"]!["activities"]![1]!["condition"]!["expression"]!["value"] = "1 <";
        JsonObject saved = await SaveAsync(officer, definition);

        JsonObject problem = await officer
            .PostAsJsonAsync(Definitions, new { model = saved, publish = true })
            .ProblemAsync(HttpStatusCode.BadRequest, "workflow.definition-cannot-run");

        Assert.StartsWith(
            "eventName: ",
            (string)problem["errors"]!["4f2a9c0d11e7b365"]![0]!,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "condition: ",
            (string)problem["errors"]!["If1"]![0]!,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Publish_OfADefinitionThatWaitsWithoutALimit_IsRefusedWithTheStep()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        JsonObject unsafe_ = Studio();
        JsonNode waits = unsafe_["root"]!["activities"]!
            .AsArray()
            .Single(step => (string)step!["type"]! == "Elsa.Event")!;
        waits.AsObject().Remove("noLimitBecause");
        string id = (string)(await SaveAsync(officer, unsafe_))["definitionId"]!;

        JsonObject refused = await officer
            .PostAsJsonAsync($"{Definitions}/{id}/publish", new { })
            .ProblemAsync(HttpStatusCode.BadRequest, "workflow.definition-breaks-rules");

        Assert.Contains("The school agrees", refused.ToJsonString(), StringComparison.Ordinal);
    }
}
