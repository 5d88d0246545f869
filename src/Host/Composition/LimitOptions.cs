using System.ComponentModel.DataAnnotations;

namespace Governance.Host.Composition;

/// <summary>What one caller may ask of the service: configuration section <c>Limits</c>.</summary>
internal sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>Requests a signed-in person may make at once before the steady rate holds.</summary>
    [Range(1, 1_000_000)]
    public int PersonBurst { get; set; } = 600;

    /// <summary>Requests per second a signed-in person may keep up.</summary>
    [Range(1, 1_000_000)]
    public int PersonPerSecond { get; set; } = 100;

    /// <summary>Requests one network address may make at once. A whole council may share one address.</summary>
    [Range(1, 1_000_000)]
    public int AddressBurst { get; set; } = 6_000;

    /// <summary>Requests per second one network address may keep up.</summary>
    [Range(1, 1_000_000)]
    public int AddressPerSecond { get; set; } = 1_000;

    /// <summary>
    /// How often one network address may try secret keys (raising links, status keys) in a minute. Keys are of 256 random bits; this
    /// keeps trying them quiet.
    /// </summary>
    [Range(1, 1_000_000)]
    public int KeysPerMinute { get; set; } = 30;

    /// <summary>Bytes in the body of a request, attachments aside.</summary>
    [Range(1_024, 100_000_000)]
    public long BodyBytes { get; set; } = 2 * 1024 * 1024;

    /// <summary>Bytes in a request that carries an attachment.</summary>
    [Range(1_024, 1_000_000_000)]
    public long AttachmentBytes { get; set; } = 25 * 1024 * 1024;

    /// <summary>Seconds after which a request is given up.</summary>
    [Range(1, 3_600)]
    public int RequestSeconds { get; set; } = 60;
}
