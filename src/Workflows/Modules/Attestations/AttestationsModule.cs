using Governance.Engine.Instances;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Attestations;

/// <summary>Registers the quarter's review of who holds what.</summary>
public static class AttestationsModule
{
    public static IServiceCollection AddAttestations(this IServiceCollection services) =>
        services
            .AddSingleton<OpenAttestations>()
            .AddSingleton<ChaseAttestations>()
            .AddSingleton<KeepAttestations>()
            .AddSingleton<AnswerAttestation>()
            .AddSingleton<IReconcile, AttestationsReconciliation>();
}
