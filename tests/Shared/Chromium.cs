using Microsoft.Playwright;

namespace Governance.Tests.Shared;

/// <summary>
/// A real browser: the machine's own Chromium, one for a test class, ended with it. It is found by <c>GOVERNANCE_CHROMIUM</c> or
/// where systems install it; without one the tests fail and say what to install.
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    /// <summary>Of every window, in CSS pixels.</summary>
    public const int Height = 900;

    private static readonly string[] Usual =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    public static async Task<Chromium> StartAsync()
    {
        IPlaywright playwright = await Playwright.CreateAsync();
        IBrowser browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = Find(), Args = Arguments }
        );
        return new Chromium(playwright, browser);
    }

    /// <summary>Somebody's window: its own cookies, an address to begin with, a width, script or none.</summary>
    /// <param name="trustsAll">For a provider with a certificate that only a test made.</param>
    public async Task<IBrowserContext> OpenAsync(
        Uri host,
        int width = 1280,
        bool script = true,
        bool trustsAll = false
    )
    {
        IBrowserContext context = await _browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = host.ToString(),
                JavaScriptEnabled = script,
                IgnoreHTTPSErrors = trustsAll,
                Locale = "en-GB",
                TimezoneId = "Europe/London",
                ViewportSize = new ViewportSize { Width = width, Height = Height },
            }
        );
        context.SetDefaultTimeout(30_000);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string Find() =>
        Environment.GetEnvironmentVariable("GOVERNANCE_CHROMIUM") is { Length: > 0 } named
            ? named
            : Usual.FirstOrDefault(File.Exists)
                ?? throw new InvalidOperationException(
                    "The browser tests need Chromium: install it (on Debian: apt-get install chromium), or name one in GOVERNANCE_CHROMIUM."
                );
}
