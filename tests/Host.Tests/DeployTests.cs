using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Governance.Host.Settings;
using Governance.Tests.Shared;
using Microsoft.Extensions.Configuration;

namespace Governance.Tests.Host;

/// <summary>What <c>deploy/</c> ships, as far as it can be judged without a cluster.</summary>
public sealed class DeployTests : IDisposable
{
    private static readonly string Deploy = Path.Combine(HostProcess.RepositoryFolder(), "deploy");

    private readonly string _folder = Directory
        .CreateTempSubdirectory("governance-deploy-")
        .FullName;

    [Fact]
    public async Task Site_OfNginx_IsTakenByNginx()
    {
        foreach (string file in Directory.GetFiles(Nginx.Deployed, "*.conf"))
        {
            File.WriteAllText(
                Path.Combine(_folder, Path.GetFileName(file)),
                (await File.ReadAllTextAsync(file)).Replace(
                    "/etc/nginx/governance",
                    _folder,
                    StringComparison.Ordinal
                )
            );
        }

        using (var key = RSA.Create(2048))
        {
            var request = new CertificateRequest(
                "CN=governance.example",
                key,
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1
            );
            using X509Certificate2 certificate = request.CreateSelfSigned(
                new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
                new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero)
            );
            await File.WriteAllTextAsync(
                Path.Combine(_folder, "tls.crt"),
                certificate.ExportCertificatePem()
            );
            await File.WriteAllTextAsync(
                Path.Combine(_folder, "tls.key"),
                key.ExportPkcs8PrivateKeyPem()
            );
        }

        string main = Path.Combine(_folder, "nginx");
        string Main(string site) =>
            $"pid {_folder}/pid; error_log {_folder}/errors; events {{}} http {{ access_log off; include {site}; }}";
        await File.WriteAllTextAsync(main, Main(Path.Combine(_folder, "governance.conf")));
        (int taken, string said) = await Nginx.JudgeAsync(main);
        await File.WriteAllTextAsync(main, Main(Path.Combine(_folder, "proxy.conf")));
        (int refused, _) = await Nginx.JudgeAsync(main);

        Assert.True(taken == 0, said);
        Assert.NotEqual(0, refused);
    }

    /// <summary>With stand-ins that write down what they were told and what stood in the list of hosts at that moment.</summary>
    [Fact]
    public async Task RollingRestart_TakesEachHostOutBeforeItStopsIt_AndLeavesTheListAsItWas()
    {
        string hosts = Path.Combine(_folder, "hosts.conf");
        File.Copy(Path.Combine(Nginx.Deployed, "hosts.conf"), hosts);
        string log = Path.Combine(_folder, "log");
        foreach (string program in (string[])["nginx", "systemctl", "curl"])
        {
            string file = Path.Combine(_folder, program);
            await File.WriteAllTextAsync(
                file,
                $"#!/bin/sh\necho \"{program} $* / $(grep -oE ':[0-9]+ [^;]* down;' {hosts} | grep -oE '^:[0-9]+' | tr -d ':' | xargs)\" >> {log}\n"
            );
            (int made, string why) = await HostProcess.RunAsync(
                new ProcessStartInfo("chmod", ["+x", file])
            );
            Assert.True(made == 0, why);
        }

        var start = new ProcessStartInfo("bash")
        {
            Environment =
            {
                ["PATH"] = $"{_folder}:{Environment.GetEnvironmentVariable("PATH")}",
                ["GOVERNANCE_HOSTS_CONF"] = hosts,
            },
        };
        foreach (
            string argument in (string[])
                [Path.Combine(Nginx.Deployed, "rolling-restart"), "5081", "5083"]
        )
        {
            start.ArgumentList.Add(argument);
        }

        (int exitCode, string output) = await HostProcess.RunAsync(start);

        Assert.True(exitCode == 0, output);
        Assert.Equal(
            [
                "nginx -s reload / 5081",
                "systemctl restart governance@5081 / 5081",
                "nginx -s reload / ",
                "nginx -s reload / 5083",
                "systemctl restart governance@5083 / 5083",
                "nginx -s reload / ",
            ],
            (await File.ReadAllLinesAsync(log)).Where(line =>
                line.Contains("reload", StringComparison.Ordinal)
                || line.StartsWith("systemctl", StringComparison.Ordinal)
            )
        );
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(Nginx.Deployed, "hosts.conf")),
            await File.ReadAllTextAsync(hosts)
        );
    }

    /// <summary>Settings that a deployment names are settings that there are.</summary>
    [Theory]
    [InlineData("compose/compose.yaml")]
    [InlineData("compose-sqlserver/compose.yaml")]
    [InlineData("azure/main.bicep")]
    [InlineData("kubernetes/governance.yaml")]
    [InlineData("systemd/governance@.service")]
    [InlineData("Containerfile")]
    public async Task Settings_OfADeployment_AreKnown(string file)
    {
        string text = (await File.ReadAllTextAsync(Path.Combine(Deploy, file)))
        // Bicep counts the directories.
        .Replace("${at}", "0", StringComparison.Ordinal);
        string[] named =
        [
            .. Regex
                .Matches(
                    text,
                    "[A-Z][A-Za-z]+(__[A-Za-z0-9]+)+",
                    RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
                )
                .Select(match => match.Value.Replace("__", ":", StringComparison.Ordinal))
                .Distinct(),
        ];
        KnownKeys known = KnownKeys.Of(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    named.ToDictionary(key => key, _ => (string?)"x", StringComparer.Ordinal)
                )
                .Build()
        );

        Assert.NotEmpty(named);
        Assert.Empty(known.Unknown);
        Assert.All(
            named,
            key =>
                Assert.True(
                    key.StartsWith("ConnectionStrings:", StringComparison.Ordinal)
                        || known.Keys.Any(each => each.Key == key),
                    key
                )
        );
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
