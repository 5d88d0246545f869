using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Governance.Modules.Record;

namespace Governance.Tests.Workflows.Modules.Record;

/// <summary>docs/record.md is the specification: what its example says is computed anew here.</summary>
public sealed class RecordDocumentTests
{
    private static readonly string Text = File.ReadAllText(Find());

    private static readonly string[] Export = Block("jsonl").Split('\n');

    [Fact]
    public void Example_ItsExport_Verifies()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Block("jsonl") + "\n"));

        RecordVerdict verdict = new RecordVerifier().Verify(stream);

        Assert.True(verdict.IsOk, verdict.Unreadable ?? verdict.Misfit?.Why);
        Assert.Equal((3, 3, 1), (verdict.Entries, verdict.CoveredBy, verdict.WithoutPayload));
        Assert.Equal(Value("root of size 3"), RecordHash.ToHex(verdict.Root));
    }

    [Fact]
    public void Example_ItsValues_AreTrue()
    {
        string first = Canonical(Export[1]);
        byte[][] leaves =
        [
            .. new[] { 1, 2, 4 }.Select(line =>
                RecordHash.OfEntry(Encoding.UTF8.GetBytes(Canonical(Export[line])))
            ),
        ];
        byte[] rootOfTwo = RecordHash.OfNode(leaves[0], leaves[1]);
        byte[] rootOfThree = RecordHash.OfNode(rootOfTwo, leaves[2]);

        Assert.Equal(
            Encoding.UTF8.GetByteCount(first).ToString(CultureInfo.InvariantCulture),
            Value("canonical bytes of entry 1")
        );
        Assert.Contains(Value("commitment of entry 1"), first, StringComparison.Ordinal);
        Assert.Equal(Value("hash of entry 1, root of size 1"), RecordHash.ToHex(leaves[0]));
        Assert.Equal(Value("hash of entry 2"), RecordHash.ToHex(leaves[1]));
        Assert.Equal(Value("hash of entry 3"), RecordHash.ToHex(leaves[2]));
        Assert.Equal(Value("root of size 2"), RecordHash.ToHex(rootOfTwo));
        Assert.Equal(Value("root of size 3"), RecordHash.ToHex(rootOfThree));
        Assert.True(
            MerkleProofs.VerifyInclusion(leaves[1], 1, 3, rootOfThree, [leaves[0], leaves[2]])
        );
        Assert.True(MerkleProofs.VerifyConsistency(2, 3, rootOfTwo, rootOfThree, [leaves[2]]));
    }

    [Fact]
    public void Example_ItsCheckpoint_IsTheBodyAndTheKeyId()
    {
        using JsonDocument line = JsonDocument.Parse(Export[5]);
        using JsonDocument header = JsonDocument.Parse(Export[0]);
        SignedCheckpoint signed = SignedCheckpoint.Read(
            line.RootElement.GetProperty("checkpoint").GetString()!
        )!;
        using CheckpointKey key = CheckpointKey.FromPem(
            header.RootElement.GetProperty("publicKey").GetString()!
        )!;

        Assert.Equal(Block("text") + "\n", signed.Checkpoint.Body);
        Assert.Contains(
            $"key id is `{Convert.ToHexStringLower(key.Id)}`",
            Text,
            StringComparison.Ordinal
        );
        Assert.True(key.Verify(signed));
    }

    [Fact]
    public void Example_ItsEntries_HaveTheMembersOfTheTable()
    {
        using JsonDocument line = JsonDocument.Parse(Export[1]);
        IEnumerable<string> members = line
            .RootElement.GetProperty("entry")
            .EnumerateObject()
            .SelectMany(member =>
                member.Value.ValueKind == JsonValueKind.Object
                    ? member.Value.EnumerateObject().Select(inner => $"{member.Name}.{inner.Name}")
                    : [member.Name]
            );

        Assert.All(
            members,
            member => Assert.Contains($"`{member}`", Text, StringComparison.Ordinal)
        );
    }

    private static string Canonical(string line) =>
        line[
            "{\"entry\":".Length..line.IndexOf(
                ",\"hash\":\"",
                line.IndexOf("\"type\":", StringComparison.Ordinal),
                StringComparison.Ordinal
            )
        ];

    private static string Value(string name) =>
        Regex
            .Match(
                Text,
                $@"^\| {Regex.Escape(name)} \| `?([0-9a-f]+)`? \|$",
                RegexOptions.Multiline,
                TimeSpan.FromSeconds(1)
            )
            .Groups[1]
            .Value;

    private static string Block(string kind) =>
        Regex
            .Match(Text, $"```{kind}\n(.*?)\n```", RegexOptions.Singleline, TimeSpan.FromSeconds(1))
            .Groups[1]
            .Value;

    private static string Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Governance.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "docs", "record.md");
    }
}
