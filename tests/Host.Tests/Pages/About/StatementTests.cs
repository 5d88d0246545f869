using AngleSharp.Dom;
using Governance.Tests.Host.SignIn;

namespace Governance.Tests.Host.Pages.About;

/// <summary>The statements are data of the installation, and the cookies page tells the truth.</summary>
public sealed class StatementTests
{
    [Fact]
    public async Task Statement_OfTheInstallation_StandsInPlaceOfTheReleasedOne()
    {
        string folder = Directory.CreateTempSubdirectory("governance-statements-").FullName;
        await using var host = new RunningHost(
            new(StringComparer.Ordinal) { ["Statements:Folder"] = folder }
        );
        await host.InitializeAsync();
        using PageVisitor anybody = PageVisitor.Anybody(host);
        IDocument released = await anybody.OpenAsync("/privacy");

        await File.WriteAllTextAsync(
            Path.Combine(folder, "privacy.md"),
            "## Ours\n\nWritten here. <script>alert(1)</script>"
        );
        IDocument own = await anybody.OpenAsync("/privacy");

        Assert.Contains(
            "Check:",
            released.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Written here.",
            own.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Check:",
            own.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Empty(own.QuerySelectorAll("main script"));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Cookies_ThatAreSet_AreExactlyThoseThatThePageNames()
    {
        await using var host = new RunningHost();
        await host.InitializeAsync();
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        IDocument page = await officer.OpenAsync("/rehearsal");
        using HttpResponseMessage told = await officer.SendAsync(page, "Clock");
        await officer.OpenAsync("/home");
        IDocument form = await officer.SendAndFollowAsync(
            await officer.OpenAsync("/raise"),
            null,
            ("key", (string)(await Escalations.LinkAsync(host))["key"]!)
        );
        await officer.SendAndFollowAsync(
            form,
            null,
            ("ladder", "wirral-2015"),
            ("raisedWith", "police"),
            ("caseReference", "EX-1"),
            ("concern", "We disagree.")
        );
        IDocument cookies = await officer.OpenAsync("/cookies");

        Assert.Equal(
            cookies
                .QuerySelectorAll("main li code")
                .Select(name => name.TextContent)
                .Except(EntraTests.CookiesOnTheWay)
                .Order(),
            officer.CookiesSet.Order()
        );
    }
}
