using System.Security.Cryptography;
using System.Text;

namespace Governance.Modules.Notices;

/// <summary>
/// Proves that whoever is signed in reads what is sent to an address. By itself it opens nothing: only the person who asked may
/// use it, signed in, within a day. So it may be kept until then, for a message that a crash has kept from going out.
/// </summary>
public sealed record AddressKey
{
    private AddressKey(string value) => Value = value;

    /// <summary>256 random bits, in digits and lower-case letters.</summary>
    public string Value { get; }

    public static AddressKey New() => new(RandomNumberGenerator.GetHexString(64, lowercase: true));

    /// <summary>Null for what this never made.</summary>
    public static AddressKey? Read(string? text) =>
        text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower) ? new AddressKey(text) : null;

    public bool Is(string stored) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Value),
            Encoding.ASCII.GetBytes(stored)
        );
}
