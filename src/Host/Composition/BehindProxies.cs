using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Governance.Host.Composition;

/// <summary>
/// Behind a proxy the caller's address and scheme stand in headers, which anybody could send: they are believed when the configured
/// proxies send them (<c>Hosts:Proxies</c>), as far back as these reach, and passed over otherwise.
/// </summary>
internal static class BehindProxies
{
    /// <summary>The framework's own switch, which believes everybody.</summary>
    public const string BelievesAnybody = "ForwardedHeaders_Enabled";

    public static void AddHosts(this WebApplicationBuilder builder)
    {
        IConfigurationSection section = builder.Configuration.GetSection(HostsOptions.Section);
        HostsOptions hosts = section.Get<HostsOptions>() ?? new();
        builder.Services.Configure<HostsOptions>(section);
        builder.Services.Configure<HostOptions>(host =>
            host.ShutdownTimeout = TimeSpan.FromSeconds(20 + hosts.DrainSeconds)
        );
        builder.Services.AddSingleton<Draining>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<Draining>());
        builder.Services.AddHealthChecks().AddCheck<Draining>("draining");
    }

    public static void UseConfiguredProxies(this WebApplication app)
    {
        string[] proxies = app.Services.GetRequiredService<IOptions<HostsOptions>>().Value.Proxies;
        if (proxies.Length == 0)
        {
            return;
        }

        var believed = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,
        };
        believed.KnownProxies.Clear();
        believed.KnownIPNetworks.Clear();
        foreach (string proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out IPAddress? address))
            {
                believed.KnownProxies.Add(address);
            }
            else
            {
                believed.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        }

        app.UseForwardedHeaders(believed);
    }
}
