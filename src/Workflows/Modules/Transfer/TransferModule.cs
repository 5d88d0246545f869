using Governance.Modules.Transfer.Export;
using Governance.Modules.Transfer.Import;
using Governance.Modules.Transfer.Import.Kinds;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Transfer;

/// <summary>Registers the ways in and out of the product in bulk.</summary>
public static class TransferModule
{
    public static IServiceCollection AddTransfer(this IServiceCollection services) =>
        services
            .AddSingleton<WriteExport>()
            .AddSingleton<ImportList>()
            .AddSingleton<IImportKind, AgencyList>()
            .AddSingleton<IImportKind, PeopleList>()
            .AddSingleton<IImportKind, PolicyList>()
            .AddSingleton<IImportKind, GroupList>()
            .AddSingleton<IImportKind, TaskList>()
            .AddSingleton<IImportKind, ActionList>();
}
