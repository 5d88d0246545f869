using FsCheck;
using FsCheck.Fluent;
using Governance.Modules.Record;

namespace Governance.Tests.Workflows.Modules.Record;

public sealed class CheckpointTests
{
    [Fact]
    public void Sign_Checkpoint_IsANoteWithFourLinesAndASignature()
    {
        SignedCheckpoint signed = SampleRecord.Of(5).Checkpoint(5);

        string[] lines = signed.Text.Split('\n');
        Assert.Equal("governance-record/north-haven", lines[0]);
        Assert.Equal("5", lines[1]);
        Assert.Equal(Convert.ToBase64String(signed.Checkpoint.Root), lines[2]);
        Assert.Equal("2027-02-03T17:00:06.000Z", lines[3]);
        Assert.Equal("", lines[4]);
        Assert.StartsWith(
            "\u2014 governance-record/north-haven ",
            lines[5],
            StringComparison.Ordinal
        );
        Assert.Equal("", lines[6]);
        Assert.Equal(7, lines.Length);
    }

    [Fact]
    public void Verify_SignedText_Holds()
    {
        string text = SampleRecord.Of(5).Checkpoint(5).Text;

        Assert.True(SampleRecord.Signer.PublicKey.Verify(SignedCheckpoint.Read(text)!));
    }

    [Fact]
    public void Verify_AnyCharacterChanged_DoesNotHold()
    {
        SampleRecord sample = SampleRecord.Of(5);
        Prop.ForAll(
                Gen.Choose(0, 500).ToArbitrary(),
                Gen.Elements('A', '7', '\n', ' ', '+', '\u2014').ToArbitrary(),
                (random, instead) =>
                {
                    string text = sample.Checkpoint(5).Text;
                    int at = random % text.Length;
                    string changed = text[..at] + instead + text[(at + 1)..];
                    SignedCheckpoint? read = SignedCheckpoint.Read(changed);
                    return changed == text
                        || read is null
                        || !SampleRecord.Signer.PublicKey.Verify(read);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void Verify_AnotherKey_DoesNotHold()
    {
        using CheckpointSigner other = SampleRecord.NewSigner();
        SignedCheckpoint signed = SampleRecord.Of(5).Checkpoint(5, other);

        Assert.False(SampleRecord.Signer.PublicKey.Verify(signed));
    }

    [Fact]
    public void Verify_FurtherSignatureByAWitness_StillHolds()
    {
        string text = SampleRecord.Of(5).Checkpoint(5).Text + "\u2014 witness.example AAAAAAAA\n";

        Assert.True(SampleRecord.Signer.PublicKey.Verify(SignedCheckpoint.Read(text)!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("a\n1\nb\nc\n\n")]
    [InlineData(
        "governance-record/x\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n2027-02-03T17:00:01.000Z\n\n"
    )]
    [InlineData(
        "governance-record/x\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n2027-02-03T17:00:01.000Z\n\n"
    )]
    [InlineData(
        "governance-record/x\n99999999999999999999\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n2027-02-03T17:00:01.000Z\n\n"
    )]
    [InlineData(
        "governance-record/x\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuF==\n2027-02-03T17:00:01.000Z\n\n"
    )]
    [InlineData(
        "governance-record/x\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nyesterday\n\n"
    )]
    public void Read_AnythingElse_IsNone(string text) => Assert.Null(SignedCheckpoint.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a+b")]
    [InlineData("line\nfeed")]
    public void OriginOf_IdThatIsNoKeyName_Throws(string id) =>
        Assert.Throws<ArgumentException>(() => Checkpoint.OriginOf(id));

    [Fact]
    public void FromPem_AnotherCurve_IsRefused()
    {
        using var key = System.Security.Cryptography.ECDsa.Create(
            System.Security.Cryptography.ECCurve.NamedCurves.nistP384
        );

        Assert.Null(CheckpointKey.FromPem(key.ExportSubjectPublicKeyInfoPem()));
        Assert.Throws<ArgumentException>(() =>
            CheckpointSigner.FromPem(key.ExportPkcs8PrivateKeyPem())
        );
        Assert.Null(CheckpointKey.FromPem("nonsense"));
        Assert.Throws<ArgumentException>(() => CheckpointSigner.FromPem("nonsense"));
    }

    [Fact]
    public void FromPem_PrivateKeyInPlaceOfThePublic_IsRefused()
    {
        using var key = System.Security.Cryptography.ECDsa.Create(
            System.Security.Cryptography.ECCurve.NamedCurves.nistP256
        );

        Assert.Null(CheckpointKey.FromPem(key.ExportPkcs8PrivateKeyPem()));
    }

    [Fact]
    public void LoadOrCreate_ManyAtOnce_AllGetTheSameKey()
    {
        string folder = Directory.CreateTempSubdirectory("record-key").FullName;
        try
        {
            string path = Path.Combine(folder, "deeper", "record.pem");
            var keys = new System.Collections.Concurrent.ConcurrentBag<string>();
            Parallel.For(
                0,
                8,
                _ =>
                {
                    using CheckpointSigner signer = SigningKeyFile.LoadOrCreate(path);
                    keys.Add(signer.PublicKeyPem);
                }
            );

            Assert.Single(keys.Distinct());
            Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(
                    UnixFileMode.UserRead | UnixFileMode.UserWrite,
                    File.GetUnixFileMode(path)
                );
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
