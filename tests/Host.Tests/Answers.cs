using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Governance.Tests.Host;

/// <summary>Reads answers as a client would, and says what a problem must look like.</summary>
internal static class Answers
{
    public static async Task<JsonObject> JsonAsync(this HttpResponseMessage answer)
    {
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {text}");
        return JsonNode.Parse(text)!.AsObject();
    }

    public static async Task<JsonObject> JsonAsync(this Task<HttpResponseMessage> answer) =>
        await (await answer).JsonAsync();

    /// <summary>The problem, after checking status, media type, code and title.</summary>
    public static async Task<JsonObject> ProblemAsync(
        this Task<HttpResponseMessage> request,
        HttpStatusCode status,
        string code
    )
    {
        using HttpResponseMessage answer = await request;
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(
            status == answer.StatusCode,
            $"{(int)answer.StatusCode} instead of {(int)status}: {text}"
        );
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        JsonObject problem = JsonNode.Parse(text)!.AsObject();
        Assert.Equal(code, (string?)problem["code"]);
        Assert.Equal((int)status, (int)problem["status"]!);
        Assert.False(string.IsNullOrEmpty((string?)problem["title"]));
        return problem;
    }

    public static Task<HttpResponseMessage> PostTextAsync(
        this HttpClient client,
        string address,
        string body,
        string mediaType = "application/json"
    ) => client.PostAsync(address, new StringContent(body, Encoding.UTF8, mediaType));

    public static Task<HttpResponseMessage> PostKeyedAsync(
        this HttpClient client,
        string address,
        object body,
        string key
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = JsonContent.Create(body),
        };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return client.SendAsync(request);
    }
}
