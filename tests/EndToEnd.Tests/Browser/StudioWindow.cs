using System.Text.Json;
using Governance.Tests.Shared;
using Microsoft.Playwright;

namespace Governance.Tests.EndToEnd.Browser;

/// <summary>
/// Somebody's window with a designer page in it: the canvas by the mouse, the rest by what is written. It notes every request that
/// would leave the origin, and every complaint of the page that is not expected.
/// </summary>
internal sealed class StudioWindow
{
    /// <summary>What a browser says of its own about an answer that refuses; the tests that refuse something look at the words.</summary>
    private const string Refused = "the server responded with a status of 400";

    private readonly IPage _page;
    private readonly Uri _host;
    private readonly List<string> _outside = [];
    private readonly List<string> _complaints = [];

    public StudioWindow(IPage page, Uri host)
    {
        _page = page;
        _host = host;
        page.Request += (_, request) =>
        {
            if (
                !request.Url.StartsWith(host.ToString(), StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal)
                && !request.Url.StartsWith("blob:", StringComparison.Ordinal)
            )
            {
                _outside.Add(request.Url);
            }
        };
        page.Console += (_, message) =>
        {
            if (
                message.Type == "error"
                && !message.Text.Contains(Refused, StringComparison.Ordinal)
            )
            {
                _complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page => _page;

    public ILocator Checks => _page.Locator("#checks");

    public ILocator Told => _page.Locator("#told");

    public async Task OpenAsync(string address)
    {
        IResponse? answer = await _page.GotoAsync(address);
        Assert.True(answer!.Ok, $"{address}: {answer.Status}");
    }

    /// <summary>Opens the editor and waits until its steps are drawn.</summary>
    public async Task OpenEditorAsync(string definition, int steps)
    {
        await OpenAsync($"/designer/definitions/{definition}?partnership=example");
        await DrawnAsync(steps);
    }

    public async Task DrawnAsync(int steps)
    {
        await Assertions
            .Expect(_page.Locator(".x6-node .elsa-activity"))
            .ToHaveCountAsync(steps, new() { Timeout = 60_000 });
        await SettledAsync();
    }

    /// <summary>Drags an activity from the palette onto the canvas; answers the new step's id.</summary>
    public async Task<string> DropAsync(string category, string activity, float x, float y)
    {
        string[] before = await StepsAsync();
        ILocator panel = _page
            .Locator(".mud-expand-panel")
            .Filter(
                new()
                {
                    Has = _page.Locator(
                        ".mud-expand-panel-text",
                        new() { HasTextString = category }
                    ),
                }
            );
        await panel.Locator(".mud-expand-panel-header").ClickAsync();
        await panel
            .Locator(".cursor-grab")
            .Filter(new() { HasTextString = activity })
            .DragToAsync(
                _page.Locator(".x6-graph-svg").First,
                new()
                {
                    TargetPosition = new TargetPosition { X = x, Y = y },
                }
            );
        await DrawnAsync(before.Length + 1);
        return (await StepsAsync()).Except(before).Single();
    }

    /// <summary>Draws an arrow from an exit of a step to another step.</summary>
    public async Task ConnectAsync(string from, string exit, string to)
    {
        int arrows = await _page.Locator(".x6-edge").CountAsync();
        // What is selected has a frame over its exits.
        await _page
            .Locator(".x6-graph-svg")
            .First.ClickAsync(
                new()
                {
                    Position = new Position { X = 12, Y = 12 },
                }
            );
        await SettledAsync();
        await MoveToAsync(Port(from, exit));
        await _page.Mouse.DownAsync();
        await MoveToAsync(Port(to, "In"));
        await _page.Mouse.UpAsync();
        await Assertions.Expect(_page.Locator(".x6-edge")).ToHaveCountAsync(arrows + 1);
        await SettledAsync();
    }

    /// <summary>Selects a step and types into a field of its form.</summary>
    public async Task SetAsync(string step, string field, string value)
    {
        // By the mouse alone: what is selected already has a frame before it.
        await MoveToAsync(
            _page.Locator($"elsa-activity-wrapper[activity-id='{step}'] .activity-icon")
        );
        await _page.Mouse.DownAsync();
        await _page.Mouse.UpAsync();
        ILocator input = _page
            .Locator(".mud-input-control")
            .Filter(new() { Has = _page.Locator("label", new() { HasTextString = field }) })
            .Locator("input")
            .First;
        await input.FillAsync(value);
        await input.PressAsync("Tab");
    }

    public async Task ShowAllAsync()
    {
        await _page.Locator(".designer-studio button[title='Show the whole drawing']").ClickAsync();
        await SettledAsync();
    }

    /// <summary>Presses the button that publishes; what stands against it is answered at once.</summary>
    public Task ProposeAsync() =>
        _page.Locator(".designer-studio button[title='Propose to publish']").ClickAsync();

    /// <summary>Proposes to publish, with the reason that is asked for.</summary>
    public async Task ProposeAsync(string reason)
    {
        await ProposeAsync();
        await _page.GetByLabel("Why?").FillAsync(reason);
        await _page.Locator("#ask-yes").ClickAsync();
    }

    public Task ImportAsync(string file) =>
        _page.Locator("input[type=file]").First.SetInputFilesAsync(file);

    /// <summary>Our own part of the page; Studio's is left out, since the outline is what everybody can use.</summary>
    public async Task LookAsync()
    {
        IReadOnlyList<string> violations = await Axe.ViolationsAsync(_page, besides: "#studio");
        Assert.True(violations.Count == 0, $"{_page.Url}: {string.Join('\n', violations)}");
    }

    /// <summary>Nothing left the origin, and nothing was complained of.</summary>
    public void IsClean()
    {
        Assert.True(
            _outside.Count == 0,
            $"Asked elsewhere than {_host}: {string.Join('\n', _outside)}"
        );
        Assert.True(_complaints.Count == 0, string.Join('\n', _complaints));
    }

    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("GOVERNANCE_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await _page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        }
    }

    private ILocator Port(string step, string port) =>
        _page.Locator($".x6-node[data-cell-id='{step}'] .x6-port-body[port='{port}']");

    private async Task MoveToAsync(ILocator what)
    {
        LocatorBoundingBoxResult box = (await what.BoundingBoxAsync())!;
        await _page.Mouse.MoveAsync(
            box.X + (box.Width / 2),
            box.Y + (box.Height / 2),
            new() { Steps = 8 }
        );
    }

    private async Task<string[]> StepsAsync() =>
        JsonSerializer.Deserialize<string[]>(
            await _page.EvaluateAsync<string>(
                "() => JSON.stringify([...document.querySelectorAll('.x6-node')].map(node => node.dataset.cellId))"
            )
        )!;

    /// <summary>Studio measures its steps and saves by itself: nothing is on its way, and nothing moves from one frame to the next.</summary>
    private async Task SettledAsync()
    {
        await _page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await _page.WaitForFunctionAsync(
            """
            () => {
              const now = [...document.querySelectorAll('.x6-node')].map(node => node.getAttribute('transform') + node.getBoundingClientRect().width).join()
              const still = now === window.stoodAt
              window.stoodAt = now
              return still
            }
            """,
            null,
            new() { PollingInterval = 300 }
        );
    }
}
