using Governance.Contracts;

namespace Governance.Host.Pages.Policies;

/// <summary>A passage of a comparison as it is shown; a long unchanged one in the middle is folded.</summary>
internal sealed record ChangePassage(string Kind, string Text, bool IsFolded = false);

/// <summary>A comparison made readable: what stayed the same over many lines is folded away, the words around a change stay. Pure.</summary>
internal static class ChangePassages
{
    /// <summary>Characters of an unchanged passage that stay beside a change.</summary>
    public const int Near = 240;

    private const int WorthFolding = 3 * Near;

    public static IReadOnlyList<ChangePassage> Of(IReadOnlyList<TextChange> changes)
    {
        List<ChangePassage> passages = [];
        for (int at = 0; at < changes.Count; at++)
        {
            (string kind, string text) = (changes[at].Kind, changes[at].Text);
            if (kind != TextChange.Same || text.Length <= WorthFolding)
            {
                passages.Add(new ChangePassage(kind, text));
                continue;
            }

            int begin = at == 0 ? 0 : LineEnd(text, Near);
            int end = at == changes.Count - 1 ? text.Length : LineStart(text, text.Length - Near);
            if (begin > 0)
            {
                passages.Add(new ChangePassage(kind, text[..begin]));
            }

            passages.Add(new ChangePassage(kind, text[begin..end], IsFolded: true));
            if (end < text.Length)
            {
                passages.Add(new ChangePassage(kind, text[end..]));
            }
        }

        return passages;
    }

    public static bool IsSame(IReadOnlyList<TextChange> changes) =>
        changes.All(change => change.Kind == TextChange.Same);

    public static int Words(IReadOnlyList<TextChange> changes, string kind) =>
        changes
            .Where(change => change.Kind == kind)
            .Sum(change =>
                change.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length
            );

    /// <summary>The end of the line that the position lies in, or of the word where the line is long.</summary>
    private static int LineEnd(string text, int position)
    {
        int found = text.IndexOf('\n', position, Near);
        found = found < 0 ? text.IndexOf(' ', position) : found;
        return found < 0 || found > text.Length / 2 ? position : found + 1;
    }

    private static int LineStart(string text, int position)
    {
        int found = text.LastIndexOf('\n', position, Near);
        found = found < 0 ? text.LastIndexOf(' ', position) : found;
        return found < 0 || found < text.Length / 2 ? position : found + 1;
    }
}
