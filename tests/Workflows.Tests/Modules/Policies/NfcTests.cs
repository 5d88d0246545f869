using System.Security.Cryptography;
using System.Text;
using Governance.Modules.Policies;

namespace Governance.Tests.Workflows.Modules.Policies;

/// <summary>
/// The expected digests were made with another implementation (ICU 78, Unicode 17): over the form C of every character there is,
/// and over 20,000 pseudo-random sequences of the characters that normalisation is about.
/// </summary>
public sealed class NfcTests
{
    [Theory]
    [InlineData("e\u0301", "\u00e9")]
    [InlineData("\u1112\u1161\u11ab", "\ud55c")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("\u212b", "\u00c5")]
    [InlineData("\u0958", "\u0915\u093c")]
    [InlineData("plain", "plain")]
    public void Nfc_KnownCase_GivesFormC(string text, string expected) =>
        Assert.Equal(expected, Nfc.Of(text));

    [Fact]
    public void Nfc_EveryCharacter_AgreesWithAnIndependentImplementation()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (int character = 0; character < 0x110000; character++)
        {
            if (Rune.IsValid(character))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(Nfc.Of(new Rune(character).ToString())));
            }
        }

        Assert.Equal(
            "1ffc8e6ce9e83df8e49fd62d6abb68f981775aed0b5101b88c213d4653e9b540",
            Convert.ToHexStringLower(hash.GetHashAndReset())
        );
    }

    [Fact]
    public void Nfc_RandomSequencesOfMarks_AgreeWithAnIndependentImplementation()
    {
        int[] alphabet = Alphabet();
        Assert.Equal(4311, alphabet.Length);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        int seed = 12345;
        for (int sequence = 0; sequence < 20_000; sequence++)
        {
            StringBuilder text = new();
            for (int at = 0; at < 8; at++)
            {
                seed = unchecked((seed * 1103515245) + 12345) & 0x7fffffff;
                text.Append(new Rune(alphabet[(seed >> 8) % alphabet.Length]).ToString());
            }

            hash.AppendData(Encoding.UTF8.GetBytes(Nfc.Of(text.ToString()) + "\n"));
        }

        Assert.Equal(
            "dbf6e1e8f930adff6d135be28b42756147fa7ba4c1cef871e1f0c29f3656f6f6",
            Convert.ToHexStringLower(hash.GetHashAndReset())
        );
    }

    private static int[] Alphabet()
    {
        SortedSet<int> alphabet =
        [
            0x61,
            0x65,
            0x6f,
            0x1100,
            0x1161,
            0x11a8,
            0x11a7,
            0xac00,
            0xac01,
            0x1175,
            0x11c2,
            0xd7a3,
        ];
        using Stream stream = typeof(Nfc).Assembly.GetManifestResourceStream(
            "Policies/unicode-canonical.txt"
        )!;
        using StreamReader lines = new(stream);
        while (lines.ReadLine() is string line)
        {
            string[] parts = line.Split(' ');
            if (parts[0] == "D")
            {
                alphabet.UnionWith(parts[1..].Select(part => Convert.ToInt32(part, 16)));
            }
            else if (parts[0] == "K")
            {
                int from = Convert.ToInt32(parts[1], 16);
                alphabet.UnionWith(
                    Enumerable.Range(from, Convert.ToInt32(parts[2], 16) - from + 1)
                );
            }
        }

        return [.. alphabet];
    }
}
