using System.Net;
using System.Text;
using AngleSharp.Dom;

namespace Governance.Tests.Host.Pages.Transfer;

/// <summary>The business unit brings a list in on the page, without script.</summary>
public sealed class BringInJourneyTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Address = "/partnerships/example/imports";

    [Fact]
    public async Task List_WithLinesThatAreWrong_IsCheckedThenBroughtInWithoutThem()
    {
        using PageVisitor manager = await PageVisitor.AsAsync(host, "business-unit-manager");
        IDocument page = await manager.OpenAsync(Address);
        const string list =
            "Name;From\r\nPharmacies together;01/02/2026\r\n;01/02/2026\r\nPharmacies Together;\r\n";

        IDocument check = await PageVisitor.ReadAsync(await SendAsync(manager, page, list));

        Assert.Equal("What would become of the list", Heading(check));
        Assert.Equal(
            ["3", "4"],
            check
                .QuerySelectorAll("#wrong + div th[scope=row]")
                .Select(cell => cell.TextContent.Trim())
        );
        Assert.Contains("the same as line 2", Text(check), StringComparison.Ordinal);
        Assert.DoesNotContain("Pharmacies", await PeopleAsync(manager), StringComparison.Ordinal);
        using HttpResponseMessage report = await manager.SendAsync(check, "Report");
        Assert.Equal("text/csv", report.Content.Headers.ContentType!.MediaType);
        string csv = await report.Content.ReadAsStringAsync();
        Assert.Contains(
            "line,result,column,code,message,id,link,Name,From",
            csv,
            StringComparison.Ordinal
        );
        Assert.Contains("3,refused,\"name, reference\",invalid,", csv, StringComparison.Ordinal);

        IDocument done = await PageVisitor.ReadAsync(await manager.SendAsync(check, "BringIn"));
        IDocument again = await PageVisitor.ReadAsync(await manager.SendAsync(check, "BringIn"));

        Assert.Equal("What came of the list", Heading(done));
        Assert.Equal(["3", "1", "0", "2"], Counts(done));
        Assert.Equal(["3", "0", "1", "2"], Counts(again));
        Assert.Contains(
            "Pharmacies together",
            await PeopleAsync(manager),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task File_ThatCannotBeUsed_IsRefusedOnTheSamePage()
    {
        using PageVisitor manager = await PageVisitor.AsAsync(host, "business-unit-manager");
        IDocument page = await manager.OpenAsync(Address);

        using HttpResponseMessage nothing = await manager.SendAsync(page, null);
        IDocument missing = await PageVisitor.ReadAsync(
            nothing,
            HttpStatusCode.UnprocessableEntity
        );
        IDocument strange = await PageVisitor.ReadAsync(
            await manager.SendFileAsync(
                page,
                "a.csv",
                [.. "name\nCaf"u8, 0xE9],
                ("Kind", "agencies")
            ),
            HttpStatusCode.UnprocessableEntity
        );
        IDocument colour = await PageVisitor.ReadAsync(
            await SendAsync(manager, page, "name,colour\nOne,red\n"),
            HttpStatusCode.UnprocessableEntity
        );

        Assert.Contains("Choose a file.", Errors(missing), StringComparison.Ordinal);
        Assert.Contains("Choose what the list is of.", Errors(missing), StringComparison.Ordinal);
        Assert.Contains("Windows-1252", Errors(strange), StringComparison.Ordinal);
        Assert.Contains("Not known: colour", Errors(colour), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SendAsync(
        PageVisitor visitor,
        IDocument page,
        string list
    ) =>
        visitor.SendFileAsync(
            page,
            "agencies.csv",
            Encoding.UTF8.GetBytes(list),
            ("Kind", "agencies")
        );

    private static async Task<string> PeopleAsync(PageVisitor visitor) =>
        Text(await visitor.OpenAsync("/partnerships/example/people"));

    private static string Heading(IDocument page) => page.QuerySelector("h1")!.TextContent.Trim();

    private static string[] Counts(IDocument page) =>
        [
            .. page.QuerySelectorAll("main .govuk-summary-list__value")
                .Select(cell => cell.TextContent.Trim()),
        ];

    private static string Errors(IDocument page) =>
        page.QuerySelector(".govuk-error-summary")!.TextContent;

    private static string Text(IDocument page) => page.QuerySelector("main")!.TextContent;
}
