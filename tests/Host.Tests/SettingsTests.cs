using Governance.Host.Commands;
using Governance.Host.Composition;
using Governance.Host.Settings;
using Microsoft.Extensions.Configuration;

namespace Governance.Tests.Host;

/// <summary>Every mistake in the configuration is said at once, with its key and what to do; no secret is said at all.</summary>
public sealed class SettingsTests
{
    private static readonly Dictionary<string, string?> Right = new(StringComparer.Ordinal)
    {
        ["Urls"] = "http://localhost:5080",
        ["Database:Provider"] = "PostgreSql",
        ["ConnectionStrings:Governance"] = "Host=db;Username=governance;Password=hush-hush",
        ["Keys:Unencrypted"] = "true",
        ["Hosts:Proxies:0"] = "10.0.0.0/24",
        ["Hosts:Proxies:1"] = "::1",
        ["Telemetry:Endpoint"] = "http://localhost:4318",
        ["SignIn:Audience"] = "app",
        ["SignIn:Tenants:0:Id"] = "11111111-1111-1111-1111-111111111111",
        ["SignIn:Tenants:0:Name"] = "The council",
        ["Notices:Email"] = "Smtp",
        ["Notices:Site"] = "https://governance.example.org",
        ["Notices:Smtp:Host"] = "mail.example.org",
        ["Notices:Smtp:From"] = "notices@example.org",
    };

    [Fact]
    public void Settings_ThatAreRight_HaveNoErrorAndNothingUnknown()
    {
        IConfiguration configuration = With([]);

        Assert.Empty(SettingsCheck.Errors(configuration));
        Assert.Empty(KnownKeys.Of(configuration).Unknown);
    }

    [Theory]
    [InlineData("Urls", "localhost:5080")]
    [InlineData("Database:Provider", "Oracle")]
    [InlineData("Database:MigrateAtStart", "perhaps")]
    [InlineData("ConnectionStrings:Governance", "Hots=db;Password=hush-hush")]
    [InlineData("ConnectionStrings:Governance", "")]
    [InlineData("Limits:PersonBurst", "many")]
    [InlineData("Limits:RequestSeconds", "0")]
    [InlineData("Hosts:DrainSeconds", "-1")]
    [InlineData("Hosts:Proxies:0", "my-proxy")]
    [InlineData("ForwardedHeaders_Enabled", "true")]
    [InlineData("Telemetry:Endpoint", "collector")]
    [InlineData("Notices:Smtp:Port", "70000")]
    [InlineData("SignIn:FreshMinutes", "0")]
    [InlineData("SignIn:Tenants:0:Groups", "one-group-as-a-text")]
    [InlineData("Keys:Certificates:0:File", "no-such-file.pfx")]
    public void Setting_ThatIsWrong_IsNamedAndNoOther(string key, string value)
    {
        IReadOnlyList<SettingError> errors = SettingsCheck.Errors(With([(key, value)]));

        SettingError error = Assert.Single(errors);
        Assert.Equal(key, error.Key);
        Assert.DoesNotContain("hush", SettingsCheck.Tell(errors), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_OfWhichManyAreWrong_AreAllNamedAtOnce()
    {
        IConfiguration configuration = With([
            ("Database:Provider", "Oracle"),
            ("Limits:PersonBurst", "many"),
            ("Limits:BodyBytes", "1"),
            ("Hosts:Proxies:1", "my-proxy"),
            ("Telemetry:Endpoint", "collector"),
        ]);

        CannotStartException refused = Assert.Throws<CannotStartException>(() =>
            SettingsCheck.ThrowIfWrong(configuration)
        );

        Assert.All(
            (string[])
                [
                    "5 settings are wrong",
                    "Database:Provider",
                    "Limits:PersonBurst",
                    "Limits:BodyBytes",
                    "Hosts:Proxies:1",
                    "Telemetry:Endpoint",
                ],
            named => Assert.Contains(named, refused.Message, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Settings_AreShown_WithTheirDefaultsAndWithoutSecrets()
    {
        using var told = new StringWriter();

        int exitCode = SettingsCommand.Run(
            told,
            With([
                ("Limits:PersonBurst", "7"),
                ("Limits:PersonBrust", "8"),
                ("Keys:Certificates:0:Password", "hush-hush"),
            ])
        );

        string text = told.ToString();
        Assert.Equal(CommandLine.CannotStart, exitCode);
        Assert.Contains("Limits:PersonBurst = 7", text, StringComparison.Ordinal);
        Assert.Contains("Limits:RequestSeconds = 60", text, StringComparison.Ordinal);
        Assert.Contains("Host=db", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("without effect: Limits:PersonBrust", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", text, StringComparison.Ordinal);
    }

    private static IConfiguration With(params (string Key, string Value)[] changes)
    {
        var settings = new Dictionary<string, string?>(Right, StringComparer.Ordinal);
        foreach ((string key, string value) in changes)
        {
            settings[key] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }
}
