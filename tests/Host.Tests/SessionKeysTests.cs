using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Host;

/// <summary>Sessions survive a restart and hold on every host of a database; the keys in it are encrypted where that is configured.</summary>
public sealed class SessionKeysTests : IDisposable
{
    private readonly string _folder = Directory
        .CreateTempSubdirectory("governance-certificates-")
        .FullName;

    [Fact]
    public async Task Session_OfOneHost_HoldsOnAnotherAndAfterARestart()
    {
        await using var one = new RunningHost();
        await one.InitializeAsync();
        string sealedText;
        await using (var other = new RunningHost([], one.Folder))
        {
            await other.InitializeAsync();
            sealedText = Protector(one).Protect("who");

            Assert.Equal("who", Protector(other).Unprotect(sealedText));
        }

        await using var restarted = new RunningHost([], one.Folder);
        await restarted.InitializeAsync();
        Assert.Equal("who", Protector(restarted).Unprotect(sealedText));
        Assert.False(Directory.Exists(Path.Combine(one.Folder, "keys")));
    }

    [Fact]
    public async Task Hosts_StartedAtOnceOnAServer_TakeEachOthersSessions()
    {
        string database = PostgresServer.Current.CreateDatabase();
        try
        {
            Dictionary<string, string> settings = new(StringComparer.Ordinal)
            {
                ["Database:Provider"] = "PostgreSql",
                ["ConnectionStrings:Governance"] = database,
            };
            await using var one = new RunningHost(settings);
            await using var other = new RunningHost(settings, one.Folder);
            await Task.WhenAll(Task.Run(one.InitializeAsync), Task.Run(other.InitializeAsync));

            Assert.Equal("a", Protector(other).Unprotect(Protector(one).Protect("a")));
            Assert.Equal("b", Protector(one).Unprotect(Protector(other).Protect("b")));
        }
        finally
        {
            PostgresServer.Current.DropDatabase(database);
        }
    }

    [Fact]
    public async Task Keys_UnderACertificate_AreEncryptedAndSurviveItsChange()
    {
        string old = Certificate("old");
        string young = Certificate("young");
        string sealedText;
        await using var one = new RunningHost(Under(old));
        await one.InitializeAsync();
        sealedText = Protector(one).Protect("who");
        await using (
            GovernanceDb db = one.Services.GetRequiredService<IReadGovernance>().OpenReader()
        )
        {
            string xml = Assert.Single(
                await db.Set<HostKey>().Select(key => key.Xml).ToListAsync()
            );
            Assert.Contains("EncryptedData", xml, StringComparison.Ordinal);
            Assert.DoesNotContain("<masterKey", xml, StringComparison.Ordinal);
        }

        await using (var changed = new RunningHost(Under(young, old), one.Folder))
        {
            await changed.InitializeAsync();
            Assert.Equal("who", Protector(changed).Unprotect(sealedText));
        }

        await using var without = new RunningHost(Under(young), one.Folder);
        await without.InitializeAsync();
        Assert.Throws<CryptographicException>(() => Protector(without).Unprotect(sealedText));
        using HttpResponseMessage page = await without.Client.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IDataProtector Protector(RunningHost host) =>
        host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static Dictionary<string, string> Under(params string[] files) =>
        files
            .Select((file, index) => (Key: $"Keys:Certificates:{index}", file))
            .SelectMany(each =>
                new[] { (each.Key + ":File", each.file), (each.Key + ":Password", "secret") }
            )
            .ToDictionary(StringComparer.Ordinal);

    private string Certificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(
            $"CN={name}",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        using X509Certificate2 made = request.CreateSelfSigned(
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
        string file = Path.Combine(_folder, $"{name}.pfx");
        File.WriteAllBytes(file, made.Export(X509ContentType.Pkcs12, "secret"));
        return file;
    }
}
