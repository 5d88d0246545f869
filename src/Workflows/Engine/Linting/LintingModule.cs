using Governance.Engine.Linting.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Engine.Linting;

public static class LintingModule
{
    /// <summary>The engine's own rules: proofs over the graph. Modules add theirs (<see cref="ILintRule"/>).</summary>
    public static IServiceCollection AddLinting(this IServiceCollection services) =>
        services
            .AddSingleton<ILintRule, EveryStepIsReached>()
            .AddSingleton<ILintRule, EveryWayCanEnd>()
            .AddSingleton<ILintRule, EveryWaitHasALimit>()
            .AddSingleton<ILintRule, NoLoopWithoutAWait>()
            .AddSingleton<ILintRule, EveryRequirementIsMet>();
}
