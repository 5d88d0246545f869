using Governance.Host.Composition;
using Governance.Host.Sending;
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
        [NoticeSettings.Section] = typeof(NoticeKeys),
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

    /// <summary>Texts all: <see cref="NoticeSettings"/> judges them.</summary>
    private sealed class NoticeKeys
    {
        public string? Email { get; set; }

        public string? Site { get; set; }

        public string? From { get; set; }

        public string? To { get; set; }

        public string? DigestAt { get; set; }

        public string? BacklogMinutes { get; set; }

        public NotifyKeys GovukNotify { get; set; } = new();

        public SmtpKeys Smtp { get; set; } = new();

        public TeamsKeys[] Teams { get; set; } = [];
    }

    private sealed class NotifyKeys
    {
        public string? Service { get; set; }

        public string? ApiKey { get; set; }

        public string? TemplateId { get; set; }

        public string? ReplyToId { get; set; }
    }

    private sealed class SmtpKeys
    {
        public string? Host { get; set; }

        public string? Port { get; set; }

        public string? From { get; set; }

        public string? User { get; set; }

        public string? Password { get; set; }
    }

    private sealed class TeamsKeys
    {
        public string? Partnership { get; set; }

        public string? For { get; set; }

        /// <summary>Whoever knows it can post there.</summary>
        public string? Address { get; set; }
    }

    private sealed class StatementKeys
    {
        public string? Folder { get; set; }
    }

#if REHEARSAL
    private sealed class RehearsalKeys
    {
        public string? Clock { get; set; }

        public bool Reviews { get; set; } = true;
    }
#endif
}
