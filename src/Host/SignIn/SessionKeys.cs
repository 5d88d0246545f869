using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Governance.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Governance.Host.SignIn;

/// <summary>
/// What protects session cookies and forms: keys in the database, encrypted by the configured certificate. On a server a release
/// build does not start without one, unless that is waived by name.
/// </summary>
internal static class SessionKeys
{
    public static void AddSessionKeys(this WebApplicationBuilder builder)
    {
        KeyOptions options =
            builder.Configuration.GetSection(KeyOptions.Section).Get<KeyOptions>() ?? new();
        IDataProtectionBuilder keys = builder
            .Services.AddDataProtection()
            .SetApplicationName("governance");
        builder.Services.AddSingleton<DatabaseKeys>();
        builder
            .Services.AddOptions<KeyManagementOptions>()
            .Configure<DatabaseKeys>((management, stored) => management.XmlRepository = stored);
        X509Certificate2[] certificates = [.. options.Certificates.Select(Load)];
        if (certificates.Length > 0)
        {
            keys.ProtectKeysWithCertificate(certificates[0])
                .UnprotectKeysWithAnyCertificate(certificates);
        }
    }

    /// <summary>What is wrong with the certificates, one line each with its key.</summary>
    public static IEnumerable<(string Key, string Wrong)> Judge(
        KeyOptions options,
        DatabaseProvider? provider
    )
    {
        for (int index = 0; index < options.Certificates.Length; index++)
        {
            string? wrong = null;
            try
            {
                using X509Certificate2 certificate = Load(options.Certificates[index]);
                wrong =
                    !certificate.HasPrivateKey ? "has no private key"
                    : certificate.GetRSAPublicKey() is null ? "is not an RSA certificate"
                    : null;
            }
            catch (Exception failure)
                when (failure
                        is CryptographicException
                            or IOException
                            or UnauthorizedAccessException
                            or ArgumentException
                )
            {
                wrong = $"cannot be read ({failure.GetType().Name})";
            }

            if (wrong is not null)
            {
                yield return (
                    $"{KeyOptions.Section}:Certificates:{index}:File",
                    $"{wrong}. Name a PKCS #12 file with its Password, or a PEM certificate with its KeyFile."
                );
            }
        }

        if (
            !IsRehearsal
            && provider is not (null or DatabaseProvider.Sqlite)
            && options is { Certificates.Length: 0, Unencrypted: false }
        )
        {
            yield return (
                $"{KeyOptions.Section}:Certificates:0:File",
                "is missing: on a server the keys of session cookies are encrypted by a certificate. Name one, or set "
                    + $"{KeyOptions.Section}:Unencrypted to true and keep everybody else away from the database."
            );
        }
    }

    private static bool IsRehearsal =>
#if REHEARSAL
        true;
#else
        false;
#endif

    private static X509Certificate2 Load(KeyCertificate named)
    {
        string file = named.File ?? throw new ArgumentException("No file is named.", nameof(named));
        if (named.KeyFile is null && Path.GetExtension(file) is not (".pem" or ".crt" or ".cer"))
        {
            return X509CertificateLoader.LoadPkcs12FromFile(file, named.Password);
        }

        return named.Password is { Length: > 0 } password
            ? X509Certificate2.CreateFromEncryptedPemFile(file, password, named.KeyFile)
            : X509Certificate2.CreateFromPemFile(file, named.KeyFile);
    }
}
