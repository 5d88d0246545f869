using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Governance.Tests.Host.Pages.TaskAndFinishGroups;
using Governance.Tests.Shared;
using Microsoft.Playwright;

namespace Governance.Tests.Host.Pages.Escalation;

/// <summary>A link with a key in a real browser: the key goes from the fragment into the form and out of the address.</summary>
public sealed class KeyInABrowserTests(GroupPagesFixture host) : IClassFixture<GroupPagesFixture>
{
    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task StatusLink_OpensTheStatus_AndLeavesNoKeyInTheAddress(int width)
    {
        string link = (string)(await Escalations.LinkAsync(host))["key"]!;
        JsonObject raised = await host
            .Client.PostAsJsonAsync(
                "/api/raising-links/escalations",
                new { key = link, escalation = Escalations.Body(raisedWith: "localAuthority") }
            )
            .JsonAsync();
        string key = (string)raised["statusKey"]!;
        await Escalations.AnswerAsync(host, (string)raised["id"]!, "local-authority-delegate");
        await using Chromium chromium = await Chromium.StartAsync();
        IBrowserContext context = await chromium.OpenAsync(host.Client.BaseAddress!, width);
        IPage page = await context.NewPageAsync();
        List<string> asked = [];
        page.Request += (_, request) => asked.Add(request.Url);

        await page.GotoAsync("/status#" + key);
        await page.WaitForFunctionAsync(
            "() => document.querySelector('input[name=key]').value.length === 64"
        );
        Assert.DoesNotContain(key, page.Url, StringComparison.Ordinal);
        await page.Locator("main form button").First.ClickAsync();
        await page.WaitForURLAsync(
            "**/status/challenge",
            new() { WaitUntil = WaitUntilState.Commit }
        );
        await page.Locator("footer").WaitForAsync();

        Assert.Contains(
            "Does the answer resolve your concern?",
            await page.Locator("main").InnerTextAsync(),
            StringComparison.Ordinal
        );
        Assert.Empty(await Axe.ViolationsAsync(page));
        Assert.True(
            await page.EvaluateAsync<int>(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
            ) <= 0
        );
        Assert.DoesNotContain(
            asked,
            url => url.Contains(key, StringComparison.Ordinal) && !url.Contains('#')
        );
    }
}
