using System.Security.Cryptography;
using System.Text;

namespace Governance.Modules.Scrutiny;

/// <summary>
/// How drafts are kept from everybody else (ADR 0014): AES-256-GCM under a random key of the space, which is itself kept only under
/// keys that PBKDF2 derives from people's passphrases. Pure but for random numbers.
/// </summary>
internal static class DraftSecrecy
{
    public const int SaltLength = 16;
    public const int WrappedLength = NonceLength + TagLength + KeyLength;

    /// <summary>What OWASP asks of PBKDF2 with HMAC-SHA-256; it stands with each key, so that it can be raised later.</summary>
    public const int Iterations = 600_000;

    public const int LeastPassphrase = 15;
    public const int MostPassphrase = 200;

    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyLength);

    public static (byte[] Salt, byte[] Wrapped) Wrap(
        byte[] key,
        string passphrase,
        string spaceId,
        string personId,
        int iterations = Iterations
    )
    {
        byte[] salt = RandomNumberGenerator.GetBytes(SaltLength);
        byte[] under = Derive(passphrase, salt, iterations);
        return (salt, Seal(under, key, $"key:{spaceId}:{personId}"));
    }

    /// <summary>Null where the passphrase is another one, or the row was changed.</summary>
    public static byte[]? Unwrap(DraftKey row, string passphrase) =>
        Open(
            Derive(passphrase, row.Salt, row.Iterations),
            row.Wrapped,
            $"key:{row.SpaceId}:{row.PersonId}"
        );

    /// <summary>Bound to the draft, so that one cannot be put in another's place.</summary>
    public static byte[] SealText(byte[] key, string draftId, string text) =>
        Seal(key, Encoding.UTF8.GetBytes(text), "draft:" + draftId);

    public static string? OpenText(byte[] key, string draftId, byte[] sealedText) =>
        Open(key, sealedText, "draft:" + draftId) is { } bytes
            ? Encoding.UTF8.GetString(bytes)
            : null;

    private static byte[] Derive(string passphrase, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(passphrase.Normalize(NormalizationForm.FormC)),
            salt,
            iterations,
            HashAlgorithmName.SHA256,
            KeyLength
        );

    private static byte[] Seal(byte[] key, byte[] plain, string about)
    {
        byte[] output = new byte[NonceLength + TagLength + plain.Length];
        RandomNumberGenerator.Fill(output.AsSpan(0, NonceLength));
        using AesGcm cipher = new(key, TagLength);
        cipher.Encrypt(
            output.AsSpan(0, NonceLength),
            plain,
            output.AsSpan(NonceLength + TagLength),
            output.AsSpan(NonceLength, TagLength),
            Encoding.UTF8.GetBytes(about)
        );
        return output;
    }

    private static byte[]? Open(byte[] key, byte[] given, string about)
    {
        if (given.Length < NonceLength + TagLength)
        {
            return null;
        }

        byte[] plain = new byte[given.Length - NonceLength - TagLength];
        try
        {
            using AesGcm cipher = new(key, TagLength);
            cipher.Decrypt(
                given.AsSpan(0, NonceLength),
                given.AsSpan(NonceLength + TagLength),
                given.AsSpan(NonceLength, TagLength),
                plain,
                Encoding.UTF8.GetBytes(about)
            );
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
