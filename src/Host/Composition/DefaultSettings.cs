using Microsoft.Extensions.Configuration.Memory;

namespace Governance.Host.Composition;

/// <summary>
/// What holds when nothing is configured: loopback only, SQLite in <c>data/</c>, and logs that name no framework detail. Every
/// other source (environment, <c>--urls</c>, <c>appsettings.json</c>) overrides it.
/// </summary>
internal static class DefaultSettings
{
    public static void AddDefaultSettings(this WebApplicationBuilder builder)
    {
        string data = Path.Combine(builder.Environment.ContentRootPath, "data");
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Urls"] = "http://localhost:5080",
            ["Database:Provider"] = "Sqlite",
            ["ConnectionStrings:Governance"] = $"Data Source={Path.Combine(data, "governance.db")}",
            ["Logging:LogLevel:Default"] = "Information",
            // Framework logs at Information carry addresses with their query strings, which may be personal.
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
            ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Warning",
            ["Logging:LogLevel:Npgsql"] = "Warning",
            ["Logging:LogLevel:Quartz"] = "Warning",
#if REHEARSAL
            // Choosing whom to be counts as signing in, and whoever tries things out is not asked every quarter of an hour.
            ["SignIn:SessionHours"] = "24",
            ["SignIn:IdleMinutes"] = "480",
            ["SignIn:FreshMinutes"] = "720",
            // Load is rehearsed too, from one machine.
            ["Limits:PersonBurst"] = "5000",
            ["Limits:PersonPerSecond"] = "2500",
            ["Limits:AddressBurst"] = "20000",
            ["Limits:AddressPerSecond"] = "10000",
            ["Limits:KeysPerMinute"] = "10000",
#endif
#if DEBUG
            ["Logging:Console:FormatterName"] = "simple",
#else
            ["Logging:Console:FormatterName"] = "json",
            ["Logging:Console:FormatterOptions:UseUtcTimestamp"] = "true",
            ["Logging:Console:FormatterOptions:TimestampFormat"] = "yyyy-MM-ddTHH:mm:ss.fffZ",
#endif
        };
        IList<IConfigurationSource> sources = (
            (IConfigurationBuilder)builder.Configuration
        ).Sources;
        sources.Insert(0, new MemoryConfigurationSource { InitialData = settings });
    }
}
