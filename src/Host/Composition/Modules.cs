using Governance.Engine;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Notices;
using Governance.Modules.Partnerships;
using Governance.Modules.Policies;
using Governance.Modules.Record;
using Governance.Modules.SignOff;

namespace Governance.Host.Composition;

/// <summary>The engine and the modules, in their order; each may use only those before it.</summary>
internal static class Modules
{
    public static void AddGovernanceModules(this WebApplicationBuilder builder)
    {
        string signingKey =
            builder.Configuration["Record:SigningKey"]
            ?? Path.Combine(builder.Environment.ContentRootPath, "data", "checkpoints.pem");
        builder
            .Services.AddEngine()
            .AddRecord(signingKey)
            .AddCalendars()
            .AddPartnerships()
            .AddNotices()
            .AddClocks()
            .AddSignOff()
            .AddPolicies();
    }
}
