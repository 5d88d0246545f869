using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Governance.Modules.Policies;

/// <summary>
/// Unicode Normalization Form C (UAX #15) from tables of our own, Unicode 17. The process runs with invariant globalisation, where
/// <see cref="string.Normalize()"/> returns its input unchanged; and a hash that partners sign must not depend on which Unicode
/// library a machine happens to have. Text of assigned characters keeps its form in all later versions of Unicode.
/// </summary>
internal static class Nfc
{
    private const int HangulFirst = 0xAC00;
    private const int HangulCount = 11172;
    private const int LeadFirst = 0x1100;
    private const int VowelFirst = 0x1161;
    private const int TailBase = 0x11A7;
    private const int VowelCount = 21;
    private const int TailCount = 28;

    private static readonly Tables Data = Tables.Load();

    /// <param name="text">Well-formed UTF-16.</param>
    public static string Of(string text)
    {
        // Nothing below U+0300 decomposes into, or combines with, anything else that is below it.
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u02FF'))
        {
            return text;
        }

        List<int> characters = Decompose(text);
        Reorder(characters);
        Compose(characters);
        StringBuilder result = new(text.Length);
        foreach (int character in characters)
        {
            result.Append(new Rune(character).ToString());
        }

        return result.ToString();
    }

    private static List<int> Decompose(string text)
    {
        List<int> result = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            int hangul = rune.Value - HangulFirst;
            if (hangul is >= 0 and < HangulCount)
            {
                result.Add(LeadFirst + (hangul / (VowelCount * TailCount)));
                result.Add(VowelFirst + (hangul % (VowelCount * TailCount) / TailCount));
                if (hangul % TailCount != 0)
                {
                    result.Add(TailBase + (hangul % TailCount));
                }
            }
            else if (Data.Decompositions.TryGetValue(rune.Value, out int[]? parts))
            {
                result.AddRange(parts);
            }
            else
            {
                result.Add(rune.Value);
            }
        }

        return result;
    }

    /// <summary>Puts each run of combining marks into the order of their classes, keeping the order within a class.</summary>
    private static void Reorder(List<int> characters)
    {
        for (int start = 0; start < characters.Count; start++)
        {
            int end = start;
            while (end < characters.Count && Class(characters[end]) != 0)
            {
                end++;
            }

            if (end - start > 1)
            {
                int[] run = [.. characters.GetRange(start, end - start).OrderBy(Class)];
                for (int at = 0; at < run.Length; at++)
                {
                    characters[start + at] = run[at];
                }
            }

            start = end;
        }
    }

    private static void Compose(List<int> characters)
    {
        int starter = -1;
        int lastClass = -1;
        int written = 0;
        foreach (int character in characters.ToArray())
        {
            int its = Class(character);
            if (
                starter >= 0
                && lastClass < its
                && Pair(characters[starter], character) is int composed
            )
            {
                characters[starter] = composed;
                continue;
            }

            if (its == 0)
            {
                starter = written;
                lastClass = -1;
            }
            else
            {
                lastClass = its;
            }

            characters[written++] = character;
        }

        characters.RemoveRange(written, characters.Count - written);
    }

    private static int? Pair(int first, int second)
    {
        int lead = first - LeadFirst;
        int vowel = second - VowelFirst;
        if (lead is >= 0 and < 19 && vowel is >= 0 and < VowelCount)
        {
            return HangulFirst + (((lead * VowelCount) + vowel) * TailCount);
        }

        int syllable = first - HangulFirst;
        int tail = second - TailBase;
        if (
            syllable is >= 0 and < HangulCount
            && syllable % TailCount == 0
            && tail is > 0 and < TailCount
        )
        {
            return first + tail;
        }

        return Data.Composites.TryGetValue((first, second), out int composed) ? composed : null;
    }

    private static int Class(int character) => Data.Classes.GetValueOrDefault(character);

    private sealed record Tables(
        FrozenDictionary<int, int[]> Decompositions,
        FrozenDictionary<int, int> Classes,
        FrozenDictionary<(int First, int Second), int> Composites
    )
    {
        public static Tables Load()
        {
            Dictionary<int, int[]> decompositions = [];
            Dictionary<int, int> classes = [];
            Dictionary<(int, int), int> composites = [];
            using Stream stream = typeof(Nfc).Assembly.GetManifestResourceStream(
                "Policies/unicode-canonical.txt"
            )!;
            using StreamReader lines = new(stream);
            while (lines.ReadLine() is string line)
            {
                string[] parts = line.Split(' ');
                switch (parts[0])
                {
                    case "D":
                        decompositions[Hex(parts[1])] = [.. parts[2..].Select(Hex)];
                        break;
                    case "K":
                        for (int at = Hex(parts[1]); at <= Hex(parts[2]); at++)
                        {
                            classes[at] = int.Parse(parts[3], NumberFormatInfo.InvariantInfo);
                        }

                        break;
                    case "C":
                        composites[(Hex(parts[1]), Hex(parts[2]))] = Hex(parts[3]);
                        break;
                }
            }

            return new(
                decompositions.ToFrozenDictionary(),
                classes.ToFrozenDictionary(),
                composites.ToFrozenDictionary()
            );
        }

        private static int Hex(string text) =>
            int.Parse(text, NumberStyles.HexNumber, NumberFormatInfo.InvariantInfo);
    }
}
