using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Storage;
using Governance.Tests.Shared;
using Xunit.Abstractions;

namespace Governance.Tests.EndToEnd.Campaigns;

/// <summary>
/// Partners sign at the same moment from two hosts on one PostgreSQL: three signatures, one publication, one notice each, no
/// gap in the record.
/// </summary>
public sealed class TwoHostsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task LastSigners_AtTheSameMomentOnTwoHosts_PublishExactlyOnce()
    {
        var settings = new DatabaseSettings(
            DatabaseProvider.PostgreSql,
            PostgresServer.Current.CreateDatabase()
        );
        await using HostProcess first = await HostProcess.StartAsync(settings);
        await using HostProcess second = await HostProcess.StartAsync(settings);
        using Visitor author = await Visitor.SignInAsync(first.Address, Roles.BusinessUnit);
        using Visitor council = await Delegate(first, Seats.LocalAuthority);
        using Visitor health = await Delegate(first, Seats.IntegratedCareBoard);
        using Visitor police = (await Delegate(first, Seats.Police)).At(second.Address);
        int races = CampaignSize.Races;

        for (int race = 0; race < races; race++)
        {
            JsonNode policy = await PolicyLife.DraftAsync(author, $"Race {race}");
            JsonNode round = await author.PostAsync($"/api/policies/{policy["id"]}/sign-off");
            // Every second race lets all three go at once, the others only the last two.
            if (race % 2 == 0)
            {
                await PolicyLife.SignAsync(council, Seats.LocalAuthority, round);
                await Task.WhenAll(
                    PolicyLife.SignAsync(health, Seats.IntegratedCareBoard, round),
                    PolicyLife.SignAsync(police, Seats.Police, round)
                );
            }
            else
            {
                await Task.WhenAll(
                    PolicyLife.SignAsync(council, Seats.LocalAuthority, round),
                    PolicyLife.SignAsync(health, Seats.IntegratedCareBoard, round),
                    PolicyLife.SignAsync(police, Seats.Police, round)
                );
            }

            await AssertPublishedOnceAsync(
                author,
                police,
                (string)policy["id"]!,
                (string)round["id"]!
            );
        }

        JsonNode verification = await police.GetAsync(
            $"/api/partnerships/{author.Partnership}/record/verification"
        );
        Assert.True((bool)verification["ok"]!, verification.ToJsonString());
        (int exitCode, string report) = await HostProcess.RunAsync(settings, "reconcile");
        Assert.True(exitCode == 0, report);
        output.WriteLine($"{races} races, {verification["entries"]} entries, verified; {report}");
    }

    private static Task<Visitor> Delegate(HostProcess host, string seat) =>
        Visitor.SignInAsync(host.Address, Roles.StatutoryPartner, seat, Levels.Delegate);

    private static async Task AssertPublishedOnceAsync(
        Visitor author,
        Visitor signer,
        string policyId,
        string roundId
    )
    {
        JsonNode policy = await author.GetAsync($"/api/policies/{policyId}");
        JsonNode round = await author.GetAsync($"/api/sign-offs/{roundId}");
        Assert.Equal("published", (string)policy["state"]!);
        Assert.Equal("published", (string)round["state"]!);
        Assert.Equal(3, round["seats"]!.AsArray().Count(seat => seat!["signature"] is not null));

        List<JsonNode> entries = await PolicyLife.RecordAsync(author);
        Assert.Equal(
            Enumerable.Range(1, entries.Count),
            entries.Select(entry => (int)entry["sequence"]!)
        );
        Assert.Single(
            entries,
            entry =>
                (string)entry["act"]! == "policy.publish"
                && (string)entry["subject"]!["id"]! == policyId
        );
        Assert.Equal(1, await PublicationNoticesAsync(author, policyId));
        Assert.Equal(1, await PublicationNoticesAsync(signer, policyId));
    }

    private static async Task<int> PublicationNoticesAsync(Visitor visitor, string policyId)
    {
        JsonNode notices = await visitor.GetAsync("/api/notices?take=200");
        return notices["items"]!
            .AsArray()
            .Count(notice =>
                (string)notice!["kind"]! == "policy.published"
                && (string?)notice["subject"]?["id"] == policyId
            );
    }
}
