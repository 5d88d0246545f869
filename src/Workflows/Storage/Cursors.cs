using System.Buffers.Text;
using System.Text;
using Governance.Contracts;

namespace Governance.Storage;

/// <summary>Where one page of a list ends and the next begins: opaque to the caller, the same after a restart.</summary>
public static class Cursors
{
    private const char Between = '\n';

    /// <summary>400: what was sent is no <c>next</c> of this list.</summary>
    public static Refusal Unreadable(string field = "after") =>
        Refusal.Malformed(field, "Send what the page before gave as next.");

    /// <summary>Letters, digits, hyphen and underscore only.</summary>
    public static string Of(params ReadOnlySpan<string> parts) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Between, parts!)));

    /// <summary>The parts that <see cref="Of"/> was given; null when it was not given so many, or never made this.</summary>
    public static string[]? Read(string cursor, int parts)
    {
        if (!Base64Url.IsValid(cursor))
        {
            return null;
        }

        string[] read = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(Between);
        return read.Length == parts ? read : null;
    }
}
