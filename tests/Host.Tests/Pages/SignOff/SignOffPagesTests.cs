using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;

namespace Governance.Tests.Host.Pages.SignOff;

/// <summary>The sign-off by page and without script: three seats sign, one rejects, one withdraws, and who may not is told why.</summary>
public sealed class SignOffPagesTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task ThreeSeats_SignByPage_UntilItIsPublished()
    {
        (string policy, JsonObject round) = await OpenAsync("Three by page");
        string at = $"/sign-offs/{round["id"]}";
        foreach ((string seat, string person) in Policies.Signers)
        {
            using PageVisitor signer = await PageVisitor.AsAsync(host, person);
            IDocument read = await signer.OpenAsync(at);
            Assert.NotNull(read.QuerySelector($"main a[href='{at}/sign']"));
            IDocument check = await signer.OpenAsync(at + "/sign");
            string wording = check.QuerySelector("#wording")!.TextContent;

            IDocument done = await signer.SendAndFollowAsync(check, null);

            Assert.Equal("You have signed", done.QuerySelector("h1")!.TextContent);
            JsonObject stored = await RoundAsync(round);
            JsonNode signature = stored["signatures"]!
                .AsArray()
                .Single(each => (string?)each!["seat"] == seat)!;
            Assert.Equal((string?)signature["wording"], wording);
            Assert.Equal((string?)round["hash"], (string?)signature["hash"]);
        }

        Assert.Equal("published", (string?)(await RoundAsync(round))["state"]);
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        JsonObject published = await officer.GetAsync($"/api/policies/{policy}").JsonAsync();
        Assert.Equal("published", (string?)published["state"]);
    }

    [Fact]
    public async Task Sign_SentTwice_SignsOnce()
    {
        (_, JsonObject round) = await OpenAsync("Twice by page");
        using PageVisitor signer = await PageVisitor.AsAsync(host, "police-delegate");
        IDocument check = await signer.OpenAsync($"/sign-offs/{round["id"]}/sign");

        using HttpResponseMessage first = await signer.SendAsync(check, null);
        using HttpResponseMessage second = await signer.SendAsync(check, null);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Single((await RoundAsync(round))["signatures"]!.AsArray());
    }

    [Fact]
    public async Task Sign_OfAnotherText_IsRefusedInPlainWords()
    {
        (_, JsonObject round) = await OpenAsync("Stale by page");
        using PageVisitor signer = await PageVisitor.AsAsync(host, "police-delegate");
        IDocument check = await signer.OpenAsync($"/sign-offs/{round["id"]}/sign");

        using HttpResponseMessage answer = await signer.SendAsync(
            check,
            null,
            ("hash", new string('0', 64))
        );
        IDocument again = await PageVisitor.ReadAsync(answer, HttpStatusCode.Conflict);

        Assert.Contains(
            PageVisitor.ErrorsOf(again),
            error => error.Contains("is not the text of this round", StringComparison.Ordinal)
        );
        Assert.Empty((await RoundAsync(round))["signatures"]!.AsArray());
    }

    [Fact]
    public async Task Reject_NeedsAReason_IsChecked_AndKeepsWhatWasWritten()
    {
        (_, JsonObject round) = await OpenAsync("Rejected by page");
        string at = $"/sign-offs/{round["id"]}";
        using PageVisitor signer = await PageVisitor.AsAsync(host, "board-delegate");
        using PageVisitor late = await PageVisitor.AsAsync(host, "police-delegate");
        IDocument lateCheck = await PageVisitor.ReadAsync(
            await late.SendAsync(
                await late.OpenAsync(at + "/reject"),
                "Check",
                ("reason", "Mine too.")
            )
        );
        IDocument form = await signer.OpenAsync(at + "/reject");
        using HttpResponseMessage empty = await signer.SendAsync(form, "Check", ("reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        IDocument check = await PageVisitor.ReadAsync(
            await signer.SendAsync(form, "Check", ("reason", "Whose voice is heard?"))
        );
        Assert.Equal("Check your rejection", check.QuerySelector("h1")!.TextContent);

        IDocument after = await signer.SendAndFollowAsync(check, "Reject");
        using HttpResponseMessage tooLate = await late.SendAsync(lateCheck, "Reject");
        IDocument kept = await PageVisitor.ReadAsync(tooLate, HttpStatusCode.Conflict);

        Assert.Contains("Whose voice is heard?", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("rejected", (string?)(await RoundAsync(round))["state"]);
        Assert.Contains("Mine too.", kept.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_TakesBackOnesOwnSignature_AndTheSeatIsAskedAgain()
    {
        (_, JsonObject round) = await OpenAsync("Withdrawn by page");
        string at = $"/sign-offs/{round["id"]}";
        await Policies.SignAsync(host, round, "police", "police-delegate").JsonAsync();
        using PageVisitor signer = await PageVisitor.AsAsync(host, "police-delegate");

        IDocument after = await signer.SendAndFollowAsync(
            await signer.OpenAsync(at + "/withdraw"),
            null,
            ("reason", "I read the wrong annex.")
        );

        Assert.NotNull(after.QuerySelector($"main a[href='{at}/sign']"));
        Assert.Contains(
            "I read the wrong annex.",
            after.Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task LeadOfADelegatesText_IsToldWhyNotBeforeTheyBegin()
    {
        (_, JsonObject round) = await OpenAsync("For delegates");
        using PageVisitor lead = await PageVisitor.AsAsync(host, "police-lead");

        IDocument page = await lead.OpenAsync($"/sign-offs/{round["id"]}/sign");

        Assert.Equal("You cannot sign this", page.QuerySelector("h1")!.TextContent);
        Assert.Contains(
            "has not come to the lead",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Author_IsToldWhyNot()
    {
        JsonObject policy = await Policies.CreateAsync(
            host,
            "By its signer",
            author: "police-delegate"
        );
        JsonObject round = await Policies.OpenSignOffAsync(host, (string)policy["id"]!);
        using PageVisitor author = await PageVisitor.AsAsync(host, "police-delegate");

        IDocument page = await author.OpenAsync($"/sign-offs/{round["id"]}/sign");

        Assert.Contains(
            "You have written on this text",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ScrutinyComment_StandsInTheRound_UntilItIsOver()
    {
        (_, JsonObject round) = await OpenAsync("Commented by page");
        string at = $"/sign-offs/{round["id"]}";
        using PageVisitor scrutineer = await PageVisitor.AsAsync(host, "scrutineer");
        IDocument form = await scrutineer.OpenAsync(at + "/comment");

        IDocument after = await scrutineer.SendAndFollowAsync(
            form,
            null,
            ("text", "Who hears the child?")
        );
        foreach ((string seat, string person) in Policies.Signers)
        {
            await Policies.SignAsync(host, round, seat, person).JsonAsync();
        }

        using HttpResponseMessage late = await scrutineer.SendAsync(
            form,
            null,
            ("text", "Too late?")
        );

        Assert.Contains("Who hears the child?", after.Body!.TextContent, StringComparison.Ordinal);
        IDocument kept = await PageVisitor.ReadAsync(late, HttpStatusCode.Conflict);
        Assert.Contains("Too late?", kept.Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<(string Policy, JsonObject Round)> OpenAsync(string title)
    {
        string policy = (string)(await Policies.CreateAsync(host, title))["id"]!;
        return (policy, await Policies.OpenSignOffAsync(host, policy));
    }

    private async Task<JsonObject> RoundAsync(JsonObject round)
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        return await officer.GetAsync($"/api/sign-offs/{round["id"]}").JsonAsync();
    }
}
