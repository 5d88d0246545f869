using BenchmarkDotNet.Running;
using Governance.Benchmarks;

switch (args)
{
    case ["start", .. var rest]:
        await StartToReady.RunAsync(rest.Length > 0 ? int.Parse(rest[0]) : 5);
        return 0;
    case ["acts", "sqlite", .. var rest]:
        await ActThroughput.SqliteAsync(rest.Length > 0 ? int.Parse(rest[0]) : 2000);
        return 0;
    case ["acts", "postgresql", .. var rest]:
        await ActThroughput.PostgreSqlAsync(rest.Length > 0 ? int.Parse(rest[0]) : 2000);
        return 0;
    case ["durable", "sqlite", .. var rest]:
        await DurableRuns.SqliteAsync(rest.Length > 0 ? int.Parse(rest[0]) : 1000);
        return 0;
    case ["durable", "postgresql", .. var rest]:
        await DurableRuns.PostgreSqlAsync(rest.Length > 0 ? int.Parse(rest[0]) : 1000);
        return 0;
    case ["scale", "sqlite", .. var rest]:
        await ListScale.SqliteAsync(rest.Length > 0 ? int.Parse(rest[0]) : 1_000_000);
        return 0;
    case ["scale", "postgresql", .. var rest]:
        await ListScale.PostgreSqlAsync(rest.Length > 0 ? int.Parse(rest[0]) : 1_000_000);
        return 0;
    case ["search", "sqlite", .. var rest]:
        await SearchScale.SqliteAsync(rest.Length > 0 ? int.Parse(rest[0]) : 100_000);
        return 0;
    case ["search", "postgresql", .. var rest]:
        await SearchScale.PostgreSqlAsync(rest.Length > 0 ? int.Parse(rest[0]) : 100_000);
        return 0;
    case ["timers", "sqlite", .. var rest]:
        await TimerBacklog.SqliteAsync(rest.Length > 0 ? int.Parse(rest[0]) : 10_000);
        return 0;
    case ["timers", "postgresql", .. var rest]:
        await TimerBacklog.PostgreSqlAsync(rest.Length > 0 ? int.Parse(rest[0]) : 10_000);
        return 0;
    case ["first", .. var rest]:
        await FirstInstance.RunAsync(rest.Length > 0 ? int.Parse(rest[0]) : 5);
        return 0;
    case [FirstInstance.Child]:
        await FirstInstance.OnceAsync();
        return 0;
    case ["cost", .. var rest]:
        await ActCost.RunAsync(rest.Length > 0 ? int.Parse(rest[0]) : 200);
        return 0;
    case ["load", .. var rest]:
        await Load.RunAsync(LoadOptions.Read(rest));
        return 0;
    case ["memory", .. var rest]:
        await Load.MemoryAsync(LoadOptions.Read(rest));
        return 0;
    case ["simulate", .. var rest]:
        SimulatedLives.Run(rest.Length > 0 ? int.Parse(rest[0]) : 1_000);
        return 0;
    case ["step"]:
        BenchmarkRunner.Run<InterpreterStep>();
        return 0;
    default:
        Console.Error.WriteLine(
            "usage: acts sqlite|postgresql [ACTS] | durable sqlite|postgresql [INSTANCES] | scale sqlite|postgresql [INSTANCES] | search sqlite|postgresql [TEXTS] | timers sqlite|postgresql [TIMERS] | first [TIMES] | cost [ACTS] | step | simulate [RUNS] | start [TIMES] | load --url URL|--database FILE [--users 50] [--seconds 30] [--think 250] | memory --database FILE [--instances 100000]"
        );
        return 2;
}
