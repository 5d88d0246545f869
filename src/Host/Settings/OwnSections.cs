using Governance.Host.Composition;
using Governance.Host.SignIn;
using Governance.Host.Telemetry;

namespace Governance.Host.Settings;

/// <summary>The sections of the configuration that are ours, and the type whose properties are the keys that each may hold.</summary>
internal static class OwnSections
{
    public static readonly IReadOnlyDictionary<string, Type> All = new Dictionary<string, Type>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["Database"] = typeof(DatabaseKeys),
        ["Record"] = typeof(RecordKeys),
        ["Statements"] = typeof(StatementKeys),
        [SignInOptions.Section] = typeof(SignInOptions),
        [KeyOptions.Section] = typeof(KeyOptions),
        [LimitOptions.Section] = typeof(LimitOptions),
        [HostsOptions.Section] = typeof(HostsOptions),
        [TelemetryOptions.Section] = typeof(TelemetryOptions),
#if REHEARSAL
        ["Rehearsal"] = typeof(RehearsalKeys),
#endif
    };

    private sealed class DatabaseKeys
    {
        public string? Provider { get; set; }

        public bool MigrateAtStart { get; set; } = true;
    }

    private sealed class RecordKeys
    {
        public string? SigningKey { get; set; }
    }

    private sealed class StatementKeys
    {
        public string? Folder { get; set; }
    }

#if REHEARSAL
    private sealed class RehearsalKeys
    {
        public string? Clock { get; set; }
    }
#endif
}
