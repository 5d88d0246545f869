using System.Text;
using Governance.Contracts;

namespace Governance.Modules.Meetings;

/// <summary>A paper that came as part of a JSON request: its text, or its bytes in base64. Pure.</summary>
internal static class InlinePaper
{
    public static Result<PaperFile> Read(PaperBody? paper, string field)
    {
        if (paper is null || paper.Content is null == paper.Text is null)
        {
            return Refusal.Invalid(
                field,
                "Give each paper a name and either its content in base64 or its text."
            );
        }

        string? name =
            paper.Text is not null && paper.Name is { } plain && !plain.Contains('.')
                ? plain + ".txt"
                : paper.Name;
        if (paper.Text is { } text)
        {
            return PaperRules.Check(name, Encoding.UTF8.GetBytes(text), field);
        }

        Span<byte> bytes = new byte[paper.Content!.Length];
        return Convert.TryFromBase64String(paper.Content, bytes, out int length)
            ? PaperRules.Check(name, bytes[..length].ToArray(), field)
            : Refusal.Invalid(field, "The content of a paper has to be base64.");
    }
}
