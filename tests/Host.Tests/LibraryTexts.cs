using System.Text.Json.Nodes;

namespace Governance.Tests.Host;

/// <summary>Published texts, as tests of the library need them.</summary>
internal static class LibraryTexts
{
    /// <summary>Signs a policy for all three seats, which publishes it.</summary>
    public static async Task PublishAsync(RunningHost host, string policy)
    {
        JsonObject round = await Policies.OpenSignOffAsync(host, policy);
        foreach ((string seat, string person) in Policies.Signers)
        {
            (await Policies.SignAsync(host, round, seat, person)).EnsureSuccessStatusCode();
        }
    }

    /// <summary>A policy with a file: version 2 is superseded, version 3 in force; answers its id.</summary>
    public static async Task<string> PublishedTwiceAsync(RunningHost host)
    {
        string policy = (string)(await Policies.CreateAsync(host))["id"]!;
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        (
            await officer.PostAsync(
                $"/api/policies/{policy}/attachments",
                Policies.File("flowchart.pdf", Policies.Pdf("Who calls whom"))
            )
        ).EnsureSuccessStatusCode();
        await PublishAsync(host, policy);
        JsonObject found = await officer.GetAsync($"/api/policies/{policy}").JsonAsync();
        (
            await Policies.SaveAsync(
                officer,
                policy,
                new
                {
                    title = "Working with neglect",
                    summary = "What we do together when a child is neglected.",
                    body = "# Purpose\n\nEvery child is seen.\n\n## Who acts\n\nEverybody.\n\n# Duties\n\nSee *above*.\n",
                },
                $"\"{found["tag"]}\""
            )
        ).EnsureSuccessStatusCode();
        await PublishAsync(host, policy);
        return policy;
    }
}
