using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Definitions.Editing;
using Governance.Engine.Instances;
using Governance.Engine.Linting;
using Governance.Engine.PlainWords;
using Governance.Engine.Simulation;
using Governance.Engine.Timers;
using Governance.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Engine;

public static class EngineModule
{
    /// <summary>
    /// The engine with its own activities. Modules add theirs (<c>AddSingleton&lt;Activity, …&gt;</c>), the handlers of their
    /// effects (<c>IEffectHandler</c>), the locks of their subjects (<c>ILockSubjects</c>), their checks (<c>IReconcile</c>) and
    /// what nobody ends from outside (<c>IKeepInstances</c>).
    /// </summary>
    public static IServiceCollection AddEngine(this IServiceCollection services)
    {
        foreach (Activity activity in EngineActivities.All)
        {
            services.AddSingleton(activity);
        }

        return services
            .AddSingleton<ActivityRegistry>()
            .AddSingleton<DefinitionPlanner>()
            .AddSingleton<Linter>()
            .AddSingleton<Simulator>()
            .AddSingleton<ChangeRehearsal>()
            .AddEngineStandIns()
            .AddSingleton<DefinitionBook>()
            .AddSingleton<DefinitionReader>()
            .AddSingleton<DefinitionEditor>()
            .AddSingleton<StepInputs>()
            .AddSingleton<IGauge, TimersDue>()
            .AddSingleton<IGauge, OldestTimerDue>()
            .AddSingleton<IGauge, InstancesWithIncidents>()
            .AddSingleton<InstanceLocks>()
            .AddSingleton<KeptInstances>()
            .AddSingleton(provider => new WorkflowRunner(
                provider.GetRequiredService<DefinitionBook>(),
                provider.GetRequiredService<InstanceLocks>(),
                new EffectHandlers(provider.GetServices<IEffectHandler>)
            ))
            .AddSingleton<IEffectHandler, StartChildHandler>()
            .AddSingleton<IEffectHandler, FindChildHandler>()
            .AddSingleton<IEffectHandler, CancelChildHandler>()
            .AddSingleton<IEffectHandler, EventEffect>()
            .AddSingleton<TimerActs>()
            .AddSingleton<TimerRunner>()
            .AddSingleton<IReconcile, InstanceReconciliation>()
            .AddSingleton<IReconcile, HistoryReconciliation>()
            .AddSingleton<IReconcile, DefinitionReconciliation>()
            .AddSingleton<Reconciliation>();
    }
}
