using System.Text.Json;
using Governance.Modules.Record;

namespace Governance.Tests.Workflows.Modules.Record;

public sealed class VerifyCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("verify-");

    [Fact]
    public void Run_ExportThatVerifies_AnswersZeroAndSaysWhatIsSigned()
    {
        string export = Write("record.jsonl", SampleRecord.Of(10).Export());
        string from = Write("older.txt", SampleRecord.Of(10).Checkpoint(4).Text);
        string key = Write("key.pem", SampleRecord.Signer.PublicKeyPem);

        (int exit, string said) = Run(export, "--from", from, "--key", key);

        Assert.Equal(0, exit);
        Assert.Contains(
            "Verifies: the record of north-haven, 10 entries.",
            said,
            StringComparison.Ordinal
        );
        Assert.Contains("entries 1 to 10", said, StringComparison.Ordinal);
        Assert.Contains("first 4 entries", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_CheckpointThatWentThroughAnEditor_IsStillRead()
    {
        string export = Write("record.jsonl", SampleRecord.Of(10).Export());
        string text = SampleRecord.Of(10).Checkpoint(4).Text.ReplaceLineEndings("\r\n");
        string from = Write("older.txt", text + "\r\n\r\n");

        Assert.Equal(0, Run(export, "--from", from).Exit);
    }

    [Fact]
    public void Run_CheckpointAsTheApiAnswersIt_IsRead()
    {
        string export = Write("record.jsonl", SampleRecord.Of(10).Export());
        string text = SampleRecord.Of(10).Checkpoint(4).Text;
        string from = Write("older.json", JsonSerializer.Serialize(new { size = 4, text }));
        string without = Write("without.json", "{\"size\":4}");
        string broken = Write("broken.json", "{\"text\":");

        (int exit, string said) = Run(export, "--from", from);

        Assert.Equal(0, exit);
        Assert.Contains("first 4 entries", said, StringComparison.Ordinal);
        Assert.Equal(2, Run(export, "--from", without).Exit);
        Assert.Equal(2, Run(export, "--from", broken).Exit);
    }

    [Fact]
    public void Run_ExportThatDoesNotVerify_AnswersOneAndNamesEntryAndLine()
    {
        SampleRecord sample = SampleRecord.Of(10);
        sample.Canonical[5][20] ^= 1;

        (int exit, string said) = Run(Write("record.jsonl", sample.Export(every: 100)));

        Assert.Equal(1, exit);
        Assert.Contains("entry 6 (line 7)", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_SplitView_AnswersOneAndSaysSo()
    {
        SampleRecord other = SampleRecord.Of(3);
        other.Add(4, "another.act");
        string from = Write("older.txt", other.Checkpoint(4).Text);

        (int exit, string said) = Run(
            Write("record.jsonl", SampleRecord.Of(10).Export()),
            "--from",
            from
        );

        Assert.Equal(1, exit);
        Assert.Contains("split view", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData()]
    [InlineData("--from")]
    [InlineData("a", "b")]
    [InlineData("a", "--from")]
    [InlineData("a", "--unknown", "b")]
    [InlineData("a", "--from", "b", "--from", "c")]
    public void Run_WrongArguments_AnswersTwoWithTheUsage(params string[] args)
    {
        (int exit, string said) = Run(args);

        Assert.Equal(2, exit);
        Assert.StartsWith("Usage:", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FilesThatCannotBeRead_AnswersTwo()
    {
        string export = Write("record.jsonl", SampleRecord.Of(2).Export());
        string nonsense = Write("nonsense", "nonsense");
        string empty = Write("empty", "");

        Assert.Equal(2, Run(Path.Combine(_folder.FullName, "none")).Exit);
        Assert.Equal(2, Run(_folder.FullName).Exit);
        Assert.Equal(2, Run("\0").Exit);
        Assert.Equal(2, Run(nonsense).Exit);
        Assert.Equal(2, Run(empty).Exit);
        Assert.Equal(2, Run(export, "--from", nonsense).Exit);
        Assert.Equal(2, Run(export, "--from", empty).Exit);
        Assert.Equal(2, Run(export, "--key", nonsense).Exit);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static (int Exit, string Said) Run(params string[] args)
    {
        using var said = new StringWriter();
        return (VerifyCommand.Run(said, args), said.ToString());
    }

    private string Write(string name, string text) =>
        Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    private string Write(string name, byte[] bytes)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
