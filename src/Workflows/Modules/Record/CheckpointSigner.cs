using System.Security.Cryptography;

namespace Governance.Modules.Record;

/// <summary>
/// Signs checkpoints with the installation's key. All hosts of one database must have the same key, else what one signs does
/// not verify at the other.
/// </summary>
public sealed class CheckpointSigner : IDisposable
{
    private readonly ECDsa _key;
    private readonly Lock _turn = new();

    private CheckpointSigner(ECDsa key, CheckpointKey publicKey)
    {
        _key = key;
        PublicKey = publicKey;
    }

    /// <summary>What a verifier needs and what may be shown to everybody.</summary>
    public string PublicKeyPem => PublicKey.Pem;

    internal CheckpointKey PublicKey { get; }

    /// <exception cref="ArgumentException">The text is no PEM of a private key on P-256.</exception>
    public static CheckpointSigner FromPem(string privateKeyPem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(privateKeyPem);
            CheckpointKey? publicKey = CheckpointKey.FromPem(key.ExportSubjectPublicKeyInfoPem());
            if (publicKey is not null)
            {
                return new CheckpointSigner(key, publicKey);
            }
        }
        catch (Exception failure)
            when (failure is CryptographicException or ArgumentException or NotSupportedException)
        {
            key.Dispose();
            throw new ArgumentException(
                "The record's signing key cannot be read.",
                nameof(privateKeyPem),
                failure
            );
        }

        key.Dispose();
        throw new ArgumentException(
            "The record's signing key is not on P-256.",
            nameof(privateKeyPem)
        );
    }

    internal SignedCheckpoint Sign(Checkpoint checkpoint)
    {
        byte[] body = System.Text.Encoding.UTF8.GetBytes(checkpoint.Body);
        byte[] signature;
        lock (_turn)
        {
            signature = _key.SignData(
                body,
                HashAlgorithmName.SHA256,
                DSASignatureFormat.Rfc3279DerSequence
            );
        }

        return SignedCheckpoint.Create(checkpoint, PublicKey.Id, signature);
    }

    public void Dispose()
    {
        _key.Dispose();
        PublicKey.Dispose();
    }
}
