using System.Net;
using System.Net.Http.Json;
using AngleSharp.Dom;
using Governance.Modules.Partnerships;
using Governance.Modules.Retention;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Host.Pages.Retention;

/// <summary>Holds, disposals and erasures by pages without script.</summary>
public sealed class RetentionPagesTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Hold_IsPlacedFromThePolicysPage_ShownThere_AndLifted()
    {
        string policy = (string)(await Policies.CreateAsync(host))["id"]!;
        using PageVisitor lead = await PageVisitor.AsAsync(host, "police-lead");
        string way = (await lead.OpenAsync($"/policies/{policy}"))
            .QuerySelector("main a[href*='/holds/new']")!
            .GetAttribute("href")!;
        IDocument question = await lead.OpenAsync(way);
        using (HttpResponseMessage empty = await lead.SendAsync(question, "Check"))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        }

        using HttpResponseMessage asked = await lead.SendAsync(
            question,
            "Check",
            ("reason", "An inquiry asks for it."),
            ("reference", "INQ 7")
        );
        IDocument check = await PageVisitor.ReadAsync(asked, HttpStatusCode.OK);
        IDocument hold = await lead.SendAndFollowAsync(check, "Send");

        Assert.Contains("INQ 7", hold.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Legal hold",
            (await lead.OpenAsync($"/policies/{policy}")).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        using HttpClient api = await host.AsAsync("police-lead");
        string id = (string)
            (await api.GetAsync("/api/partnerships/example/holds").JsonAsync())["items"]!
                .AsArray()
                .Single(each => (string)each!["reference"]! == "INQ 7")!["id"]!;
        using PageVisitor unit = await PageVisitor.AsAsync(host, "business-unit-officer");
        using (
            HttpResponseMessage refused = await unit.SendAsync(
                await unit.OpenAsync($"/holds/{id}"),
                null,
                ("reason", "Tidying up.")
            )
        )
        {
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        IDocument lifted = await lead.SendAndFollowAsync(hold, null, ("reason", "Over."));
        Assert.Contains(
            "Lifted",
            lifted.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task OldLink_OfWhatWasDisposedOf_SaysSo_AndLeadsToTheCertificate()
    {
        (string disposal, string item, string subject) = await Retentions.DisposedAsync(host);
        using PageVisitor lead = await PageVisitor.AsAsync(host, "police-lead");
        using HttpResponseMessage gone = await lead.GetAsync($"/policies/{subject}");
        IDocument page = await PageVisitor.ReadAsync(gone, HttpStatusCode.NotFound);
        using PageVisitor neighbour = await PageVisitor.AsAsync(host, "other-scrutineer");
        using HttpResponseMessage elsewhere = await neighbour.GetAsync($"/policies/{subject}");

        Assert.Equal("Policy 12345678 was disposed of", page.QuerySelector("h1")!.TextContent);
        IDocument certificate = await lead.OpenAsync(
            page.QuerySelector("main a[href^='/disposal-items/']")!.GetAttribute("href")!
        );
        Assert.Contains(
            "10 years after the end",
            certificate.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(
            "Page not found",
            (await PageVisitor.ReadAsync(elsewhere, HttpStatusCode.NotFound))
                .QuerySelector("h1")!
                .TextContent
        );
        using HttpResponseMessage file = await lead.GetAsync(
            $"/disposal-items/{item}/certificate?handler=File"
        );
        Assert.Equal("application/json", file.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(
            (await lead.OpenAsync($"/disposals/{disposal}")).QuerySelector(
                $"main a[href='/disposal-items/{item}/certificate']"
            )
        );
    }

    [Fact]
    public async Task Erasure_IsProposedAndAgreed_AndSaysWhatBecameOfIt()
    {
        string person = (
            await host
                .Services.GetRequiredService<RegisterPerson>()
                .HandleAsync(
                    new NewPerson("tenant", "object-of-one-gone", "Zephyrine Quillfeather")
                )
        )
            .Value
            .Id;
        using PageVisitor administrator = await PageVisitor.AsAsync(host, "administrator");
        using HttpResponseMessage asked = await administrator.SendAsync(
            await administrator.OpenAsync("/erasures/new"),
            "Check",
            ("person", person),
            ("reason", "They asked for it.")
        );
        await administrator.SendAndFollowAsync(
            await PageVisitor.ReadAsync(asked, HttpStatusCode.OK),
            "Send"
        );
        using HttpClient unit = await host.AsAsync("business-unit-manager");
        string approval = (string)
            (await unit.GetAsync("/api/approvals").JsonAsync())["items"]!
                .AsArray()
                .Single(each => (string)each!["kind"]! == "personErasure")!["id"]!;
        using PageVisitor manager = await PageVisitor.AsAsync(host, "business-unit-manager");
        Assert.Contains(
            "Zephyrine Quillfeather",
            (await manager.OpenAsync($"/approvals/{approval}")).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        await unit.PostAsJsonAsync($"/api/approvals/{approval}/decision", new { approve = true })
            .JsonAsync();

        await host.Services.GetRequiredService<CarryOutErasures>().RunPendingAsync();

        string erasure = (string)
            (await unit.GetAsync("/api/erasures").JsonAsync())["items"]!
                .AsArray()
                .Single(each => (string)each!["person"]! == person)!["id"]!;
        string result = (await administrator.OpenAsync($"/erasures/{erasure}"))
            .QuerySelector("main")!
            .TextContent;
        Assert.Contains("Person erased on", result, StringComparison.Ordinal);
        Assert.DoesNotContain("Zephyrine", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schedule_IsChecked_Proposed_AndHoldsOnceSomebodyElseAgrees()
    {
        const string Address = "/partnerships/example/retention/group";
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        IDocument question = await officer.OpenAsync(Address);
        using (
            HttpResponseMessage wrong = await officer.SendAsync(
                question,
                "Check",
                ("kept", "years"),
                ("years", "ten")
            )
        )
        {
            Assert.Contains(
                "Give the years as a number",
                (await PageVisitor.ReadAsync(wrong, HttpStatusCode.UnprocessableEntity))
                    .QuerySelector(".govuk-error-summary")!
                    .TextContent,
                StringComparison.Ordinal
            );
        }

        using HttpResponseMessage asked = await officer.SendAsync(
            question,
            "Check",
            ("kept", "years"),
            ("years", "7"),
            ("starts", "ended"),
            ("reason", "Lessons are looked up that long."),
            ("source", "The council's schedule, section 4.")
        );
        IDocument check = await PageVisitor.ReadAsync(asked, HttpStatusCode.OK);
        Assert.Contains(
            "7 years after the end",
            check.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "0 now, 0 by the new rule",
            check.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        await officer.SendAndFollowAsync(check, "Send");
        using HttpClient lead = await host.AsAsync("police-lead");
        string approval = (string)
            (await lead.GetAsync("/api/approvals").JsonAsync())["items"]!
                .AsArray()
                .Single(each => (string)each!["kind"]! == "retentionClass")!["id"]!;
        await lead.PostAsJsonAsync($"/api/approvals/{approval}/decision", new { approve = true })
            .JsonAsync();

        Assert.Contains(
            "7 years after the end",
            (await officer.OpenAsync("/partnerships/example/retention"))
                .QuerySelector("main")!
                .TextContent,
            StringComparison.Ordinal
        );
    }
}
