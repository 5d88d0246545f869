using System.Net;
using AngleSharp.Dom;

namespace Governance.Tests.Host.Pages.PolicyPages;

/// <summary>A text from its first words to its withdrawal, by pages alone.</summary>
public sealed class WritePolicyJourneyTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Begin = "/partnerships/example/policies/new";

    [Fact]
    public async Task Journey_DraftPreviewSaveCompareSignOffWithdraw()
    {
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        IDocument form = await officer.OpenAsync(Begin);
        (string, string)[] typed =
        [
            ("title", "Bruises in babies"),
            ("body", "# Purpose\n\nEvery bruise is *seen*.\n"),
            ("tags", "babies, health"),
        ];
        using HttpResponseMessage previewed = await officer.SendAsync(
            form,
            null,
            [.. typed, ("do", "preview")]
        );
        IDocument preview = await PageVisitor.ReadAsync(previewed);
        IDocument policy = await officer.SendAndFollowAsync(preview, null, ("do", "save"));
        string id = policy.QuerySelector("a[href$='/draft']")!.GetAttribute("href")!.Split('/')[2];
        IDocument draft = await officer.OpenAsync($"/policies/{id}/draft");
        await officer.SendAndFollowAsync(
            draft,
            null,
            ("body", "# Purpose\n\nEvery bruise is *asked about*.\n"),
            ("do", "save")
        );
        using HttpResponseMessage chosen = await officer.GetAsync(
            $"/policies/{id}/versions?from=1&to=2"
        );
        IDocument changes = await officer.OpenAsync(chosen.Headers.Location!.ToString());
        IDocument check = await officer.OpenAsync($"/policies/{id}/request-sign-off");
        IDocument asked = await officer.SendAndFollowAsync(check, null);
        IDocument why = await officer.OpenAsync($"/policies/{id}/withdraw");
        using HttpResponseMessage unsaid = await officer.SendAsync(why, "Check");
        IDocument unsaidPage = await PageVisitor.ReadAsync(
            unsaid,
            HttpStatusCode.UnprocessableEntity
        );
        using HttpResponseMessage given = await officer.SendAsync(
            why,
            "Check",
            ("reason", "Replaced by the regional one.")
        );
        IDocument last = await PageVisitor.ReadAsync(given);
        IDocument withdrawn = await officer.SendAndFollowAsync(last, null);

        Assert.Equal("Purpose", preview.QuerySelector(".app-text h3")!.TextContent);
        Assert.Equal("babies, health", preview.QuerySelector("#tags")!.GetAttribute("value"));
        Assert.Contains("asked about", changes.QuerySelector(".app-changes ins")!.TextContent);
        Assert.NotNull(changes.QuerySelector(".app-changes del .govuk-visually-hidden"));
        Assert.Contains("Director of Children", check.QuerySelector("dl")!.TextContent);
        Assert.Contains("Sign-off is asked for", asked.QuerySelector("main")!.TextContent);
        Assert.Equal(["Say why the policy is withdrawn."], PageVisitor.ErrorsOf(unsaidPage));
        Assert.Contains(
            "Replaced by the regional one.",
            withdrawn.QuerySelector("main")!.TextContent
        );
    }

    [Fact]
    public async Task Save_WhenSomebodySavedMeanwhile_KeepsBothTexts_AndSavesOverKnowingly()
    {
        string id = (string)(await Policies.CreateAsync(host))["id"]!;
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        using PageVisitor manager = await PageVisitor.AsAsync(host, "business-unit-manager");
        IDocument mine = await officer.OpenAsync($"/policies/{id}/draft");
        IDocument theirs = await manager.OpenAsync($"/policies/{id}/draft");
        await manager.SendAndFollowAsync(theirs, null, ("body", "Their words."), ("do", "save"));

        using HttpResponseMessage stale = await officer.SendAsync(
            mine,
            null,
            ("body", "My words."),
            ("do", "save")
        );
        IDocument both = await PageVisitor.ReadAsync(stale, HttpStatusCode.PreconditionFailed);
        IDocument saved = await officer.SendAndFollowAsync(both, null, ("do", "saveOver"));
        IDocument now = await officer.OpenAsync($"/policies/{id}/draft");

        Assert.Equal("My words.", both.QuerySelector("#body")!.TextContent.Trim());
        Assert.Contains("Their words.", both.QuerySelector("#theirs")!.TextContent);
        Assert.NotNull(both.QuerySelector(".app-changes ins"));
        Assert.Contains("Version 3 is saved.", saved.QuerySelector("main")!.TextContent);
        Assert.Equal("My words.", now.QuerySelector("#body")!.TextContent.Trim());
    }

    [Fact]
    public async Task Begin_WithWhatIsWrong_SaysAllOfIt_AndKeepsWhatWasTyped()
    {
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        IDocument form = await officer.OpenAsync(Begin);

        using HttpResponseMessage answer = await officer.SendAsync(
            form,
            null,
            ("title", ""),
            ("body", "Words that took an hour."),
            ("reviewMonths", "soon"),
            ("do", "save")
        );
        IDocument again = await PageVisitor.ReadAsync(answer, HttpStatusCode.UnprocessableEntity);

        Assert.Equal(
            ["This cannot be empty.", "Give 1 to 60 months."],
            PageVisitor.ErrorsOf(again)
        );
        Assert.Equal("soon", again.QuerySelector("#reviewMonths")!.GetAttribute("value"));
        Assert.Contains("took an hour", again.QuerySelector("#body")!.TextContent);
    }

    [Fact]
    public async Task Begin_SentTwice_BeginsOnePolicy()
    {
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        IDocument form = await officer.OpenAsync(Begin);
        (string, string)[] typed = [("title", "Sent twice"), ("body", "Once."), ("do", "save")];

        using HttpResponseMessage one = await officer.SendAsync(form, null, typed);
        using HttpResponseMessage two = await officer.SendAsync(form, null, typed);

        Assert.Equal(HttpStatusCode.Redirect, one.StatusCode);
        Assert.Equal(one.Headers.Location, two.Headers.Location);
    }

    [Fact]
    public async Task Draft_TellsASeatHolder_ThatAuthorsCannotSign()
    {
        string id = (string)(await Policies.CreateAsync(host))["id"]!;
        using PageVisitor police = await PageVisitor.AsAsync(host, "police-delegate");

        IDocument draft = await police.OpenAsync($"/policies/{id}/draft");

        Assert.Contains("you cannot sign it", draft.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Attachments_AreSentTakenOffAfterACheckAndDownloaded_AndWrongOnesRefused()
    {
        string id = (string)(await Policies.CreateAsync(host))["id"]!;
        string address = $"/policies/{id}/attachments";
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        IDocument page = await officer.OpenAsync(address);

        using HttpResponseMessage wrong = await officer.SendFileAsync(page, "run.exe", [1, 2, 3]);
        IDocument refused = await PageVisitor.ReadAsync(wrong, HttpStatusCode.UnprocessableEntity);
        using HttpResponseMessage large = await officer.SendFileAsync(
            page,
            "pathway.pdf",
            [.. Policies.Pdf("x"), .. new byte[3 * 1024 * 1024]]
        );
        IDocument listed = await officer.OpenAsync(address);
        string file = listed.QuerySelector("a[href*='handler=File']")!.GetAttribute("href")!;
        using HttpResponseMessage download = await officer.GetAsync(file);
        IDocument check = await officer.OpenAsync(
            listed.QuerySelector("a[href*='remove=']")!.GetAttribute("href")!
        );
        IDocument left = await officer.SendAndFollowAsync(check, "Remove");

        Assert.Contains(
            "Only PDF, Word, PNG and JPEG",
            Assert.Single(PageVisitor.ErrorsOf(refused))
        );
        Assert.Equal(HttpStatusCode.Redirect, large.StatusCode);
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("pathway.pdf", check.QuerySelector("main")!.TextContent);
        Assert.Contains("There is no file yet.", left.QuerySelector("main")!.TextContent);
    }
}
