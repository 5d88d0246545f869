using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Host.Pages.Scrutiny;

/// <summary>A challenge by page and without script: raised, answered, assessed, closed, re-opened, and seen by the public.</summary>
public sealed class ChallengePagesTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Life_ByPage_FromRaisingToReopening()
    {
        await host.SetClockAsync("2027-02-03T09:00:00Z");
        using PageVisitor scrutineer = await PageVisitor.AsAsync(host, "scrutineer");
        string at = await RaiseAsync(scrutineer);

        using PageVisitor board = await PageVisitor.AsAsync(host, "board-delegate");
        IDocument inbox = await board.OpenAsync("/tasks");
        Assert.Contains("Acknowledge a challenge", inbox.QuerySelector("main")!.TextContent);
        await board.SendAndFollowAsync(
            await board.OpenAsync(at + "/acknowledgement?seat=integratedCareBoard"),
            null
        );
        IDocument answer = await board.OpenAsync(at + "/response?seat=integratedCareBoard");
        using (HttpResponseMessage empty = await board.SendAsync(answer, null))
        {
            IDocument again = await PageVisitor.ReadAsync(
                empty,
                HttpStatusCode.UnprocessableEntity
            );
            Assert.Equal(2, PageVisitor.ErrorsOf(again).Count);
        }

        IDocument answered = await board.SendAndFollowAsync(
            answer,
            null,
            ("position", "accept"),
            ("text", "We write it by March."),
            ("actions[0].text", "Write the plan"),
            ("actions[0].owner", "integratedCareBoard"),
            ("actions[0].due.day", "1"),
            ("actions[0].due.month", "3"),
            ("actions[0].due.year", "2027")
        );
        Assert.Contains("Write the plan", answered.QuerySelector("main")!.TextContent);
        Assert.NotNull(answered.QuerySelector("a[href^='/clocks/']"));

        IDocument check = await PageVisitor.ReadAsync(
            await scrutineer.SendAsync(
                await scrutineer.OpenAsync(at + "/assessment?seat=integratedCareBoard"),
                "Check",
                ("adequate", "yes"),
                ("reason", "It has an owner and a date.")
            )
        );
        Assert.Equal("Check your assessment", check.QuerySelector("h1")!.TextContent);
        IDocument assessed = await scrutineer.SendAndFollowAsync(check, "Send");
        Assert.Contains("Answered adequately", assessed.QuerySelector("main")!.TextContent);

        await EndAsync(scrutineer, at, "closure");
        Assert.Equal("closed", (string?)(await ChallengeAsync(at))["state"]);
        await EndAsync(scrutineer, at, "reopening");
        Assert.Equal("open", (string?)(await ChallengeAsync(at))["state"]);
        await EndAsync(scrutineer, at, "withdrawal");

        using PageVisitor nobody = PageVisitor.Anybody(host);
        IDocument register = await nobody.OpenAsync("/partnerships/example/register");
        string shown = register.QuerySelector("main")!.TextContent;
        Assert.Contains("No plan by page", shown);
        Assert.Contains("Withdrawn", shown);
        Assert.DoesNotContain("Why is there none?", shown);
        JsonObject proof = await host
            .Client.GetAsync("/api/partnerships/example/register/1/proof")
            .JsonAsync();
        Assert.NotEmpty(proof["entries"]!.AsArray());
    }

    [Fact]
    public async Task Policy_UnderChallenge_CarriesItsBanner_AndTheHistoryKeepsTheDates()
    {
        await host.SetClockAsync("2027-02-03T09:00:00Z");
        JsonObject policy = await Policies.CreateAsync(host, "Challenged by page");
        string id = (string)policy["id"]!;
        JsonObject round = await Policies.OpenSignOffAsync(host, id);
        foreach ((string seat, string person) in Policies.Signers)
        {
            using HttpResponseMessage signed = await Policies.SignAsync(host, round, seat, person);
            signed.EnsureSuccessStatusCode();
        }

        using PageVisitor scrutineer = await PageVisitor.AsAsync(host, "scrutineer");
        IDocument page = await scrutineer.OpenAsync($"/policies/{id}");
        string raise = page.QuerySelectorAll("a")
            .Single(link => link.TextContent == "Raise a challenge")
            .GetAttribute("href")!;

        string at = await RaiseAsync(scrutineer, raise);

        IDocument challenged = await scrutineer.OpenAsync($"/policies/{id}");
        Assert.Contains(
            "Under challenge by the independent scrutineer since 3 February 2027",
            challenged.QuerySelector("main")!.TextContent
        );
        string slug = (string)(await PolicyAsync(id))["slug"]!;
        using PageVisitor nobody = PageVisitor.Anybody(host);
        Assert.Contains(
            "Under challenge",
            (await nobody.OpenAsync($"/library/{slug}")).QuerySelector("main")!.TextContent
        );

        await EndAsync(scrutineer, at, "closure");

        string after = (await nobody.OpenAsync($"/library/{slug}"))
            .QuerySelector("main")!
            .TextContent;
        Assert.DoesNotContain("It stays in force.", after);
        Assert.Contains("from 3 February 2027 to 3 February 2027", after);
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        Assert.Contains(
            "Challenged by page",
            (await officer.OpenAsync("/tasks?kind=review")).QuerySelector("main")!.TextContent
        );
    }

    [Fact]
    public async Task Evidence_ByPage_IsAddedReadAndTakenOff()
    {
        JsonObject challenge = await Challenges.RaiseAsync(host, "With files");
        string at = $"/challenges/{challenge["id"]}";
        using PageVisitor scrutineer = await PageVisitor.AsAsync(host, "scrutineer");
        using (
            HttpResponseMessage without = await scrutineer.SendFileAsync(
                await scrutineer.OpenAsync(at + "/evidence"),
                "audits.exe",
                "MZ"u8.ToArray()
            )
        )
        {
            IDocument again = await PageVisitor.ReadAsync(
                without,
                HttpStatusCode.UnprocessableEntity
            );
            Assert.Contains("audits.exe cannot be taken", again.Body!.TextContent);
        }

        await Challenges.AddEvidenceAsync(host, challenge);
        using PageVisitor board = await PageVisitor.AsAsync(host, "board-lead");
        IElement file = (await board.OpenAsync(at))
            .QuerySelectorAll("a")
            .Single(link => link.TextContent == "audits.txt");
        using (HttpResponseMessage read = await board.GetAsync(file.GetAttribute("href")!))
        {
            Assert.Equal("attachment", read.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal("Found.", await read.Content.ReadAsStringAsync());
        }

        IDocument off = await scrutineer.SendAndFollowAsync(
            await scrutineer.OpenAsync(at + "/evidence?off=1"),
            "TakeOff",
            ("reason", "It is the wrong year.")
        );
        Assert.Contains("Taken off", off.QuerySelector("main")!.TextContent);
        Assert.Contains("Evidence changed", (await board.OpenAsync(at)).Body!.TextContent);
    }

    [Fact]
    public async Task Tampered_EveryPageOfTheChallengeSaysSo()
    {
        JsonObject challenge = await Challenges.RaiseAsync(host, "Tampered with");
        string at = $"/challenges/{challenge["id"]}";
        await host
            .Services.GetRequiredService<Upkeep>()
            .RunAsync(async db =>
            {
                await db.Database.ExecuteSqlRawAsync("DROP TRIGGER \"Challenge_by_ruling\"");
                return await db.Database.ExecuteSqlAsync(
                    $"""UPDATE "Challenge" SET "Seriousness" = 'low' WHERE "Id" = {(string)challenge["id"]!}"""
                );
            });
        using PageVisitor scrutineer = await PageVisitor.AsAsync(host, "scrutineer");
        using PageVisitor lead = await PageVisitor.AsAsync(host, "board-lead");

        foreach (
            string page in (string[])
                [
                    "",
                    "/closure",
                    "/withdrawal",
                    "/reopening",
                    "/seriousness",
                    "/edit",
                    "/assessment",
                ]
        )
        {
            Says(await scrutineer.OpenAsync(at + page));
        }

        foreach (string page in (string[])["", "/response", "/acknowledgement", "/position"])
        {
            Says(await lead.OpenAsync(at + page));
        }

        Says(await PageVisitor.Anybody(host).OpenAsync("/partnerships/example/register"));

        static void Says(IDocument page) =>
            Assert.Contains(
                "is not what the record says of it",
                page.QuerySelector("main")!.TextContent
            );
    }

    [Fact]
    public async Task Attempts_OfOthers_StandOnThePageForTheScrutineerAlone()
    {
        JsonObject challenge = await Challenges.RaiseAsync(host, "Tried on");
        using HttpClient manager = await host.AsAsync("business-unit-manager");
        using HttpResponseMessage refused = await manager.PostAsJsonAsync(
            $"/api/challenges/{challenge["id"]}/closure",
            new { reason = "Tidying up." }
        );
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        using PageVisitor scrutineer = await PageVisitor.AsAsync(host, "scrutineer");
        Assert.Contains(
            "permission.scrutinise-challenge",
            (await scrutineer.OpenAsync($"/challenges/{challenge["id"]}"))
                .QuerySelector("main")!
                .TextContent
        );
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        Assert.DoesNotContain(
            "permission.scrutinise-challenge",
            (await officer.OpenAsync($"/challenges/{challenge["id"]}"))
                .QuerySelector("main")!
                .TextContent
        );
    }

    [Fact]
    public async Task Draft_ByPage_OpensByItsPassphraseOnly()
    {
        const string drafts = "/partnerships/example/challenges/drafts";
        using PageVisitor scrutineer = await PageVisitor.AsAsync(host, "scrutineer");
        IDocument list = await scrutineer.SendAndFollowAsync(
            await scrutineer.OpenAsync(drafts),
            null,
            ("text", "Ask about the audits."),
            ("passphrase", Challenges.Passphrase)
        );
        Assert.DoesNotContain("audits", list.QuerySelector("main")!.TextContent);
        IDocument draft = await scrutineer.OpenAsync(
            list.QuerySelector($"main a[href^='{drafts}/0']")!.GetAttribute("href")!
        );

        using HttpResponseMessage wrong = await scrutineer.SendAsync(
            draft,
            "Open",
            ("passphrase", "not the one that it is")
        );
        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        Assert.DoesNotContain("not the one", await wrong.Content.ReadAsStringAsync());
        IDocument opened = await PageVisitor.ReadAsync(
            await scrutineer.SendAsync(draft, "Open", ("passphrase", Challenges.Passphrase))
        );

        Assert.Equal("Ask about the audits.", opened.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal("", opened.QuerySelector("input[type=password]")!.GetAttribute("value"));
    }

    private static async Task<string> RaiseAsync(PageVisitor scrutineer, string? from = null)
    {
        IDocument form = await scrutineer.OpenAsync(from ?? "/partnerships/example/challenges/new");
        (string, string)[] subject = from is null
            ? [("subjectType", "matter"), ("subjectText", "No plan by page")]
            : [];
        IDocument check = await PageVisitor.ReadAsync(
            await scrutineer.SendAsync(
                form,
                "Check",
                [
                    .. subject,
                    ("question", "Why is there none?"),
                    ("addressees", "integratedCareBoard"),
                    ("seriousness", "high"),
                    ("publicSummary", "The scrutineer asks for the plan."),
                ]
            )
        );
        Assert.Equal("Check the challenge", check.QuerySelector("h1")!.TextContent);
        using HttpResponseMessage sent = await scrutineer.SendAsync(check, "Send");
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        return sent.Headers.Location!.ToString();
    }

    private static async Task EndAsync(PageVisitor scrutineer, string at, string how)
    {
        IDocument check = await PageVisitor.ReadAsync(
            await scrutineer.SendAsync(
                await scrutineer.OpenAsync($"{at}/{how}"),
                "Check",
                ("reason", "It is as it should be.")
            )
        );
        await scrutineer.SendAndFollowAsync(check, "Send");
    }

    private async Task<JsonObject> ChallengeAsync(string at)
    {
        using HttpClient scrutineer = await host.AsAsync("scrutineer");
        return await scrutineer.GetAsync("/api" + at).JsonAsync();
    }

    private async Task<JsonObject> PolicyAsync(string id)
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        return await officer.GetAsync($"/api/policies/{id}").JsonAsync();
    }
}
