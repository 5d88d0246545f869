using System.Net;

namespace Governance.Tests.Host;

/// <summary>What a proxy says about a caller is believed of the configured ones, and of nobody else.</summary>
public sealed class ProxyTests
{
    [Theory]
    [InlineData("10.9.8.7", false)]
    [InlineData("127.0.0.0/8", true)]
    public async Task Headers_OfAProxy_AreBelievedWhenItIsConfigured(string proxy, bool believed)
    {
        Dictionary<string, string> settings = new(StringComparer.Ordinal)
        {
            ["Limits:AddressBurst"] = "2",
            ["Limits:AddressPerSecond"] = "1",
            ["Hosts:Proxies:0"] = proxy,
        };

        await using var host = new RunningHost(settings);
        await host.InitializeAsync();

        HttpResponseMessage[] answers = await Task.WhenAll(
            Enumerable.Range(1, 10).Select(caller => AskAsync(host, $"192.0.2.{caller}"))
        );

        // By TLS, and each from an address of their own; or all from one, without.
        Assert.All(
            answers,
            answer => Assert.Equal(believed, answer.Headers.Contains("Strict-Transport-Security"))
        );
        Assert.Equal(
            !believed,
            answers.Any(answer => answer.StatusCode == HttpStatusCode.TooManyRequests)
        );
    }

    private static Task<HttpResponseMessage> AskAsync(RunningHost host, string caller)
    {
        var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(host.Client.BaseAddress!, "/rehearsal/people")
        );
        request.Headers.Add("X-Forwarded-For", caller);
        request.Headers.Add("X-Forwarded-Proto", "https");
        return host.Client.SendAsync(request);
    }
}
