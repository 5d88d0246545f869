using System.Security.Cryptography;

namespace Governance.Modules.Record;

/// <summary>
/// The public half of the record's key: ECDSA over P-256 with SHA-256, signatures in DER. Its id are the first four bytes of
/// the SHA-256 of its SubjectPublicKeyInfo, as C2SP signed-note has it for ECDSA.
/// </summary>
internal sealed class CheckpointKey : IDisposable
{
    private const string P256 = "1.2.840.10045.3.1.7";

    private readonly ECDsa _key;

    private CheckpointKey(ECDsa key)
    {
        _key = key;
        byte[] fingerprint = SHA256.HashData(key.ExportSubjectPublicKeyInfo());
        Fingerprint = RecordHash.ToHex(fingerprint);
        Id = fingerprint[..4];
        Pem = key.ExportSubjectPublicKeyInfoPem();
    }

    public byte[] Id { get; }

    /// <summary>SHA-256 of the SubjectPublicKeyInfo in lower-case hexadecimal; compared by people out of band.</summary>
    public string Fingerprint { get; }

    public string Pem { get; }

    /// <summary>Null when the text is no PEM of a public key on P-256.</summary>
    public static CheckpointKey? FromPem(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            if (PemEncoding.TryFind(pem, out PemFields fields) && pem[fields.Label] == "PUBLIC KEY")
            {
                key.ImportFromPem(pem);
                if (key.ExportParameters(false).Curve.Oid.Value == P256)
                {
                    return new CheckpointKey(key);
                }
            }
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            // Not a key we can use: the answer below says so.
        }

        key.Dispose();
        return null;
    }

    /// <summary>Whether this key signed the checkpoint.</summary>
    public bool Verify(SignedCheckpoint checkpoint)
    {
        byte[] signed = checkpoint.SignedBytes;
        return checkpoint.SignaturesBy(Id).Any(signature => Verify(signed, signature));
    }

    public void Dispose() => _key.Dispose();

    private bool Verify(byte[] signed, byte[] signature)
    {
        try
        {
            return _key.VerifyData(
                signed,
                signature,
                HashAlgorithmName.SHA256,
                DSASignatureFormat.Rfc3279DerSequence
            );
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
