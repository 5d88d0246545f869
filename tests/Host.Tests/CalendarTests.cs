using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Governance.Tests.Host;

/// <summary>Calendars and clocks over HTTP: the stateless receipt, and a new version that moves what runs.</summary>
public sealed class CalendarTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Theory]
    [InlineData("2027-02-03T16:59:59Z", "2027-02-17T17:00:00Z")]
    [InlineData("2027-02-03T17:00:01Z", "2027-02-18T17:00:00Z")]
    [InlineData("2027-03-25T12:00:00Z", "2027-04-12T16:00:00Z")]
    public async Task Calculation_OfTenWorkingDays_EndsAtFive(string received, string due)
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");

        JsonObject receipt = await officer
            .GetAsync($"/api/clocks/calculation?received={received}&amount=10&unit=workingDays")
            .JsonAsync();

        Assert.Equal(due, (string?)receipt["due"]);
        Assert.NotEmpty(receipt["days"]!.AsArray());
        Assert.Equal("workingDays", (string?)receipt["unit"]);
    }

    [Fact]
    public async Task Calculation_OfNonsense_NamesEveryField()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");

        JsonObject problem = await officer
            .GetAsync("/api/clocks/calculation?received=soon&amount=x&unit=moons&calendar=mars")
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        foreach (string field in (string[])["received", "amount", "unit", "calendar"])
        {
            Assert.NotNull(problem["errors"]![field]);
        }
    }

    [Fact]
    public async Task NewVersion_OnceASecondPersonAgrees_MovesRunningClocks()
    {
        await host.SetClockAsync("2027-02-03T09:00:00Z");
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        using HttpClient manager = await host.AsAsync("business-unit-manager");
        string policy = (string)(await Policies.CreateAsync(host))["id"]!;
        JsonObject round = await Policies.OpenSignOffAsync(host, policy);

        using HttpResponseMessage proposed = await officer.PostAsJsonAsync(
            "/api/calendars/england-and-wales/versions",
            new
            {
                holidays = new[] { new { date = "2027-02-10", name = "A day appointed" } },
                reason = "Proclaimed",
            }
        );
        Assert.Equal(HttpStatusCode.Accepted, proposed.StatusCode);
        string approval = (string)(await proposed.JsonAsync())["approval"]!;
        using HttpResponseMessage own = await officer.PostAsJsonAsync(
            $"/api/approvals/{approval}/decision",
            new { approve = true, reason = "My own" }
        );
        Assert.Equal(HttpStatusCode.Forbidden, own.StatusCode);
        await manager
            .PostAsJsonAsync(
                $"/api/approvals/{approval}/decision",
                new { approve = true, reason = "Checked against the proclamation" }
            )
            .JsonAsync();

        JsonObject clock = await officer.GetAsync($"/api/clocks/{round["clock"]}").JsonAsync();
        Assert.Equal("2027-02-18T17:00:00Z", (string?)clock["due"]);
        JsonNode moved = Assert.Single(clock["history"]!.AsArray())!;
        Assert.Equal("2027-02-17T17:00:00Z", (string?)moved["oldDue"]);
    }

    [Fact]
    public async Task Overdue_AtOneSecondPastFive_GoesToTheLead()
    {
        await host.SetClockAsync("2028-03-01T09:00:00Z");
        string policy = (string)(await Policies.CreateAsync(host, "Overdue"))["id"]!;
        JsonObject round = await Policies.OpenSignOffAsync(host, policy);
        using HttpClient lead = await host.AsAsync("police-lead");

        async Task<bool> IsAskedAsync() =>
            (await lead.GetAsync("/api/tasks").JsonAsync())["items"]!
                .AsArray()
                .Any(task => (string?)task!["clock"] == (string?)round["clock"]);

        string due = (string)round["due"]!;
        await host.SetClockAsync(due);
        Assert.False(await IsAskedAsync());
        await host.SetClockAsync(due.Replace(":00Z", ":01Z", StringComparison.Ordinal));
        Assert.True(await IsAskedAsync());
    }
}
