using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;

namespace Governance.Tests.Host.Pages.SignOff;

/// <summary>A change of the framework by page: read in words, signed by three, in force; or withdrawn.</summary>
public sealed class FrameworkChangePagesTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Change_IsReadAndSignedByThreeDelegates_AndThenInForce()
    {
        await host.SetClockAsync("2027-02-03T09:00:00Z");
        JsonObject change = await FrameworkChanges.ProposeAsync(host);
        string round = $"/sign-offs/{change["round"]}";

        foreach ((string seat, string person) in Policies.Signers)
        {
            using PageVisitor signer = await PageVisitor.AsAsync(host, person);
            IDocument inbox = await signer.OpenAsync("/tasks");
            Assert.NotNull(inbox.QuerySelector($"main a[href='{round}']"));
            IDocument read = await signer.OpenAsync(round);
            string text = read.QuerySelector("main")!.TextContent;
            Assert.Contains("A workflow of the governance framework", text);
            Assert.Contains("The whole workflow, in words", text);
            Assert.Contains("Ask every place in writing", text);
            Assert.Contains("Partners asked for plainer words.", text);
            Assert.DoesNotContain("Withdraw the change", text);
            using HttpResponseMessage signed = await Policies.SignAsync(
                host,
                await RoundAsync(change),
                seat,
                person
            );
            Assert.Equal(HttpStatusCode.Created, signed.StatusCode);
        }

        using PageVisitor scrutineer = await PageVisitor.AsAsync(host, "scrutineer");
        Assert.Contains(
            "A change of the framework is in force: A written procedure",
            (await scrutineer.OpenAsync("/notices")).QuerySelector("main")!.TextContent
        );
        using HttpClient lead = await host.AsAsync("police-lead");
        JsonObject after = await lead.GetAsync($"/api/framework-changes/{change["id"]}")
            .JsonAsync();
        Assert.Equal("published", (string?)after["change"]!["state"]);
    }

    [Fact]
    public async Task Change_IsWithdrawnByTheBusinessUnit_WithAReason()
    {
        JsonObject change = await FrameworkChanges.ProposeAsync(host, "task-and-finish-group");
        using PageVisitor unit = await PageVisitor.AsAsync(host, "business-unit-manager");
        IDocument round = await unit.OpenAsync($"/sign-offs/{change["round"]}");
        string withdraw = round
            .QuerySelectorAll("main a")
            .Single(link => link.TextContent == "Withdraw the change")
            .GetAttribute("href")!;
        IDocument form = await unit.OpenAsync(withdraw);
        using (HttpResponseMessage none = await unit.SendAsync(form, null))
        {
            Assert.Single(
                PageVisitor.ErrorsOf(
                    await PageVisitor.ReadAsync(none, HttpStatusCode.UnprocessableEntity)
                )
            );
        }

        await unit.SendAndFollowAsync(form, null, ("reason", "It goes back to the board."));

        Assert.Equal("lapsed", (string?)(await RoundAsync(change))["state"]);
        Assert.Contains(
            "No change of this workflow",
            (await unit.OpenAsync(withdraw)).QuerySelector("main")!.TextContent
        );
    }

    private async Task<JsonObject> RoundAsync(JsonObject change)
    {
        using HttpClient lead = await host.AsAsync("police-lead");
        return await lead.GetAsync($"/api/sign-offs/{change["round"]}").JsonAsync();
    }
}
