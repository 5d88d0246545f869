using Governance.Modules.Partnerships;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Definitions;

/// <summary>Registers how definitions are written, published and taken back.</summary>
public static class DefinitionsModule
{
    public static IServiceCollection AddDefinitions(this IServiceCollection services) =>
        services
            .AddSingleton<DefinitionProposals>()
            .AddSingleton<IApprovalKind, DefinitionApproval>()
            .AddSingleton<SaveDefinition>()
            .AddSingleton<ProposePublication>()
            .AddSingleton<RevertDefinition>()
            .AddSingleton<DeleteDefinition>()
            .AddSingleton<RehearseDefinition>();
}
