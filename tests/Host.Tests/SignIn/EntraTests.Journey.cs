using System.Text.Json.Nodes;
using Governance.Tests.Shared;
using Microsoft.Playwright;

namespace Governance.Tests.Host.SignIn;

/// <summary>The same as somebody lives it, in a browser: led to the provider and back, asked again before they sign, and out.</summary>
public sealed partial class EntraTests
{
    [Fact]
    public async Task Journey_InABrowser_SignsInSignsAndSignsOut()
    {
        JsonObject round = await world.OpenRoundAsync("Signed in a browser");
        await world.Provider.BehaveAsync(
            new { login = (string?)null, authenticatedBefore = Stale }
        );
        await using Chromium chromium = await Chromium.StartAsync();
        await using IBrowserContext context = await chromium.OpenAsync(
            world.Host.Address,
            trustsAll: true
        );
        IPage page = await context.NewPageAsync();
        List<string> complaints = [];
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                complaints.Add(message.Text);
            }
        };

        await page.GotoAsync($"/sign-offs/{round["id"]}/sign");
        await LookAsync(page, "Sign in");
        await page.GetByText("Example Police").ClickAsync();
        await page.GetByText("Assistant Chief Constable").ClickAsync();

        await LookAsync(page, "Check what you sign");
        await world.Provider.BehaveAsync(new { authenticatedBefore = 0 });
        await SignAsync(page);
        await LookAsync(page, "Show that it is you");
        await page.Locator("main a.govuk-button").ClickAsync();
        await page.GetByText("Assistant Chief Constable").ClickAsync();

        await LookAsync(page, "Check what you sign");
        Assert.Contains(
            "Nothing is done yet",
            await page.Locator("main").InnerTextAsync(),
            StringComparison.Ordinal
        );
        await SignAsync(page);
        // Not for the load event, which a page may have had before anybody waits for it.
        await page.Locator("main").GetByText("You have signed").First.WaitForAsync();
        Assert.Equal(1, await SignaturesAsync(round));

        await page.Locator("header").GetByText("Sign out").ClickAsync();
        await LookAsync(page, "You have signed out");
        await page.GetByText("Sign out of Example Police as well").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, sign me out" }).ClickAsync();
        await LookAsync(page, "You have signed out");
        Assert.Empty(complaints);
    }

    private static Task SignAsync(IPage page) =>
        page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign for" }).ClickAsync();

    /// <summary>
    /// Waits for the page with this heading and looks at it with axe; keeps a picture of it in the folder that
    /// <c>GOVERNANCE_SCREENSHOTS</c> names.
    /// </summary>
    private static async Task LookAsync(IPage page, string heading)
    {
        await page.Locator("h1").GetByText(heading).WaitForAsync();
        if (Environment.GetEnvironmentVariable("GOVERNANCE_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(
                new() { Path = Path.Combine(folder, $"{heading}.png"), FullPage = true }
            );
        }

        IReadOnlyList<string> violations = await Axe.ViolationsAsync(page);
        Assert.True(violations.Count == 0, $"{page.Url}: {string.Join('\n', violations)}");
    }
}
