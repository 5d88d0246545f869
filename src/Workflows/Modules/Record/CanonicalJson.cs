using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Governance.Modules.Record;

/// <summary>Writes JSON values as RFC 8785 §3.2 wants them: no spaces, only the necessary escapes, UTF-8.</summary>
internal readonly struct CanonicalJson(ArrayBufferWriter<byte> output)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private static readonly SearchValues<char> ToEscape = SearchValues.Create([
        .. Enumerable.Range(0, 0x20).Select(code => (char)code),
        '"',
        '\\',
    ]);

    public CanonicalJson Raw(ReadOnlySpan<byte> json)
    {
        output.Write(json);
        return this;
    }

    public CanonicalJson Integer(long value)
    {
        Span<byte> digits = output.GetSpan(20);
        Utf8Formatter.TryFormat(value, digits, out int written);
        output.Advance(written);
        return this;
    }

    public CanonicalJson Text(string? value)
    {
        if (value is null)
        {
            return Raw("null"u8);
        }

        Raw("\""u8);
        ReadOnlySpan<char> rest = value;
        while (rest.IndexOfAny(ToEscape) is var at and >= 0)
        {
            Strict.GetBytes(rest[..at], output);
            Escape(rest[at]);
            rest = rest[(at + 1)..];
        }

        Strict.GetBytes(rest, output);
        return Raw("\""u8);
    }

    private void Escape(char c)
    {
        switch (c)
        {
            case '"':
                Raw("\\\""u8);
                break;
            case '\\':
                Raw("\\\\"u8);
                break;
            case '\b':
                Raw("\\b"u8);
                break;
            case '\t':
                Raw("\\t"u8);
                break;
            case '\n':
                Raw("\\n"u8);
                break;
            case '\f':
                Raw("\\f"u8);
                break;
            case '\r':
                Raw("\\r"u8);
                break;
            default:
                Raw("\\u00"u8).Raw([Digit(c >> 4), Digit(c & 15)]);
                break;
        }
    }

    private static byte Digit(int value) => (byte)(value < 10 ? '0' + value : 'a' + value - 10);
}
