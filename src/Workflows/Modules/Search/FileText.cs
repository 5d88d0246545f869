using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Governance.Modules.Search;

/// <summary>
/// The words of a file that somebody attached: plain text, Markdown, or a Word document, whose text is one XML part of a ZIP archive. What
/// cannot be read says nothing; no file keeps an act from being done.
/// </summary>
public static class FileText
{
    private const string Docx =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Part = "word/document.xml";

    /// <summary>A document that unpacks to more is not looked into.</summary>
    private const long MostUnpacked = 32 * 1024 * 1024;

    /// <summary>More than these are not remembered.</summary>
    private const int MostRemembered = 64;

    private static readonly ConcurrentDictionary<string, string> Remembered = new(
        StringComparer.Ordinal
    );

    /// <summary>
    /// The words of a content by its hash. It never changes, and whoever notes who has come to a meeting does not want its papers read
    /// again each time.
    /// </summary>
    public static async Task<string> OfAsync(
        string hash,
        string contentType,
        Func<Task<byte[]>> read
    )
    {
        if (Remembered.TryGetValue(hash, out string? known))
        {
            return known;
        }

        string text = Of(contentType, await read());
        if (Remembered.Count >= MostRemembered)
        {
            Remembered.Clear();
        }

        return Remembered[hash] =
            text.Length <= SearchText.MostBody ? text : text[..SearchText.MostBody];
    }

    public static bool IsText(string contentType) =>
        contentType == Docx
        || contentType.StartsWith("text/plain", StringComparison.Ordinal)
        || contentType.StartsWith("text/markdown", StringComparison.Ordinal);

    public static string Of(string contentType, byte[] bytes)
    {
        try
        {
            return contentType == Docx ? OfWord(bytes)
                : IsText(contentType) ? Plain(Encoding.UTF8.GetString(bytes))
                : "";
        }
        catch (Exception unreadable)
            when (unreadable is InvalidDataException or XmlException or IOException)
        {
            return "";
        }
    }

    private static string OfWord(byte[] bytes)
    {
        using ZipArchive archive = new(new MemoryStream(bytes), ZipArchiveMode.Read);
        if (archive.GetEntry(Part) is not { Length: <= MostUnpacked } entry)
        {
            return "";
        }

        using Stream part = entry.Open();
        using XmlReader xml = XmlReader.Create(
            part,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MostUnpacked,
            }
        );
        StringBuilder text = new();
        while (text.Length < SearchText.MostBody && xml.Read())
        {
            if (
                xml.NodeType == XmlNodeType.Text
                || xml.NodeType == XmlNodeType.SignificantWhitespace
            )
            {
                text.Append(xml.Value);
            }
            else if (
                xml.LocalName is "tab" or "br"
                || xml is { NodeType: XmlNodeType.EndElement, LocalName: "p" }
            )
            {
                text.Append(xml.LocalName == "p" ? '\n' : ' ');
            }
        }

        return Plain(text.ToString());
    }

    /// <summary>Signs that no database takes for text are left out.</summary>
    private static string Plain(string text) =>
        text.Contains('\0', StringComparison.Ordinal)
            ? text.Replace("\0", "", StringComparison.Ordinal)
            : text;
}
