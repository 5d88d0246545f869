using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Governance.Tests.Shared;

/// <summary>A certificate authority that lives as long as a test, with a certificate for this machine and one for an application.</summary>
public sealed class TestAuthority : IDisposable
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(1);

    private readonly RSA _key = RSA.Create(2048);
    private readonly X509Certificate2 _authority;

    public TestAuthority(string folder)
    {
        Folder = folder;
        CertificateRequest request = new(
            "CN=Authority of a test",
            _key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(
                certificateAuthority: true,
                hasPathLengthConstraint: false,
                pathLengthConstraint: 0,
                critical: true
            )
        );
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true)
        );
        _authority = request.CreateSelfSigned(Now - Lasts, Now + Lasts);
        File.WriteAllText(PathOf("authority.pem"), _authority.ExportCertificatePem());
    }

    public string Folder { get; }

    /// <summary>What a program has to trust: <c>SSL_CERT_FILE</c> of .NET on Linux.</summary>
    public string AuthorityFile => PathOf("authority.pem");

    /// <summary>What a browser without a window is made of: it trusts this authority and no other, keeps cookies, and follows nothing.</summary>
    public SocketsHttpHandler NewHandler()
    {
        X509ChainPolicy policy = new()
        {
            RevocationMode = X509RevocationMode.NoCheck,
            TrustMode = X509ChainTrustMode.CustomRootTrust,
        };
        policy.CustomTrustStore.Add(_authority);
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = new CookieContainer(),
            SslOptions = { CertificateChainPolicy = policy },
        };
    }

    /// <summary>Writes a certificate for localhost and its key; answers the two files.</summary>
    public (string Certificate, string Key) ForThisMachine()
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = Request("CN=localhost", key);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 certificate = Sign(request);
        File.WriteAllText(PathOf("machine.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(PathOf("machine.key"), key.ExportPkcs8PrivateKeyPem());
        return (PathOf("machine.pem"), PathOf("machine.key"));
    }

    /// <summary>Writes a certificate of an application with its key into one file; answers the file, and the key as others see it.</summary>
    public (string File, RSAParameters Key) ForAnApplication()
    {
        using RSA key = RSA.Create(2048);
        using X509Certificate2 certificate = Sign(Request("CN=application", key));
        string file = PathOf("application.pem");
        File.WriteAllText(
            file,
            certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem()
        );
        return (file, key.ExportParameters(includePrivateParameters: false));
    }

    public void Dispose()
    {
        _authority.Dispose();
        _key.Dispose();
    }

#pragma warning disable RS0030 // Certificates live on real time.
    private static DateTimeOffset Now => DateTimeOffset.UtcNow;
#pragma warning restore RS0030

    private string PathOf(string name) => Path.Combine(Folder, name);

    private static CertificateRequest Request(string name, RSA key) =>
        new(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private X509Certificate2 Sign(CertificateRequest request) =>
        request.Create(
            _authority,
            Now - TimeSpan.FromHours(1),
            Now + TimeSpan.FromHours(12),
            RandomNumberGenerator.GetBytes(12)
        );
}
