using System.Collections.Concurrent;

namespace Governance.Benchmarks;

/// <summary>How long each kind of request took, and what did not answer as it should.</summary>
internal sealed class LoadFigures
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _took = new(
        StringComparer.Ordinal
    );
    private readonly ConcurrentDictionary<string, int> _wrong = new(StringComparer.Ordinal);

    public int Wrong => _wrong.Values.Sum();

    public void Add(string route, double milliseconds, int status)
    {
        _took.GetOrAdd(route, _ => []).Add(milliseconds);
        if (status is < 200 or >= 300)
        {
            _wrong.AddOrUpdate($"{route} answered {status}", 1, (_, count) => count + 1);
        }
    }

    public void Write(double seconds)
    {
        Console.WriteLine("| request | requests/s | p50 ms | p99 ms | most ms |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach ((string route, ConcurrentBag<double> took) in _took.OrderBy(each => each.Key))
        {
            Line(route, [.. took], seconds);
        }

        Line("**all**", [.. _took.Values.SelectMany(each => each)], seconds);
        foreach ((string what, int count) in _wrong.OrderByDescending(each => each.Value))
        {
            Console.WriteLine($"{count} × {what}");
        }
    }

    private static void Line(string route, double[] took, double seconds)
    {
        Array.Sort(took);
        Console.WriteLine(
            $"| {route} | {took.Length / seconds:F1} | {At(took, 0.5):F1} | {At(took, 0.99):F1} | {At(took, 1):F1} |"
        );
    }

    private static double At(double[] sorted, double part) =>
        sorted.Length == 0 ? 0 : sorted[(int)Math.Ceiling(part * (sorted.Length - 1))];
}
