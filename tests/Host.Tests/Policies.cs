using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Governance.Tests.Host;

/// <summary>The steps of a policy's life over HTTP, as tests take them.</summary>
internal static class Policies
{
    /// <summary>Who signs a policy for each seat: its delegate.</summary>
    public static IReadOnlyList<(string Seat, string Person)> Signers { get; } =
    [
        ("localAuthority", "local-authority-delegate"),
        ("integratedCareBoard", "board-delegate"),
        ("police", "police-delegate"),
    ];

    public static async Task<JsonObject> CreateAsync(
        RunningHost host,
        string title = "Working with neglect",
        string partnership = "example",
        string author = "business-unit-officer"
    )
    {
        using HttpClient officer = await host.AsAsync(author);
        return await officer
            .PostAsJsonAsync(
                $"/api/partnerships/{partnership}/policies",
                new
                {
                    @class = "policy",
                    title,
                    summary = "What we do together when a child is neglected.",
                    body = "# Purpose\n\nEvery child is seen, heard and helped early.\n",
                }
            )
            .JsonAsync();
    }

    public static async Task<JsonObject> OpenSignOffAsync(RunningHost host, string policy)
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        return await officer
            .PostAsJsonAsync($"/api/policies/{policy}/sign-off", new { })
            .JsonAsync();
    }

    public static async Task<HttpResponseMessage> SignAsync(
        RunningHost host,
        JsonObject round,
        string seat,
        string person
    )
    {
        using HttpClient signer = await host.AsAsync(person);
        return await signer.PostAsJsonAsync(
            $"/api/sign-offs/{round["id"]}/signatures",
            new { seat, hash = (string)round["hash"]! }
        );
    }

    public static async Task<HttpResponseMessage> SaveAsync(
        HttpClient client,
        string policy,
        object draft,
        string? ifMatch
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/policies/{policy}/draft")
        {
            Content = JsonContent.Create(draft),
        };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await client.SendAsync(request);
    }

    public static MultipartFormDataContent File(string name, byte[] content)
    {
        var part = new ByteArrayContent(content);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return new MultipartFormDataContent { { part, "file", name } };
    }

    public static byte[] Pdf(string text) =>
        System.Text.Encoding.ASCII.GetBytes($"%PDF-1.7\n% {text}\n%%EOF\n");
}
