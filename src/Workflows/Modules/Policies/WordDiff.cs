using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.Model;
using Governance.Contracts;

namespace Governance.Modules.Policies;

/// <summary>
/// What changed between two texts, word by word. The parts that are <c>same</c> or <c>removed</c> joined give the old text exactly,
/// those that are <c>same</c> or <c>added</c> the new one. The work is bounded: lines are compared first, then words inside changed
/// lines; a changed passage of more than <see cref="MostWords"/> words is shown as removed and added whole.
/// </summary>
public static partial class WordDiff
{
    internal const int MostLines = 4_000;
    internal const int MostWords = 3_000;
    private const int MostWordsInAll = 30_000;

    public static IReadOnlyList<TextChange> Between(string before, string after)
    {
        List<TextChange> changes = [];
        string[] old = Line().Matches(before).Select(match => match.Value).ToArray();
        string[] now = Line().Matches(after).Select(match => match.Value).ToArray();
        int left = MostWordsInAll;
        Walk(
            old,
            now,
            MostLines,
            changes,
            (removed, added) =>
            {
                string[] oldWords = Words(removed);
                string[] newWords = Words(added);
                int words = oldWords.Length + newWords.Length;
                bool small = words <= MostWords && words <= left;
                left -= small ? words : 0;
                Walk(oldWords, newWords, small ? MostWords : 0, changes, whole: null);
            }
        );
        return changes;
    }

    private static string[] Words(string text) =>
        Word().Matches(text).Select(match => match.Value).ToArray();

    private static void Walk(
        string[] old,
        string[] now,
        int limit,
        List<TextChange> changes,
        Action<string, string>? whole
    )
    {
        int head = 0;
        while (head < old.Length && head < now.Length && old[head] == now[head])
        {
            head++;
        }

        int tail = 0;
        while (
            tail < old.Length - head
            && tail < now.Length - head
            && old[^(tail + 1)] == now[^(tail + 1)]
        )
        {
            tail++;
        }

        Add(changes, TextChange.Same, string.Concat(old[..head]));
        string[] oldMiddle = old[head..^tail];
        string[] newMiddle = now[head..^tail];
        if (oldMiddle.Length + newMiddle.Length <= limit)
        {
            Compare(oldMiddle, newMiddle, changes, whole);
        }
        else
        {
            Replace(string.Concat(oldMiddle), string.Concat(newMiddle), changes, whole);
        }

        Add(changes, TextChange.Same, string.Concat(old[^tail..]));
    }

    private static void Compare(
        string[] old,
        string[] now,
        List<TextChange> changes,
        Action<string, string>? whole
    )
    {
        // The pieces are handed over as they were cut, instead of being cut again.
        DiffResult diff = new Differ().CreateCustomDiffs(
            "old",
            "new",
            ignoreWhiteSpace: false,
            ignoreCase: false,
            text => text == "old" ? old : now
        );
        int at = 0;
        foreach (DiffBlock block in diff.DiffBlocks)
        {
            Add(changes, TextChange.Same, string.Concat(old[at..block.DeleteStartA]));
            Replace(
                string.Concat(old.AsSpan(block.DeleteStartA, block.DeleteCountA)),
                string.Concat(now.AsSpan(block.InsertStartB, block.InsertCountB)),
                changes,
                whole
            );
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Add(changes, TextChange.Same, string.Concat(old[at..]));
    }

    private static void Replace(
        string removed,
        string added,
        List<TextChange> changes,
        Action<string, string>? whole
    )
    {
        if (whole is not null && removed.Length > 0 && added.Length > 0)
        {
            whole(removed, added);
            return;
        }

        Add(changes, TextChange.Removed, removed);
        Add(changes, TextChange.Added, added);
    }

    private static void Add(List<TextChange> changes, string kind, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (changes.Count > 0 && changes[^1].Kind == kind)
        {
            changes[^1] = new TextChange(kind, changes[^1].Text + text);
            return;
        }

        changes.Add(new TextChange(kind, text));
    }

    [GeneratedRegex(@"[^\n]*\n|[^\n]+", RegexOptions.NonBacktracking)]
    private static partial Regex Line();

    [GeneratedRegex(
        @"[\p{L}\p{M}\p{N}'\u2019-]+|\s+|.",
        RegexOptions.NonBacktracking | RegexOptions.Singleline
    )]
    private static partial Regex Word();
}
