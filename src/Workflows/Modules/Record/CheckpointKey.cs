using System.Security.Cryptography;

namespace Governance.Modules.Record;

/// <summary>
/// The public half of the record's key: ECDSA over P-256 with SHA-256, signatures in DER. Its id are the first four bytes of
/// the SHA-256 of its SubjectPublicKeyInfo, as C2SP signed-note has it for ECDSA.
/// </summary>
internal sealed class CheckpointKey : IDisposable
{
    private const int PointLength = 64;

    /// <summary>
    /// How every SubjectPublicKeyInfo on P-256 with an uncompressed point begins. Nothing else is handed to the platform, which
    /// would otherwise be asked to make sense of curves out of a hostile file.
    /// </summary>
    private static readonly byte[] P256Prefix = Convert.FromHexString(
        "3059301306072A8648CE3D020106082A8648CE3D03010703420004"
    );

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

    /// <summary>Null when the text is no PEM of a public key on P-256 with an uncompressed point.</summary>
    public static CheckpointKey? FromPem(string pem)
    {
        if (!PemEncoding.TryFind(pem, out PemFields fields) || pem[fields.Label] != "PUBLIC KEY")
        {
            return null;
        }

        byte[] info = new byte[fields.DecodedDataLength];
        if (
            !Convert.TryFromBase64String(pem[fields.Base64Data], info, out int length)
            || length != P256Prefix.Length + PointLength
            || !info.AsSpan().StartsWith(P256Prefix)
        )
        {
            return null;
        }

        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(info, out _);
            return new CheckpointKey(key);
        }
        catch (CryptographicException)
        {
            // The point is not on the curve.
            key.Dispose();
            return null;
        }
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
