using System.Net;
using Governance.Host.Composition;
using Governance.Host.Sending;
using Governance.Host.SignIn;
using Governance.Host.Telemetry;
using Governance.Storage;

namespace Governance.Host.Settings;

/// <summary>Judges the whole configuration before anything is built on it, so that an operator sees every mistake at once.</summary>
internal static class SettingsCheck
{
    /// <exception cref="CannotStartException">Something is wrong; each is named with what to do.</exception>
    public static void ThrowIfWrong(IConfiguration configuration)
    {
        IReadOnlyList<SettingError> errors = Errors(configuration);
        if (errors.Count > 0)
        {
            throw new CannotStartException(Tell(errors));
        }
    }

    public static string Tell(IReadOnlyList<SettingError> errors) =>
        string.Join(
            Environment.NewLine,
            errors
                .Select(error => $"- {error.Key} {error.Wrong}")
                .Prepend(
                    errors.Count == 1
                        ? "One setting is wrong:"
                        : $"{errors.Count} settings are wrong:"
                )
        );

    public static IReadOnlyList<SettingError> Errors(IConfiguration configuration)
    {
        KnownKeys known = KnownKeys.Of(configuration);
        List<SettingError> errors = [.. known.Errors, .. Urls(configuration)];
        DatabaseProvider? provider = Provider(configuration, errors);
        // A section that cannot be bound has said so above.
        Judge<KeyOptions>(
            KeyOptions.Section,
            options =>
                SessionKeys
                    .Judge(options, provider)
                    .Select(each => new SettingError(each.Key, each.Wrong))
        );
        Judge<HostsOptions>(HostsOptions.Section, Proxies);
        errors.AddRange(NoticeSettings.ErrorsOf(configuration));
        if (configuration.GetValue<string>(BehindProxies.BelievesAnybody) is "true" or "True")
        {
            errors.Add(
                new(
                    BehindProxies.BelievesAnybody,
                    $"believes what anybody says of where they are. Take it away, and name the proxies in {HostsOptions.Section}:Proxies:0."
                )
            );
        }

#if !REHEARSAL
        Judge<SignInOptions>(SignInOptions.Section, options => options.Errors());
#endif
        if (
            TelemetryOptions.Of(configuration).Endpoint is { } endpoint
            && !(
                Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? uri)
                && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            )
        )
        {
            errors.Add(
                new(
                    $"{TelemetryOptions.Section}:{nameof(TelemetryOptions.Endpoint)}",
                    "is no address. Write it as http://host:4318."
                )
            );
        }

        return errors;

        void Judge<T>(string section, Func<T, IEnumerable<SettingError>> judge)
            where T : new()
        {
            if (!known.Errors.Any(error => error.Key.StartsWith(section, StringComparison.Ordinal)))
            {
                errors.AddRange(judge(configuration.GetSection(section).Get<T>() ?? new T()));
            }
        }
    }

    private static DatabaseProvider? Provider(
        IConfiguration configuration,
        List<SettingError> errors
    )
    {
        string? connection = configuration.GetConnectionString("Governance");
        if (string.IsNullOrWhiteSpace(connection))
        {
            errors.Add(new("ConnectionStrings:Governance", "is empty. Say which database."));
        }

        if (
            Database.ProviderOf(configuration["Database:Provider"], out string why)
            is not { } provider
        )
        {
            errors.Add(new("Database:Provider", why));
            return null;
        }

        if (!DatabaseSettings.IsConnectionString(provider, connection ?? string.Empty))
        {
            // Nothing of it is repeated here: a password may be in it.
            errors.Add(
                new(
                    "ConnectionStrings:Governance",
                    $"is no connection string of {provider}. Look for a misspelt word or a missing semicolon."
                )
            );
        }

        return provider;
    }

    private static IEnumerable<SettingError> Urls(IConfiguration configuration) =>
        (configuration["Urls"] ?? string.Empty)
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(address =>
                !address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                && !address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            )
            .Select(address => new SettingError(
                "Urls",
                $"holds \"{address}\", which is no address to listen on. Write it as http://localhost:5080."
            ));

    private static IEnumerable<SettingError> Proxies(HostsOptions options) =>
        options
            .Proxies.Select(
                (text, index) => (Key: $"{HostsOptions.Section}:Proxies:{index}", Text: text)
            )
            .Where(each =>
                !IPAddress.TryParse(each.Text, out _) && !IPNetwork.TryParse(each.Text, out _)
            )
            .Select(each => new SettingError(
                each.Key,
                $"is \"{each.Text}\", which is neither an address (10.0.0.5) nor a network (10.0.0.0/24)."
            ));
}
