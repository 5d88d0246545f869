using BenchmarkDotNet.Running;
using Governance.Benchmarks;

switch (args)
{
    case ["start", .. var rest]:
        await StartToReady.RunAsync(rest.Length > 0 ? int.Parse(rest[0]) : 5);
        return 0;
    case ["step"]:
        BenchmarkRunner.Run<InterpreterStep>();
        return 0;
    default:
        Console.Error.WriteLine("usage: start [TIMES] | step");
        return 2;
}
