using System.Text.Json.Nodes;
using Governance.Tests.Shared;
using Microsoft.Playwright;

namespace Governance.Tests.EndToEnd.Browser;

/// <summary>
/// The real Elsa Studio on our pages, by the mouse: a workflow is drawn, checked, mended, proposed and agreed to by a second person;
/// a case is watched; a stranger's definition and a late writer are told so.
/// </summary>
public sealed class DesignerInABrowserTests(DesignerInABrowserTests.Fixture fixture)
    : IClassFixture<DesignerInABrowserTests.Fixture>
{
    private const string Officer = "business-unit-officer";
    private const string Manager = "business-unit-manager";

    private readonly HostProcess _host = fixture.Host;
    private readonly Chromium _chromium = fixture.Chromium;

    [Fact]
    public async Task Workflow_DrawnCheckedMendedAndProposed_IsPublishedByASecondPerson()
    {
        using Visitor officer = await Visitor.SignInAsync(_host.Address, "businessUnit");
        string definition = await DraftAsync(officer, "A visit to a school", connected: false);
        await using BrowserPerson writer = await BrowserPerson.SignInAsync(
            _chromium,
            _host.Address,
            Officer,
            script: true
        );
        StudioWindow studio = new(writer.Page, _host.Address);

        // From the list into the editor.
        await studio.OpenAsync("/designer");
        await studio
            .Page.Locator("tr")
            .Filter(new() { HasTextString = definition })
            .Locator("td")
            .Nth(1)
            .ClickAsync(new() { Timeout = 60_000 });
        await studio.Page.WaitForURLAsync("**/designer/definitions/**");
        await studio.DrawnAsync(2);
        await studio.LookAsync();
        await Sees(studio.Checks, "The ending ‘End’ is never reached");

        // Drawn, connected half, and a limit set.
        string step = await studio.DropAsync("Sign-off", "Collect three signatures", 110, 270);
        await studio.ConnectAsync("Start", "Done", step);
        await studio.SetAsync(step, "Working days", "15");
        JsonObject drawn = await SavedAsync(
            officer,
            definition,
            saved => saved["root"]!.ToJsonString().Contains("\"15\"", StringComparison.Ordinal)
        );
        Assert.Equal("Start", (string)drawn["root"]!["connections"]![0]!["source"]!["activity"]!);

        // Refused with the reason, mended, and sent to a second person.
        await studio.ProposeAsync();
        await Sees(studio.Told, "The ending ‘End’ is never reached");
        await studio.PictureAsync("designer");
        await studio.ConnectAsync(step, "Signed", "End");
        await Sees(studio.Checks, "nothing stands against it");
        await studio.ProposeAsync("Schools asked how their visits are agreed.");
        await Sees(studio.Told, "it takes effect when a second person agrees");
        await Sees(studio.Checks, "waits for a second person");
        await studio.LookAsync();
        studio.IsClean();

        await using BrowserPerson second = await BrowserPerson.SignInAsync(
            _chromium,
            _host.Address,
            Manager,
            script: true
        );
        await second.OpenAsync("/approvals");
        await second.FollowAsync("Publish the workflow “A visit to a school”");
        await Sees(second.Page.Locator("main"), "Schools asked how their visits are agreed.");
        await second.TickAsync("Approve");
        await second.PressAsync("Continue");
        await second.PressAsync("Approve it");
        JsonObject published = await SavedAsync(
            officer,
            definition,
            saved => (bool)saved["isPublished"]!
        );
        Assert.Equal(1, (int)published["version"]!);
    }

    [Fact]
    public async Task Framework_ChangedAndSignedByThreeSeats_IsWhatTheNextCaseRuns()
    {
        using Visitor officer = await Visitor.SignInAsync(_host.Address, "businessUnit");
        await using (
            BrowserPerson writer = await BrowserPerson.SignInAsync(
                _chromium,
                _host.Address,
                Officer,
                script: true
            )
        )
        {
            StudioWindow studio = new(writer.Page, _host.Address);
            await studio.OpenEditorAsync("policy", 13);
            await studio.ShowAllAsync();
            await studio.PictureAsync("designer-policy");
            await studio.SetAsync("Sign", "Working days", "5");
            await SavedAsync(officer, "policy", saved => (int)saved["version"]! == 2);
            await studio.ProposeAsync("Ten days were too long for a policy after a child’s death.");
            await Sees(studio.Told, "It is before the three seats now");
            await Sees(studio.Checks, "The three seats are signing it");
            studio.IsClean();
        }

        ChangeLife seats = new(_chromium, _host.Address);
        JsonNode change = (await officer.GetAsync("/api/partnerships/example/framework-changes"))[
            "items"
        ]![0]!;
        await seats.SignAsync(
            (string)change["round"]!,
            "too long for a policy",
            "was 10, and is now 5"
        );
        JsonObject inForce = await SavedAsync(officer, "policy", _ => true);
        Assert.Equal((2, true), ((int)inForce["version"]!, (bool)inForce["isPublished"]!));
        await WatchAsync(officer, "designer-case");
    }

    /// <summary>A policy begins, and is watched in Studio's viewer while it goes on.</summary>
    private async Task WatchAsync(Visitor officer, string picture)
    {
        JsonNode policy = await officer.PostAsync(
            "/api/partnerships/example/policies",
            new
            {
                @class = "policy",
                title = "Visits to schools",
                summary = "Who goes, and when.",
                body = "# Visits\n\nEvery school is visited.\n",
            }
        );
        await using BrowserPerson watcher = await BrowserPerson.SignInAsync(
            _chromium,
            _host.Address,
            "scrutineer",
            script: true
        );
        StudioWindow studio = new(watcher.Page, _host.Address);

        await studio.OpenAsync("/designer/instances?partnership=example");
        await studio
            .Page.Locator("tr")
            .Filter(new() { HasTextString = "The life of a policy" })
            .First.ClickAsync(new() { Timeout = 60_000 });
        await studio.Page.WaitForURLAsync("**/designer/instances/*");
        ILocator journal = studio.Page.Locator(".mud-timeline");
        await Sees(journal, "Draft the policy - Suspended");
        await studio.LookAsync();
        await officer.PostAsync($"/api/policies/{policy["id"]}/sign-off", new { });

        // It asks again by itself, every few seconds.
        await Sees(
            studio
                .Page.Locator("elsa-activity-wrapper")
                .Filter(new() { HasTextString = "Three signatures" })
                .Locator(".mud-badge"),
            "1"
        );
        await studio.PictureAsync(picture);
        studio.IsClean();
    }

    [Fact]
    public async Task Editor_ToldWhatIsUnknown_AndWhoCameFirst()
    {
        using Visitor officer = await Visitor.SignInAsync(_host.Address, "businessUnit");
        string definition = await DraftAsync(officer, "Drawn by two", connected: true);
        await using BrowserPerson one = await BrowserPerson.SignInAsync(
            _chromium,
            _host.Address,
            Officer,
            script: true
        );
        await using BrowserPerson other = await BrowserPerson.SignInAsync(
            _chromium,
            _host.Address,
            Manager,
            script: true
        );
        StudioWindow first = new(one.Page, _host.Address);
        StudioWindow late = new(other.Page, _host.Address);
        await first.OpenEditorAsync(definition, 2);
        await late.OpenEditorAsync(definition, 2);

        await first
            .Page.Locator(".designer-studio textarea")
            .First.FillAsync("As the officer sees it.");
        await first.Page.Keyboard.PressAsync("Tab");
        await SavedAsync(
            officer,
            definition,
            saved => (string?)saved["description"] == "As the officer sees it."
        );
        await late
            .Page.Locator(".designer-studio textarea")
            .First.FillAsync("As the manager sees it.");
        await late.Page.Keyboard.PressAsync("Tab");
        await Sees(late.Told, "Somebody else has changed this workflow");
        JsonObject kept = await SavedAsync(officer, definition, _ => true);
        Assert.Equal("As the officer sees it.", (string?)kept["description"]);

        string foreign = Path.Combine(Path.GetTempPath(), $"{definition}.json");
        try
        {
            await File.WriteAllTextAsync(foreign, Foreign().ToJsonString());
            await first.ImportAsync(foreign);
            await Sees(first.Told, "Elsa.SendEmail");
            await Sees(first.Told, "Acme.CallTheBank");
        }
        finally
        {
            File.Delete(foreign);
        }

        first.IsClean();
        late.IsClean();

        // A session that ended leads to the sign-in and back, and not to a crash.
        await first.OpenEditorAsync(definition, 2);
        await one.Page.Context.ClearCookiesAsync();
        Assert.True(await LedToTheSignInAsync(first.Page));
    }

    /// <summary>Types until Studio saves: what is typed while it draws itself once more, it forgets.</summary>
    private static async Task<bool> LedToTheSignInAsync(IPage page)
    {
        for (int attempt = 1; attempt <= 4; attempt++)
        {
            try
            {
                await page.Locator(".designer-studio textarea")
                    .First.FillAsync($"Too late in the day, said {attempt} times.");
                await page.Keyboard.PressAsync("Tab");
                await page.WaitForURLAsync(
                    "**/rehearsal?returnUrl=*designer*",
                    new() { WaitUntil = WaitUntilState.Commit, Timeout = 20_000 }
                );
                return true;
            }
            catch (TimeoutException) when (attempt < 4)
            {
                // Typed again.
            }
        }

        return false;
    }

    private static Task Sees(ILocator where, string text) =>
        Assertions
            .Expect(where)
            .ToContainTextAsync(text, new() { Timeout = 60_000, UseInnerText = true });

    private static async Task<string> DraftAsync(Visitor officer, string name, bool connected)
    {
        JsonNode saved = await officer.PostAsync(
            "/elsa/api/workflow-definitions",
            new
            {
                model = new
                {
                    name,
                    root = new
                    {
                        id = "Flow",
                        name = "Flow",
                        type = "Elsa.Flowchart",
                        version = 1,
                        activities = new[] { Step("Start", 40), Step("End", 340) },
                        connections = connected
                            ? new[]
                            {
                                new
                                {
                                    source = new { activity = "Start", port = "Done" },
                                    target = new { activity = "End", port = "In" },
                                },
                            }
                            : [],
                    },
                },
                publish = false,
            }
        );
        return (string)saved["workflowDefinition"]!["definitionId"]!;
    }

    private static object Step(string name, int y) =>
        new
        {
            id = name,
            name,
            type = "Elsa." + name,
            version = 1,
            metadata = new
            {
                displayText = name,
                designer = new
                {
                    position = new { x = 40, y },
                    size = new { width = 160, height = 50 },
                },
            },
        };

    private static JsonObject Foreign() =>
        new()
        {
            ["id"] = "v1",
            ["definitionId"] = "foreign",
            ["name"] = "From elsewhere",
            ["root"] = new JsonObject
            {
                ["id"] = "Flow",
                ["type"] = "Elsa.Flowchart",
                ["version"] = 1,
                ["activities"] = new JsonArray(
                    new JsonObject
                    {
                        ["id"] = "A",
                        ["type"] = "Elsa.SendEmail",
                        ["version"] = 1,
                    },
                    new JsonObject
                    {
                        ["id"] = "B",
                        ["type"] = "Acme.CallTheBank",
                        ["version"] = 1,
                    }
                ),
                ["connections"] = new JsonArray(),
            },
        };

    /// <summary>The latest version once it is so; Studio saves by itself, a moment after each change.</summary>
    private static async Task<JsonObject> SavedAsync(
        Visitor officer,
        string definition,
        Func<JsonObject, bool> isSo
    )
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(30));
        for (; ; )
        {
            JsonNode saved = await officer.GetAsync(
                $"/elsa/api/workflow-definitions/by-definition-id/{definition}"
            );
            if (isSo(saved.AsObject()))
            {
                return saved.AsObject();
            }

            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>One host and one browser for all: each test has definitions of its own.</summary>
    public sealed class Fixture : IAsyncLifetime, IAsyncDisposable
    {
        private readonly BrowserStore _store = new();

        public HostProcess Host { get; private set; } = null!;

        public Chromium Chromium { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Host = await HostProcess.StartAsync(_store.Settings);
            Chromium = await Chromium.StartAsync();
        }

        Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

        public async ValueTask DisposeAsync()
        {
            await Chromium.DisposeAsync();
            await Host.DisposeAsync();
            await _store.DisposeAsync();
        }
    }
}
