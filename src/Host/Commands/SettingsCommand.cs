using System.Data.Common;
using Governance.Host.Composition;
using Governance.Host.Settings;
using Governance.Host.Telemetry;

namespace Governance.Host.Commands;

/// <summary>
/// <c>settings</c>: what holds, from whatever source, without secrets; then what is wrong with it. It opens no database, and ends with
/// 2 where a host would not start.
/// </summary>
internal static class SettingsCommand
{
    public const string Name = "settings";

    /// <summary>Words of connection strings that may be shown.</summary>
    private static readonly HashSet<string> Open = new(StringComparer.OrdinalIgnoreCase)
    {
        "Data Source",
        "Host",
        "Server",
        "Port",
        "Database",
        "Username",
        "User Id",
        "SSL Mode",
        "Maximum Pool Size",
        "Pooling",
        "Timeout",
    };

    public static int Run(TextWriter @out, IConfiguration configuration)
    {
        KnownKeys known = KnownKeys.Of(configuration);
        IEnumerable<KnownKey> keys =
        [
            Plain("Urls"),
            Plain(TelemetryOptions.Variable),
            new(
                "ConnectionStrings:Governance",
                Shown(configuration.GetConnectionString("Governance")),
                true
            ),
            .. known.Keys,
        ];
        foreach (KnownKey key in keys)
        {
            string value =
                key.Value is null ? "(none)"
                : key.IsSecret ? "(set)"
                : key.Value;
            @out.WriteLine($"{key.Key} = {value}");
        }

        foreach (string unknown in known.Unknown)
        {
            @out.WriteLine($"Not known, and without effect: {unknown}");
        }

        IReadOnlyList<SettingError> errors = SettingsCheck.Errors(configuration);
        @out.WriteLine(
            errors.Count == 0 ? "A host can start with these." : SettingsCheck.Tell(errors)
        );
        return errors.Count == 0 ? CommandLine.Done : CommandLine.CannotStart;

        KnownKey Plain(string key) => new(key, configuration[key], configuration[key] is not null);
    }

    private static string? Shown(string? connection)
    {
        if (connection is null)
        {
            return null;
        }

        try
        {
            var words = new DbConnectionStringBuilder { ConnectionString = connection };
            return string.Join(
                "; ",
                words
                    .Keys!.Cast<string>()
                    .Select(word => $"{word}={(Open.Contains(word) ? words[word] : "(set)")}")
            );
        }
        catch (ArgumentException)
        {
            return "(cannot be read)";
        }
    }
}
