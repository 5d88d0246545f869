using System.Text;
using System.Text.RegularExpressions;
using Governance.Tests.Shared;
using Microsoft.Playwright;

namespace Governance.Tests.EndToEnd.Browser;

/// <summary>
/// Somebody of the example partnership at a browser, who reads, types and presses what stands on the page and nothing else. Where
/// script runs, what comes of each press is looked at with axe; pages as they are first opened are too where
/// <c>GOVERNANCE_JOURNEYS=all</c>, since each is looked at by itself in the host's tests.
/// </summary>
internal sealed partial class BrowserPerson : IAsyncDisposable
{
    private const int Wide = 1280;

    /// <summary>The pattern is handed to the browser; it runs here in no test.</summary>
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    private readonly IBrowserContext _context;
    private readonly bool _script;

    private BrowserPerson(IBrowserContext context, IPage page, bool script)
    {
        _context = context;
        Page = page;
        _script = script;
    }

    public IPage Page { get; }

    /// <summary>Nobody in particular: the public.</summary>
    public static async Task<BrowserPerson> AnybodyAsync(Chromium chromium, Uri host, bool script)
    {
        IBrowserContext context = await chromium.OpenAsync(host, Wide, script);
        return new BrowserPerson(context, await context.NewPageAsync(), script);
    }

    public static async Task<BrowserPerson> SignInAsync(
        Chromium chromium,
        Uri host,
        string person,
        bool script
    )
    {
        BrowserPerson visitor = await AnybodyAsync(chromium, host, script);
        await visitor.OpenAsync("/");
        await visitor.Page.Locator("main a.govuk-button--start").ClickAsync();
        await visitor
            .Page.Locator($"form:has(input[name=person][value='{person}']) button")
            .First.ClickAsync();
        await visitor.LookAsync();
        return visitor;
    }

    public async Task OpenAsync(string address)
    {
        IResponse? answer = await Page.GotoAsync(address);
        Assert.True(answer!.Ok, $"{address}: {answer.Status}");
        await LookAsync();
    }

    /// <summary>Follows a link by what it says, also one that looks like a button.</summary>
    public Task FollowAsync(string link) =>
        ClickAsync(Page.Locator("main a").Filter(new() { HasTextRegex = Beginning(link) }));

    /// <summary>Presses a button of the page by what it says.</summary>
    public Task PressAsync(string button) =>
        ClickAsync(
            Page.Locator("main")
                .GetByRole(AriaRole.Button, new() { NameRegex = Beginning(button) }),
            presses: true
        );

    /// <summary>Types into a field by its label.</summary>
    public Task TypeAsync(string label, string text) =>
        Page.Locator("main").GetByLabel(Beginning(label)).First.FillAsync(text);

    /// <summary>Ticks a box or chooses an answer by its label.</summary>
    public Task TickAsync(string label) =>
        Page.Locator("main").GetByLabel(Beginning(label)).First.CheckAsync();

    /// <summary>Chooses from a list the first entry that begins so.</summary>
    public async Task ChooseAsync(string label, string option)
    {
        ILocator list = Page.Locator("main").GetByLabel(Beginning(label)).First;
        string? value = await list.Locator("option")
            .Filter(new() { HasTextRegex = Beginning(option) })
            .First.GetAttributeAsync("value");
        await list.SelectOptionAsync(new SelectOptionValue { Value = value });
    }

    /// <summary>Gives a date in its three fields.</summary>
    public async Task DateAsync(string label, DateOnly date)
    {
        ILocator fields = Page.Locator("main fieldset")
            .Filter(
                new() { Has = Page.Locator("legend", new() { HasTextRegex = Beginning(label) }) }
            )
            .First;
        await fields.GetByLabel("Day").FillAsync($"{date.Day}");
        await fields.GetByLabel("Month").FillAsync($"{date.Month}");
        await fields.GetByLabel("Year").FillAsync($"{date.Year}");
    }

    /// <summary>Gives a text file to a field by its label.</summary>
    public Task UploadAsync(string label, string name, string text) =>
        Page.Locator("main")
            .GetByLabel(Beginning(label))
            .First.SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "text/plain",
                    Buffer = Encoding.UTF8.GetBytes(text),
                }
            );

    /// <summary>Opens what is folded away, by its summary.</summary>
    public Task UnfoldAsync(string summary) =>
        Page.Locator("main summary")
            .Filter(new() { HasTextRegex = Beginning(summary) })
            .First.ClickAsync();

    /// <summary>The page's text, as somebody reads it.</summary>
    public Task<string> ReadAsync() => Page.Locator("main").InnerTextAsync();

    public Task SeesAsync(string text) =>
        Assertions
            .Expect(Page.Locator("main"))
            .ToContainTextAsync(text, new() { IgnoreCase = true, UseInnerText = true });

    /// <summary>The id in the address of the page, after <paramref name="before"/>.</summary>
    public string IdAfter(string before) =>
        Page.Url[(Page.Url.IndexOf(before, StringComparison.Ordinal) + before.Length)..]
            .Split('/', '?', '#')[0];

    /// <summary>Keeps a picture in the folder that <c>GOVERNANCE_SCREENSHOTS</c> names; for the README.</summary>
    public async Task PictureAsync(string name)
    {
        if (
            _script
            && Environment.GetEnvironmentVariable("GOVERNANCE_SCREENSHOTS")
                is { Length: > 0 } folder
        )
        {
            await Page.ScreenshotAsync(
                new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") }
            );
        }
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private async Task ClickAsync(ILocator what, bool presses = false)
    {
        try
        {
            await what.First.ClickAsync();
        }
        catch (TimeoutException missing)
        {
            throw new InvalidOperationException($"Not on {Page.Url}: {await ReadAsync()}", missing);
        }

        await LookAsync(presses);
    }

    private async Task LookAsync(bool closely = false)
    {
        // The footer ends every page. Waiting for it survives a navigation at any moment; waiting for the load event does not.
        await Page.Locator("footer").WaitForAsync();
        if (_script && (closely || Axe.LooksEverywhere))
        {
            IReadOnlyList<string> violations = await Axe.ViolationsAsync(Page);
            Assert.True(violations.Count == 0, $"{Page.Url}: {string.Join('\n', violations)}");
        }
    }

    private static Regex Beginning(string text) =>
        new("^\\s*" + Regex.Escape(text), RegexOptions.IgnoreCase, MatchTimeout);
}
