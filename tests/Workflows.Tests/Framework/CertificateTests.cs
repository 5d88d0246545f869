using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Modules.Library;
using Governance.Modules.Record;
using Governance.Tests.Shared;
using Governance.Tests.Workflows.Modules.Record;

namespace Governance.Tests.Workflows.Framework;

/// <summary>A real certificate, and what the verifier says when anything in it is another.</summary>
public sealed class CertificateTests(CertificateTests.Fixture fixture)
    : IClassFixture<CertificateTests.Fixture>
{
    [Fact]
    public void Certificate_AsGivenOut_Verifies()
    {
        (int exit, string said) = Run(fixture.Json);

        Assert.Equal(
            (0, true),
            (exit, said.StartsWith("Verifies: Missing children", StringComparison.Ordinal))
        );
        Assert.Contains("compare it another way", said, StringComparison.Ordinal);
        Assert.Equal(0, Run(fixture.Json, "--key", fixture.Write("key.pem", fixture.Key)).Exit);
    }

    /// <summary>Where the value stands, what it is changed to, and how the verifier names it.</summary>
    public static TheoryData<string, string, string> Changes =>
        new()
        {
            { "text.body", "\"Another text.\"", "the text has the hash" },
            { "text.title", "\"Missing children \"", "the text is not in its normal form" },
            { "text.reviewMonths", "36", "the text has the hash" },
            {
                "text.attachments",
                """[{"fileName":"a","contentType":"b","size":1,"hash":"c"}]""",
                "the text has the hash"
            },
            { "text.hash", "\"00\"", "the text has the hash" },
            { "publicKey", "\"none\"", "publicKey is not a public key" },
            { "checkpoint", "\"none\"", "the checkpoint cannot be read" },
            { "partnership", "\"elsewhere\"", "the checkpoint belongs to another record" },
            { "entries.0.canonical", "\"{}\"", "entry " },
            { "entries.0.hash", "\"00\"", "the hash is not that of its text" },
            { "entries.0.sequence", "1", "it stands elsewhere in the record" },
            { "entries.3.path", "[]", "it does not stand in the tree" },
            { "entries.3.path.0", "\"00\"", "it does not stand in the tree" },
            {
                "signatures.0.seat",
                "\"police\"",
                "for the seat localAuthority there are 0 signatures"
            },
            {
                "signatures.0.person",
                "\"council-lead\"",
                "the signature for the seat localAuthority"
            },
            {
                "signatures.1.capacity",
                "\"lead\"",
                "the signature for the seat integratedCareBoard"
            },
            {
                "signatures.1.instrument",
                "\"i-1\"",
                "the signature for the seat integratedCareBoard"
            },
            {
                "signatures.2.time",
                "\"2027-02-01T09:00:01.000Z\"",
                "the signature for the seat police"
            },
            { "signatures.2.entry", "1", "the signature for the seat police" },
            {
                "publication.time",
                "\"2027-02-01T09:00:01.000Z\"",
                "the publication is not what the record has"
            },
            { "publication.entry", "0", "the publication is not what the record has" },
            { "policy", "\"another\"", "the publication is not what the record has" },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Certificate_ChangedAnywhere_NamesTheFirstMisfit(
        string path,
        string value,
        string named
    )
    {
        (int exit, string said) = Run(fixture.With(path, value));

        Assert.Equal(1, exit);
        Assert.StartsWith("DOES NOT VERIFY: ", said, StringComparison.Ordinal);
        Assert.Contains(named, said, StringComparison.Ordinal);
    }

    [Fact]
    public void Certificate_UnderAnotherKey_DoesNotVerify()
    {
        string other = SampleRecord.Signer.PublicKeyPem;
        string asked = fixture.Write("other.pem", other);

        Assert.Contains(
            "another key",
            Run(fixture.Json, "--key", asked).Said,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "not signed by the key",
            Run(fixture.With("publicKey", JsonSerializer.Serialize(other))).Said,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Certificate_WithASignatureForASeatThatThereIsNot_DoesNotVerify()
    {
        JsonNode certificate = JsonNode.Parse(fixture.Json)!;
        JsonArray signatures = certificate["signatures"]!.AsArray();
        JsonNode fourth = signatures[0]!.DeepClone();
        fourth["seat"] = "school";
        signatures.Add(fourth);

        Assert.Contains(
            "a seat that there is not",
            Run(certificate.ToJsonString()).Said,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Certificate_WhoseProofIsPending_IsNotProvedYet()
    {
        JsonNode certificate = JsonNode.Parse(fixture.Json)!;
        foreach (JsonNode? entry in certificate["entries"]!.AsArray())
        {
            entry!["path"] = null;
        }

        certificate["checkpoint"] = null;

        (int exit, string said) = Run(certificate.ToJsonString());

        Assert.Equal(2, exit);
        Assert.StartsWith("Not proved yet: ", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"format\":\"governance-sign-off-certificate/1\"}")]
    [InlineData("{\"format\":\"governance-sign-off-certificate/2\"}")]
    [InlineData("{\"format\":\"something-else/1\"}")]
    [InlineData("[]")]
    [InlineData("")]
    public void File_ThatIsNoCertificate_CannotBeRead(string text)
    {
        (int exit, string said) = Run(text);

        Assert.Equal(2, exit);
        Assert.StartsWith("Cannot be read: ", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("signatures.0", "null")]
    [InlineData("entries", "[null]")]
    [InlineData("text", "null")]
    [InlineData("text.attachments", "[null]")]
    [InlineData("entries.0.sequence", "\"one\"")]
    public void Certificate_WithHoles_CannotBeRead(string path, string value) =>
        Assert.Equal(2, Run(fixture.With(path, value)).Exit);

    [Fact]
    public void Certificate_WithAMemberTwice_CannotBeRead() =>
        Assert.Equal(2, Run("{\"slug\":\"a\"," + fixture.Json[1..]).Exit);

    [Fact]
    public void Certificate_WithAnEscapeInItsTitle_PrintsNone()
    {
        string said = Run(fixture.With("signatures.0.person", "\"\\u001b[2J\"")).Said;

        Assert.DoesNotContain('\u001b', said);
    }

    [Fact]
    public void From_WithACertificate_IsRefused() =>
        Assert.Equal(2, Run(fixture.Json, "--from", fixture.Write("from.txt", "x")).Exit);

    /// <summary>The specification's own verifier, where the machine has what it needs.</summary>
    [Fact]
    public async Task Specification_InPython_SaysTheSame()
    {
        string document = await File.ReadAllTextAsync(Fixture.Specification);
        int start = document.LastIndexOf("```python\n", StringComparison.Ordinal) + 10;
        string script = document[start..document.IndexOf("```", start, StringComparison.Ordinal)];
        string program = fixture.Write("verify.py", script);
        if (await fixture.RunPythonAsync(program, fixture.Json) is not { } right)
        {
            return;
        }

        Assert.Equal("verifies\n", right);
        foreach (string path in (string[])["text.body", "signatures.0.person", "publication.time"])
        {
            Assert.NotEqual(
                "verifies\n",
                await fixture.RunPythonAsync(program, fixture.With(path, "\"x\""))
            );
        }
    }

    private (int Exit, string Said) Run(string certificate, params string[] more)
    {
        using StringWriter said = new();
        int exit = VerifyFileCommand.Run(
            said,
            [fixture.Write("certificate.json", certificate), .. more]
        );
        return (exit, said.ToString());
    }

    public sealed class Fixture : IAsyncLifetime, IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("certificate-");

        public string Json { get; private set; } = "";

        public string Key { get; private set; } = "";

        public static string Specification
        {
            get
            {
                DirectoryInfo folder = new(AppContext.BaseDirectory);
                while (!File.Exists(Path.Combine(folder.FullName, "Governance.sln")))
                {
                    folder = folder.Parent!;
                }

                return Path.Combine(folder.FullName, "docs", "record.md");
            }
        }

        public async Task InitializeAsync()
        {
            await using PolicyWorld world = await PolicyWorld.OpenAsync(register => new SqliteStore(
                register
            ));
            string policy = await CascadeSuite.PublishAsync(world);
            await world.Store.Get<RecordTree>().CatchUpAsync(PolicyWorld.Place);
            SignOffCertificate certificate = await LibrarySuite.CertificateAsync(world, policy);
            Json = JsonSerializer.Serialize(certificate, JsonSerializerOptions.Web);
            Key = certificate.PublicKey;
        }

        public Task DisposeAsync() => Task.CompletedTask;

        public void Dispose() => _folder.Delete(recursive: true);

        public string Write(string name, string text)
        {
            string path = Path.Combine(_folder.FullName, name);
            File.WriteAllText(path, text);
            return path;
        }

        /// <summary>The certificate with one value changed.</summary>
        public string With(string path, string value)
        {
            JsonNode certificate = JsonNode.Parse(Json)!;
            string[] steps = path.Split('.');
            JsonNode at = certificate;
            foreach (string step in steps[..^1])
            {
                at = at is JsonArray list
                    ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]!
                    : at[step]!;
            }

            JsonNode? changed = JsonNode.Parse(value);
            if (at is JsonArray array)
            {
                array[int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture)] =
                    changed;
            }
            else
            {
                at[steps[^1]] = changed;
            }

            return certificate.ToJsonString();
        }

        /// <summary>What the script prints; null where there is no Python or no openssl.</summary>
        public async Task<string?> RunPythonAsync(string program, string certificate)
        {
            if (!IsThere("python3", "--version") || !IsThere("openssl", "version"))
            {
                return null;
            }

            ProcessStartInfo start = new("python3")
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            };
            start.ArgumentList.Add(program);
            start.ArgumentList.Add(Write("python.json", certificate));
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string said = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return said + await errors;
        }

        private static bool IsThere(string program, string argument)
        {
            try
            {
                using Process? process = Process.Start(
                    new ProcessStartInfo(program, argument)
                    {
                        RedirectStandardOutput = true,
                        UseShellExecute = false,
                    }
                );
                process!.WaitForExit();
                return process.ExitCode == 0;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return false;
            }
        }
    }
}
