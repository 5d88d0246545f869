using System.Net;
using AngleSharp.Dom;

namespace Governance.Tests.Host.Pages.Attestations;

/// <summary>A seat's lead says who still holds what, by pages without script.</summary>
public sealed class AttestationPagesTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Review_IsAnsweredFromTheTask_AndWhoHasLeftLosesTheSeat()
    {
        string police = await Governance.Tests.Host.Attestations.OpenAsync(host, "police");
        using PageVisitor lead = await PageVisitor.AsAsync(host, "police-lead");
        string address = $"/attestations/{police}";
        Assert.NotNull((await lead.OpenAsync("/tasks")).QuerySelector($"main a[href='{address}']"));
        IDocument questions = await lead.OpenAsync(address);
        string[] names =
        [
            .. questions
                .QuerySelectorAll("main fieldset")
                .Select(each => each.QuerySelector("input[type=radio]")!.GetAttribute("name")!),
        ];
        Assert.Equal(3, names.Length);

        IDocument again;
        using (
            HttpResponseMessage left = await lead.SendAsync(
                questions,
                "Check",
                (names[0], "holds"),
                (names[1], "holds")
            )
        )
        {
            again = await PageVisitor.ReadAsync(left, HttpStatusCode.UnprocessableEntity);
        }

        IElement problem = again.QuerySelector(".govuk-error-summary__list a")!;
        Assert.Contains("Head of Public Protection", problem.TextContent);
        Assert.NotNull(again.GetElementById(problem.GetAttribute("href")![1..]));
        Assert.Equal(2, again.QuerySelectorAll("main input[checked]").Length);
        using HttpResponseMessage whole = await lead.SendAsync(
            again,
            "Check",
            (names[0], "holds"),
            (names[1], "holds"),
            (names[2], "hasLeft")
        );
        IDocument check = await PageVisitor.ReadAsync(whole);
        Assert.Contains("1 appointment will end today", check.QuerySelector("main")!.TextContent);

        IDocument answered = await lead.SendAndFollowAsync(check, "Send");

        Assert.Contains("2 confirmed, 1 ended", answered.QuerySelector("main dl")!.TextContent);
        Assert.Empty(answered.QuerySelectorAll("main form"));
        using PageVisitor scrutineer = await PageVisitor.AsAsync(host, "scrutineer");
        IDocument reviews = await scrutineer.OpenAsync("/partnerships/example/attestations");
        Assert.Contains(
            "Head of Public Protection, Deputy, police: has left",
            string.Join(
                ' ',
                reviews
                    .QuerySelector($"main a[href='{address}']")!
                    .Closest("tr")!
                    .TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            )
        );
        Assert.Empty((await scrutineer.OpenAsync(address)).QuerySelectorAll("main form"));
    }
}
