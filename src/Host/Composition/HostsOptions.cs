using System.ComponentModel.DataAnnotations;

namespace Governance.Host.Composition;

/// <summary>How a host lives beside others behind a proxy: configuration section <c>Hosts</c>.</summary>
internal sealed class HostsOptions
{
    public const string Section = "Hosts";

    /// <summary>
    /// Seconds between the moment at which a host that stops says so (<c>/health/ready</c> is red) and the moment at which it takes no
    /// more requests: as long as the proxy needs to notice.
    /// </summary>
    [Range(0, 300)]
    public int DrainSeconds { get; set; }

    /// <summary>
    /// Addresses (<c>10.0.0.5</c>) or networks (<c>10.0.0.0/24</c>) of the proxies whose <c>X-Forwarded-For</c> and
    /// <c>X-Forwarded-Proto</c> are believed. Nobody else's are.
    /// </summary>
    public string[] Proxies { get; set; } = [];
}
