using System.Net;
using AngleSharp.Dom;
using Governance.Tests.Host.Sending;

namespace Governance.Tests.Host.Pages.Notices;

/// <summary>How one is told, chosen by page; and what leaves the service, looked after by page.</summary>
public sealed class NoticePagesTests
{
    [Fact]
    public async Task Person_GivesAnAddress_ConfirmsItByTheButton_ChoosesAndTakesItAway()
    {
        await using SmtpSink sink = new();
        await using RunningHost host = new(
            new()
            {
                ["Notices:Email"] = "Smtp",
                ["Notices:Site"] = "https://governance.example.gov.uk",
                ["Notices:Smtp:Host"] = "127.0.0.1",
                ["Notices:Smtp:Port"] = $"{sink.Port}",
                ["Notices:Smtp:From"] = "notices@example.gov.uk",
            }
        );
        await host.InitializeAsync();
        using PageVisitor signer = await PageVisitor.AsAsync(host, "police-delegate");
        IDocument page = await signer.OpenAsync("/notice-preferences");

        using HttpResponseMessage wrong = await signer.SendAsync(
            page,
            "address",
            ("address", "no address")
        );
        IDocument told = await PageVisitor.ReadAsync(wrong, HttpStatusCode.UnprocessableEntity);
        Assert.Single(PageVisitor.ErrorsOf(told));
        page = await signer.SendAndFollowAsync(
            page,
            "address",
            ("address", "police-delegate@example.org")
        );
        Assert.Contains("A link was sent to", TextOf(page), StringComparison.Ordinal);
        await sink.Arrivals.NextAsync();
        string key = sink.Accepted.Single().Message.Split("?key=")[1][..64];

        IDocument confirm = await signer.OpenAsync($"/notice-preferences/confirm?key={key}");
        Assert.DoesNotContain(
            "You are told at",
            TextOf(await signer.OpenAsync("/notice-preferences")),
            StringComparison.Ordinal
        );
        page = await signer.SendAndFollowAsync(confirm, null);
        Assert.Contains(
            "You are told at police-delegate@example.org",
            TextOf(page),
            StringComparison.Ordinal
        );
        page = await signer.SendAndFollowAsync(page, "paces", ("byDuty", "daily"), ("rest", "off"));
        Assert.Equal(
            ["daily", "off"],
            page.QuerySelectorAll("input[type=radio][checked]")
                .Select(radio => radio.GetAttribute("value"))
        );
        page = await signer.SendAndFollowAsync(page, "remove");
        Assert.Contains("You have given no address", TextOf(page), StringComparison.Ordinal);
        Assert.DoesNotContain(
            host.Logs.All,
            line =>
                line.Contains(key, StringComparison.Ordinal)
                || line.Contains("@example.org", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Administrator_TriesAgainOneAndAll_WithAReason()
    {
        await using RunningHost host = new();
        await host.InitializeAsync();
        string one = await Deliveries.GivenUpAsync(host);
        await Deliveries.GivenUpAsync(host);
        using PageVisitor administrator = await PageVisitor.AsAsync(host, "administrator");
        const string List = "/partnerships/example/deliveries";
        Assert.Contains(
            "2 messages given up",
            TextOf(await administrator.OpenAsync(List + "?state=gave-up")),
            StringComparison.Ordinal
        );

        IDocument page = await administrator.OpenAsync($"/deliveries/{one}");
        Assert.Equal("To do: a sign-off", page.QuerySelector("h1")!.TextContent);
        using HttpResponseMessage without = await administrator.SendAsync(page, null);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        page = await administrator.SendAndFollowAsync(page, null, ("reason", "Key mended"));
        Assert.Contains("To be sent", TextOf(page), StringComparison.Ordinal);

        page = await administrator.OpenAsync(List + "/retry");
        page = await administrator.SendAndFollowAsync(page, null, ("reason", "Key mended"));
        Assert.DoesNotContain("given up", TextOf(page), StringComparison.Ordinal);
        Assert.Contains(
            "No message is like this",
            TextOf(await administrator.OpenAsync(List + "?state=gave-up")),
            StringComparison.Ordinal
        );
    }

    private static string TextOf(IDocument page) =>
        string.Join(
            ' ',
            page.QuerySelector("main")!
                .TextContent.Split(
                    (char[]?)null,
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                )
        );
}
