using System.Buffers;
using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Governance.Modules.Record;
using Xunit.Abstractions;

namespace Governance.Tests.Workflows.Modules.Record;

public sealed class RecordVerifierTests(ITestOutputHelper output)
{
    private const int Entries = 10;

    [Fact]
    public void Verify_UntouchedExport_Verifies()
    {
        SampleRecord sample = SampleRecord.Of(Entries);

        RecordVerdict verdict = Verify(sample.Export());

        Assert.True(verdict.IsOk, verdict.Unreadable ?? verdict.Misfit?.Why);
        Assert.Equal((Entries, Entries), (verdict.Entries, verdict.CoveredBy));
        Assert.Equal(sample.Root(Entries), verdict.Root);
        Assert.Equal(0, verdict.WithoutPayload);
    }

    [Fact]
    public void Verify_ExportWithoutEntries_Verifies() =>
        Assert.True(Verify(SampleRecord.Of(0).Export()).IsOk);

    [Fact]
    public void Verify_OneBitChangedInAnEntrysLine_NamesExactlyThatEntry()
    {
        byte[] export = SampleRecord.Of(Entries).Export(every: 100);
        List<int> starts = LineStarts(export);
        Prop.ForAll(
                Gen.Choose(starts[1], starts[Entries + 1] - 1).ToArbitrary(),
                Gen.Choose(0, 7).ToArbitrary(),
                (at, bit) =>
                {
                    RecordVerdict verdict = Verify(Flipped(export, at, bit));
                    int line = starts.FindLastIndex(start => start <= at);
                    return verdict.Misfit?.Position == line && verdict.Line == line + 1;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void Verify_OneBitChangedAnywhere_DoesNotVerify()
    {
        byte[] export = SampleRecord.Of(Entries).Export();
        Prop.ForAll(
                Gen.Choose(0, export.Length - 1).ToArbitrary(),
                Gen.Choose(0, 7).ToArbitrary(),
                (at, bit) => !Verify(Flipped(export, at, bit)).IsOk
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void Verify_CutAnywhere_DoesNotVerify()
    {
        byte[] export = SampleRecord.Of(Entries).Export();
        Prop.ForAll(
                Gen.Choose(0, export.Length - 2).ToArbitrary(),
                length => !Verify(export[..length]).IsOk
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void Verify_LinesDeletedSwappedOrRepeated_DoesNotVerify()
    {
        string[] lines = Lines(SampleRecord.Of(Entries).Export());
        Prop.ForAll(
                Gen.Choose(0, lines.Length - 1).ToArbitrary(),
                Gen.Choose(0, lines.Length - 1).ToArbitrary(),
                (one, other) =>
                {
                    var swapped = (string[])lines.Clone();
                    (swapped[one], swapped[other]) = (lines[other], lines[one]);
                    string[] repeated = [.. lines[..one], lines[other], .. lines[one..]];
                    bool isCheckpointRepeated =
                        lines[other].StartsWith("{\"checkpoint\"", StringComparison.Ordinal)
                        && (one == other || one == other + 1);
                    bool isCheckpoint = lines[one]
                        .StartsWith("{\"checkpoint\"", StringComparison.Ordinal);
                    string[] deleted = [.. lines[..one], .. lines[(one + 1)..]];
                    return Verify(Join(swapped)).IsOk == (one == other)
                        && Verify(Join(repeated)).IsOk == isCheckpointRepeated
                        && Verify(Join(deleted)).IsOk == isCheckpoint;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Verify_RandomBytes_NeverThrows() =>
        Prop.ForAll<byte[]>(bytes => !Verify(bytes).IsOk).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"other\":1}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"entry\":{}}")]
    [InlineData("{\"entry\":[],\"hash\":\"\"}")]
    [InlineData(
        "{\"entry\":{\"sequence\":99999999999999999999999999999999999999},\"hash\":\"00\"}"
    )]
    [InlineData("{\"checkpoint\":7}")]
    [InlineData("{\"checkpoint\":\"\"}")]
    [InlineData("{\"checkpoint\":\"\\ud800\"}")]
    [InlineData("{\"end\":{\"entries\":1e9,\"head\":\"\"}}")]
    [InlineData("{\"end\":{\"entries\":999999999999999999999999,\"head\":\"\"}}")]
    [InlineData("{\"end\":{\"entries\":3,\"entries\":3,\"head\":\"\"}}")]
    [InlineData("not json")]
    public void Verify_HostileLine_IsNamedWithItsNumber(string line)
    {
        string[] lines = Lines(SampleRecord.Of(Entries).Export(every: 100));
        lines[4] = line;

        RecordVerdict verdict = Verify(Join(lines));

        Assert.Equal(5, verdict.Line);
        Assert.InRange(verdict.Misfit!.Position, 3, 4);
        Assert.False(string.IsNullOrWhiteSpace(verdict.Misfit.Why));
    }

    [Fact]
    public void Verify_DeeplyNestedLine_IsNamedWithItsNumber()
    {
        string[] lines = Lines(SampleRecord.Of(Entries).Export());
        lines[1] = "{\"entry\":" + string.Concat(Enumerable.Repeat("{\"a\":", 100_000));

        Assert.Equal(2, Verify(Join(lines)).Line);
    }

    [Theory]
    [InlineData(0, "{\"format\":\"governance-record-export/2\"")]
    [InlineData(0, "{\"format\":7")]
    public void Verify_UnknownHeader_IsUnreadable(int line, string beginning)
    {
        string[] lines = Lines(SampleRecord.Of(2).Export());
        lines[line] = beginning + lines[line][lines[line].IndexOf(',', StringComparison.Ordinal)..];

        Assert.NotNull(Verify(Join(lines)).Unreadable);
    }

    [Fact]
    public void Verify_PayloadsLeftOut_VerifiesAndCountsThem()
    {
        SampleRecord sample = SampleRecord.Of(6);
        for (int at = 0; at < 6; at++)
        {
            sample.Payloads[at] = null;
        }

        RecordVerdict verdict = Verify(sample.Export());

        Assert.True(verdict.IsOk);
        Assert.Equal(4, verdict.WithoutPayload);
    }

    [Fact]
    public void Verify_RecordThatGrew_FitsTheOlderCheckpoint()
    {
        SignedCheckpoint older = SampleRecord.Of(Entries).Checkpoint(7);

        Assert.True(Verify(SampleRecord.Of(Entries).Export(), older).IsOk);
        Assert.True(Verify(SampleRecord.Of(50).Export(), older).IsOk);
    }

    [Fact]
    public void Verify_HistoryRewrittenAndSignedAgain_IsASplitViewAtTheOlderSize()
    {
        SignedCheckpoint older = SampleRecord.Of(Entries).Checkpoint(7);
        SampleRecord rewritten = Rewritten(from: 3);
        Assert.True(Verify(rewritten.Export()).IsOk);

        RecordVerdict verdict = Verify(rewritten.Export(), older);

        Assert.Equal((7L, true), (verdict.Misfit!.Position, verdict.Misfit.IsSplitView));
        Assert.Contains("split view", verdict.Misfit.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_RecordCutShortAndSignedAgain_IsFoundByTheOlderCheckpoint()
    {
        SignedCheckpoint older = SampleRecord.Of(Entries).Checkpoint(Entries);
        byte[] cut = SampleRecord.Of(6).Export();
        Assert.True(Verify(cut).IsOk);

        Assert.Equal(7, Verify(cut, older).Misfit?.Position);
    }

    [Fact]
    public void Verify_TwoCheckpointsOfOneSize_IsASplitView()
    {
        string[] lines = Lines(SampleRecord.Of(Entries).Export(every: 4));
        var another = new ArrayBufferWriter<byte>();
        RecordExport.WriteCheckpoint(another, Rewritten(from: 2).Checkpoint(4).Text);
        int at = Array.FindIndex(
            lines,
            line => line.StartsWith("{\"checkpoint\"", StringComparison.Ordinal)
        );

        RecordVerdict verdict = Verify(
            Join([
                .. lines[..(at + 1)],
                Encoding.UTF8.GetString(another.WrittenSpan).TrimEnd('\n'),
                .. lines[(at + 1)..],
            ])
        );

        Assert.Equal((4L, true), (verdict.Misfit!.Position, verdict.Misfit.IsSplitView));
    }

    [Fact]
    public void Verify_SignedByAnotherKey_DoesNotVerify()
    {
        using CheckpointSigner other = SampleRecord.NewSigner();
        SampleRecord sample = SampleRecord.Of(Entries);
        SignedCheckpoint older = sample.Checkpoint(4);
        byte[] forged = sample.Export(signer: other);
        Assert.True(Verify(forged).IsOk);

        Assert.Equal(1, Verify(forged, older).Misfit?.Position);
        using var stream = new MemoryStream(forged);
        Assert.Equal(
            1,
            new RecordVerifier(trusted: SampleRecord.Signer.PublicKey)
                .Verify(stream)
                .Misfit?.Position
        );
    }

    [Fact]
    public void Verify_AHundredThousandEntries_VerifiesInOnePass()
    {
        byte[] export = SampleRecord.Of(100_000).Export(every: 200_000);
        long began = Stopwatch.GetTimestamp();

        RecordVerdict verdict = Verify(export);

        output.WriteLine(
            $"{verdict.Entries} entries, {export.Length / 1_000_000} MB: {Stopwatch.GetElapsedTime(began).TotalSeconds:0.00} s"
        );
        Assert.True(verdict.IsOk);
        Assert.Equal(100_000, verdict.Entries);
    }

    private static SampleRecord Rewritten(int from)
    {
        SampleRecord sample = SampleRecord.Of(from - 1);
        for (int number = from; number <= Entries; number++)
        {
            sample.Add(number, number == from ? "another.act" : "sign-off.sign");
        }

        return sample;
    }

    private static RecordVerdict Verify(byte[] export, SignedCheckpoint? older = null)
    {
        using var stream = new MemoryStream(export);
        return new RecordVerifier(older: older).Verify(stream);
    }

    private static byte[] Flipped(byte[] export, int at, int bit)
    {
        var changed = (byte[])export.Clone();
        changed[at] ^= (byte)(1 << bit);
        return changed;
    }

    private static List<int> LineStarts(byte[] export) =>
        [
            0,
            .. Enumerable
                .Range(0, export.Length - 1)
                .Where(at => export[at] == '\n')
                .Select(at => at + 1),
        ];

    private static string[] Lines(byte[] export) =>
        Encoding.UTF8.GetString(export).TrimEnd('\n').Split('\n');

    private static byte[] Join(string[] lines) =>
        Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
}
