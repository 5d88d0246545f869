using System.Net.Mail;

namespace Governance.Modules.Notices;

/// <summary>What is taken for an e-mail address: one mailbox at a named host, nothing around it.</summary>
internal static class EmailAddress
{
    public const int MaxLength = 254;

    /// <summary>Null for what is none.</summary>
    public static string? Read(string? text)
    {
        string given = (text ?? "").Trim();
        return
            given.Length is > 0 and <= MaxLength
            && given.All(sign => sign is > ' ' and < '\u007f' and not ('"' or '<' or '>' or ','))
            && MailAddress.TryCreate(given, out MailAddress? address)
            && address.Address == given
            && address.Host.Contains('.', StringComparison.Ordinal)
            ? given
            : null;
    }
}
