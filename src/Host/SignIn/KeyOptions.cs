namespace Governance.Host.SignIn;

/// <summary>What encrypts the keys of session cookies and forms in the database: configuration section <c>Keys</c>.</summary>
internal sealed class KeyOptions
{
    public const string Section = "Keys";

    /// <summary>The first encrypts new keys; each decrypts. To change it, put the new one first and keep the old for 90 days.</summary>
    public KeyCertificate[] Certificates { get; set; } = [];

    /// <summary>Waives the certificate on a server: whoever reads the database can then sign in as anybody.</summary>
    public bool Unencrypted { get; set; }
}

/// <summary>A certificate with its private key: one file (PKCS #12), or two (PEM).</summary>
internal sealed class KeyCertificate
{
    public string? File { get; set; }

    /// <summary>The private key in PEM, when <see cref="File"/> holds the certificate alone.</summary>
    public string? KeyFile { get; set; }

    public string? Password { get; set; }
}
