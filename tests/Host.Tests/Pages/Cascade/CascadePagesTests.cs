using System.Net;
using AngleSharp.Dom;

namespace Governance.Tests.Host.Pages.Cascade;

/// <summary>An agency confirms, and the business unit chases the others, by the pages alone.</summary>
public sealed class CascadePagesTests(CascadePagesTests.Fixture host)
    : IClassFixture<CascadePagesTests.Fixture>
{
    [Fact]
    public async Task Agency_ConfirmsInParts_AndTheOthersAreChased()
    {
        string address = $"/policies/{host.Policy}/cascade";
        using PageVisitor school = await PageVisitor.AsAsync(host, "schools-representative");
        IDocument mine = await school.OpenAsync(address);
        IDocument form = await school.OpenAsync(
            mine.QuerySelector($"a[href='{address}/schools']")!.GetAttribute("href")!
        );
        Assert.Equal(4, form.QuerySelectorAll("input[type=checkbox]").Length);

        IDocument half = await school.SendAndFollowAsync(
            form,
            null,
            ("briefed", "true"),
            ("websiteUpdated", "true")
        );
        Assert.Contains(
            "has not confirmed everything yet",
            half.Body!.TextContent,
            StringComparison.Ordinal
        );
        IDocument again = await school.OpenAsync($"{address}/schools");
        using HttpResponseMessage without = await school.SendAsync(
            again,
            null,
            ("briefed", "false")
        );
        IDocument refused = await PageVisitor.ReadAsync(
            without,
            HttpStatusCode.UnprocessableEntity
        );
        Assert.Contains(
            "Say why you take back",
            Assert.Single(PageVisitor.ErrorsOf(refused)),
            StringComparison.Ordinal
        );
        IDocument whole = await school.SendAndFollowAsync(
            again,
            null,
            ("ownPolicyUpdated", "true"),
            ("trainingUpdated", "true")
        );
        Assert.Contains(
            "has confirmed its cascade",
            whole.Body!.TextContent,
            StringComparison.Ordinal
        );

        using PageVisitor manager = await PageVisitor.AsAsync(host, "business-unit-manager");
        IDocument list = await manager.OpenAsync(address);
        Assert.Contains(
            "1 of 3 agencies have confirmed",
            list.Body!.TextContent,
            StringComparison.Ordinal
        );
        IDocument check = await manager.OpenAsync($"{address}/chase");
        Assert.Equal(2, check.QuerySelectorAll("main .govuk-list--bullet li").Length);
        IDocument told = await manager.SendAndFollowAsync(check, null);
        Assert.Contains(
            "2 agencies were told once more",
            told.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Null(told.QuerySelector($"a[href='{address}/chase']"));
        using HttpResponseMessage twice = await manager.SendAsync(
            await manager.OpenAsync($"{address}/chase"),
            null
        );
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
    }

    [Fact]
    public async Task Agency_ForAnother_CannotConfirm()
    {
        using PageVisitor school = await PageVisitor.AsAsync(host, "schools-representative");

        await school.OpenAsync(
            $"/policies/{host.Policy}/cascade/hospital",
            HttpStatusCode.Forbidden
        );
        await school.OpenAsync($"/policies/{host.Policy}/cascade/nowhere", HttpStatusCode.NotFound);
    }

    public sealed class Fixture : RunningHost, IAsyncLifetime
    {
        public string Policy { get; private set; } = "";

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            await SetClockAsync("2027-02-03T09:00:00Z");
            Policy = (string)(await Policies.CreateAsync(this))["id"]!;
            await LibraryTexts.PublishAsync(this, Policy);
        }
    }
}
