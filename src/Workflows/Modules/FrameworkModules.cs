using Governance.Engine;
using Governance.Engine.Linting;
using Governance.Modules.Asks;
using Governance.Modules.Attestations;
using Governance.Modules.Calendars;
using Governance.Modules.Cases;
using Governance.Modules.Clocks;
using Governance.Modules.Consultation;
using Governance.Modules.Definitions;
using Governance.Modules.Escalation;
using Governance.Modules.Library;
using Governance.Modules.Meetings;
using Governance.Modules.Notices;
using Governance.Modules.Partnerships;
using Governance.Modules.Policies;
using Governance.Modules.Record;
using Governance.Modules.Requests;
using Governance.Modules.Retention;
using Governance.Modules.Scrutiny;
using Governance.Modules.Search;
using Governance.Modules.SignOff;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Modules.Transfer;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules;

/// <summary>The engine and the modules, in their order; each may use only those before it. A new module adds its line here.</summary>
public static class FrameworkModules
{
    /// <param name="signingKeyPath">The file of the key that signs the record's checkpoints; made at the first start.</param>
    public static IServiceCollection AddGovernanceModules(
        this IServiceCollection services,
        string signingKeyPath
    ) =>
        services
            .AddEngine()
            .AddLinting()
            .AddRecord(signingKeyPath)
            .AddCalendars()
            .AddPartnerships()
            .AddSearch()
            .AddAsks()
            .AddNotices()
            .AddClocks()
            .AddAttestations()
            .AddMeetings()
            .AddTaskAndFinishGroups()
            .AddSignOff()
            .AddConsultation()
            .AddPolicies()
            .AddScrutiny()
            .AddEscalation()
            .AddLibrary()
            .AddDefinitions()
            .AddRequests()
            .AddRetention()
            .AddCases()
            .AddTransfer();
}
