using Governance.Modules.Transfer.Export;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Transfer;

/// <summary>Registers the ways in and out of the product in bulk.</summary>
public static class TransferModule
{
    public static IServiceCollection AddTransfer(this IServiceCollection services) =>
        services.AddSingleton<WriteExport>();
}
