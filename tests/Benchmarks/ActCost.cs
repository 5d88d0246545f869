using System.Diagnostics;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Governance.Benchmarks;

/// <summary>What each act of a policy's life asks of the database, statement by statement, and of the processor.</summary>
internal static class ActCost
{
    public static async Task RunAsync(int acts)
    {
        await using var store = new SqliteStore(BenchPartnership.Register);
        BenchPartnership bench = await BenchPartnership.EstablishAsync(store, 1);
        foreach ((string name, Func<Task<double>> run) in Kinds(bench, acts))
        {
            await run();
            using Statements statements = new();
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            double perSecond = await run();
            TimeSpan took = Process.GetCurrentProcess().TotalProcessorTime - before;
            Console.WriteLine(
                $"{name}: {took.TotalMilliseconds / acts:F2} ms of processor an act, {perSecond:F0}/s"
            );
            statements.Write(acts);
        }
    }

    private static IEnumerable<(string, Func<Task<double>>)> Kinds(
        BenchPartnership bench,
        int acts
    ) => [("save", () => bench.SaveDraftsAsync(1, acts)), ("life", () => bench.LiveAsync(acts))];

    /// <summary>Listens to every statement that EF sends.</summary>
    private sealed class Statements
        : IObserver<DiagnosticListener>,
            IObserver<KeyValuePair<string, object?>>,
            IDisposable
    {
        private readonly Dictionary<string, int> _counted = new(StringComparer.Ordinal);
        private readonly IDisposable _all;
        private IDisposable? _one;

        public Statements() => _all = DiagnosticListener.AllListeners.Subscribe(this);

        public void Write(int acts)
        {
            foreach ((string text, int count) in _counted.OrderByDescending(each => each.Value))
            {
                Console.WriteLine($"  {(double)count / acts, 6:F2} {text}");
            }
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
            {
                _one = value.Subscribe(this);
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandExecutedEventData executed)
            {
                string text = executed.Command.CommandText.ReplaceLineEndings(" ");
                text =
                    text.Length > 230 ? text[..40] + " ... " + text[(text.Length - 180)..] : text;
                lock (_counted)
                {
                    _counted[text] = _counted.GetValueOrDefault(text) + 1;
                }
            }
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }

        public void Dispose()
        {
            _one?.Dispose();
            _all.Dispose();
        }
    }
}
