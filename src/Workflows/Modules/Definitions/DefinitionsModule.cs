using Governance.Engine.Activities;
using Governance.Modules.Definitions.Activities;
using Governance.Modules.Partnerships;
using Governance.Modules.Search;
using Governance.Modules.SignOff;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Definitions;

/// <summary>Registers how definitions are written, published and taken back.</summary>
public static class DefinitionsModule
{
    public static IServiceCollection AddDefinitions(this IServiceCollection services) =>
        services
            .AddDefinitionsStandIns()
            .AddSingleton<DefinitionProposals>()
            .AddSingleton<FrameworkChanges>()
            .AddSingleton<FrameworkChangeBook>()
            .AddSingleton<InstallFrameworkChange>()
            .AddSingleton<IOnPartnershipEstablished>(provider =>
                provider.GetRequiredService<InstallFrameworkChange>()
            )
            .AddSingleton<ISignOffSubject, FrameworkChangeTexts>()
            .AddSingleton<IEffectHandler, PublishSignedDefinition>()
            .AddSingleton<Activity, PublishDefinitionStep>()
            .AddSingleton<WithdrawFrameworkChange>()
            .AddSingleton<IApprovalKind, DefinitionApproval>()
            .AddSingleton<SaveDefinition>()
            .AddSingleton<ProposePublication>()
            .AddSingleton<RevertDefinition>()
            .AddSingleton<DeleteDefinition>()
            .AddSingleton<RehearseDefinition>()
            .AddSingleton<ISearchSource, SearchedWorkflows>();
}
