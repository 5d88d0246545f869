using System.Diagnostics;
using System.Globalization;
using Governance.Engine.Definitions;
using Governance.Engine.Simulation;
using Governance.Modules;
using Governance.Modules.Policies;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Benchmarks;

/// <summary>
/// Lives of a policy under the framework's own definition, played through against a virtual clock: consultations, rounds with their
/// limits and reminders, publication, years under review. One processor; warmed up by one pass of the same.
/// </summary>
internal static class SimulatedLives
{
    public static void Run(int runs)
    {
        using ServiceProvider services = new ServiceCollection()
            .AddGovernanceModules("unused.pem")
            .BuildServiceProvider();
        using Stream resource = typeof(PolicyBook).Assembly.GetManifestResourceStream(
            "Framework/policy.json"
        )!;
        using StreamReader reader = new(resource);
        WorkflowPlan plan = services
            .GetRequiredService<DefinitionPlanner>()
            .Plan(reader.ReadToEnd())
            .Plan!;
        Simulator simulator = services.GetRequiredService<Simulator>();
        SimulationSettings settings = new() { SubjectType = plan.DefinitionId };
        double cold = Once(runs, out _);
        long before = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan began = Environment.CpuUsage.TotalTime;
        double warm = Once(runs, out SimulationSummary seen);
        double processor = (Environment.CpuUsage.TotalTime - began).TotalMilliseconds / runs;
        double kilobytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 1024.0 / runs;
        double happened = Enumerable
            .Range(0, runs)
            .Average(run =>
                simulator
                    .Run(plan, settings with { Seed = settings.Seed + run })
                    .Timeline.Count(line =>
                        line.Kind is SimulatedEvents.Happened or SimulatedEvents.Left
                    )
            );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{runs} lives of a policy: {cold:F0} runs/s from a cold start, {warm:F0} runs/s warm; {processor:F2} ms of processor and {kilobytes:F0} KB allocated a run, {happened:F1} things that happen in one, {seen.Paths.Count} different paths"
            )
        );

        double Once(int many, out SimulationSummary summary)
        {
            long start = Stopwatch.GetTimestamp();
            summary = simulator.RunMany(plan, settings, many);
            return many / Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
    }
}
