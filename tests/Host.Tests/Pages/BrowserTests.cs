using Governance.Contracts;
using Governance.Tests.Shared;
using Microsoft.Playwright;

namespace Governance.Tests.Host.Pages;

/// <summary>Every page in a real browser, on a desk and on a phone: axe, no sideways scrolling, nothing refused by the page's own policy.</summary>
public sealed class BrowserTests(BrowserTests.Fixture fixture) : IClassFixture<BrowserTests.Fixture>
{
    private const int Desk = 1280;
    private const int Phone = 360;

    /// <summary>Elsa Studio is not ours to make accessible (the outline is), and is looked at in the end-to-end tests: it does not start here.</summary>
    private const string StudioStart = "**/designer/_framework/blazor.webassembly*.js";

    /// <summary>
    /// Only the rows' numbers, so that a page's name is in the failure and not in the list of tests. Of a page that stands in several
    /// rows the last, and all of them with <c>GOVERNANCE_JOURNEYS=all</c>.
    /// </summary>
    public static TheoryData<int> Pages()
    {
        var data = new TheoryData<int>();
        for (int row = 0; row < PageRows.All.Count; row++)
        {
            string page = PageRows.All[row].Page;
            if (Axe.LooksEverywhere || PageRows.All.Skip(row + 1).All(later => later.Page != page))
            {
                data.Add(row);
            }
        }

        return data;
    }

    /// <summary>
    /// On a desk's screen, and then on a phone's without loading it again. With <c>GOVERNANCE_JOURNEYS=all</c> axe looks at the phone's
    /// as well; with <c>GOVERNANCE_SCREENSHOTS=folder</c> each is kept as a picture, by its row's number and its address.
    /// </summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_InABrowser_IsAccessibleAndFits(int row)
    {
        PageRow page = PageRows.All[row];
        IPage shown = await fixture.OpenAsync(page);
        List<string> complaints = [];
        void Listen(object? sender, IConsoleMessage message)
        {
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal))
            {
                complaints.Add(message.Text);
            }
        }

        shown.Console += Listen;
        await shown.GotoAsync(fixture.World.At(page.Address));
        await LookAsync(shown, page, row, Desk, withAxe: true);
        await LookAsync(shown, page, row, Phone, withAxe: Axe.LooksEverywhere);
        shown.Console -= Listen;

        Assert.True(complaints.Count == 0, $"{page.Address}: {string.Join('\n', complaints)}");
    }

    private static async Task LookAsync(IPage shown, PageRow page, int row, int width, bool withAxe)
    {
        await shown.SetViewportSizeAsync(width, Chromium.Height);
        IReadOnlyList<string> violations = withAxe ? await Axe.ViolationsAsync(shown) : [];
        int over = await shown.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        );
        if (Environment.GetEnvironmentVariable("GOVERNANCE_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await shown.ScreenshotAsync(
                new() { Path = Path.Combine(folder, PictureOf(page, row, width)), FullPage = true }
            );
        }

        Assert.True(
            violations.Count == 0,
            $"{page.Address} at {width} px: {string.Join('\n', violations)}"
        );
        Assert.True(over <= 0, $"{page.Address} is {over} px wider than a window of {width} px.");
    }

    private static string PictureOf(PageRow page, int row, int width)
    {
        string name = string.Concat(
            page.Page.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-')
        );
        return $"{row:000}-{width}-{name}.png";
    }

    [Fact]
    public async Task Axe_OnABadPage_FindsIt_SoTheTestCanFail()
    {
        IPage shown = await fixture.OpenAsync(PageRows.All[0]);
        await shown.SetContentAsync("<html><body><img src='x'><input></body></html>");

        Assert.NotEmpty(await Axe.ViolationsAsync(shown));
    }

    /// <summary>The world of pages, a browser, and one window for each person.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        private readonly Dictionary<string, IPage> _windows = [];
        private Chromium? _chromium;

        public PageWorld World { get; } = new();

        public async Task InitializeAsync()
        {
            await ((IAsyncLifetime)World).InitializeAsync();
            _chromium = await Chromium.StartAsync();
        }

        /// <summary>The window of somebody who sees the page; of nobody when everybody does.</summary>
        internal async Task<IPage> OpenAsync(PageRow page)
        {
            string person = page.IsPublic
                ? string.Empty
                : PageWorld.PersonOf[Roles.All.First(page.Open.Contains)];
            if (!_windows.TryGetValue(person, out IPage? window))
            {
                IBrowserContext context = await _chromium!.OpenAsync(
                    World.Client.BaseAddress!,
                    Desk
                );
                await context.RouteAsync(
                    StudioStart,
                    route =>
                        route.FulfillAsync(
                            new() { ContentType = "text/javascript", Body = string.Empty }
                        )
                );
                window = await context.NewPageAsync();
                if (person.Length > 0)
                {
                    await window.GotoAsync("/rehearsal");
                    await window
                        .Locator($"form:has(input[name=person][value='{person}']) button")
                        .First.ClickAsync();
                }

                _windows[person] = window;
            }

            return window;
        }

        public async Task DisposeAsync()
        {
            if (_chromium is not null)
            {
                await _chromium.DisposeAsync();
            }

            await World.DisposeAsync();
        }
    }
}
