using System.Diagnostics;
using System.Text;
using Governance.Contracts;
using Governance.Host.Composition;
using Governance.Modules.Transfer.Import;
using Governance.Storage;

namespace Governance.Host.Commands;

/// <summary>
/// <c>import KIND FILE --partnership P --as PERSON [--dry-run] [--report FILE]</c>: brings a list in, each line an act of the person, or
/// says what would become of each. 0 when every line is in, 1 when some were refused or it was stopped, 2 when the list cannot be used.
/// </summary>
internal static class ImportCommand
{
    private const int ToldEvery = 500;
    private const int MostShown = 50;

    public static async Task<int> RunAsync(Invocation asked)
    {
        IConfiguration given = asked.Services.GetRequiredService<IConfiguration>();
        ImportRequest request = new(
            asked.Operands[0],
            Needed(given, "partnership"),
            new ActCaller(Needed(given, "as")),
            asked.Has("--dry-run")
        );
        string path = asked.Operands[1];
        using Interruption stop = new();
        try
        {
            await using Report report = new(given["report"], asked.Out);
            Result<ImportSummary> came = await asked
                .Services.GetRequiredService<ImportList>()
                .RunAsync(
                    request,
                    path,
                    Moments.Now(asked.Services.GetRequiredService<TimeProvider>()),
                    report.WriteAsync,
                    new Counting(asked.Progress),
                    stop.Token
                );
            if (came.Refusal is { } refusal)
            {
                throw new CannotStartException(
                    $"{path} cannot be brought in, {refusal.Code}: {refusal.Message}"
                );
            }

            report.Complete();
            return Tell(asked.Out, request, came.Value);
        }
        catch (Exception cannot) when (cannot is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"It cannot be read or written: {cannot.Message}");
        }
    }

    private static int Tell(TextWriter @out, ImportRequest request, ImportSummary came)
    {
        string would = request.IsDryRun ? "would be " : "";
        @out.WriteLine(
            $"{came.Rows} lines: {came.BroughtIn} {would}brought in ({came.Proposed} of them for a second person), {came.There} there already, {came.Refused} refused."
        );
        if (request.IsDryRun)
        {
            @out.WriteLine("Nothing was changed.");
        }

        if (came.IsStopped)
        {
            @out.WriteLine("Stopped before the end. The same command goes on where it was.");
        }

        return came.Refused == 0 && !came.IsStopped ? CommandLine.Done : CommandLine.Disagrees;
    }

    private static string Needed(IConfiguration given, string name) =>
        given[name] is { Length: > 0 } value
            ? value
            : throw new CannotStartException(
                "import needs --partnership and --as: where the list belongs, and the id of the person who brings it in."
            );

    /// <summary>Lines for the screen, the refused ones, and for the report's file, all of them.</summary>
    private sealed class Report : IAsyncDisposable
    {
        private readonly string? _name;
        private readonly TextWriter _out;
        private readonly StreamWriter? _file;
        private int _shown;
        private bool _hasHead;

        public Report(string? name, TextWriter @out)
        {
            (_name, _out) = (name, @out);
            if (name is null)
            {
                return;
            }

            if (File.Exists(name))
            {
                throw new IOException($"{name} is there already.");
            }

            _file = new StreamWriter(
                File.Create(name + ".part"),
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)
            );
        }

        public async Task WriteAsync(IReadOnlyList<string> header, ListRow row, ImportedLine line)
        {
            if (line.Result == ImportResults.Refused && ++_shown <= MostShown)
            {
                string where = line.Column is null ? "" : $" [{line.Column}]";
                await _out.WriteLineAsync($"Line {line.Line}{where} {line.Code}: {line.Message}");
            }
            else if (_shown == MostShown + 1)
            {
                _shown++;
                await _out.WriteLineAsync("… and more; --report FILE has all of them.");
            }

            if (_file is null)
            {
                return;
            }

            if (!_hasHead)
            {
                _hasHead = true;
                await _file.WriteAsync(ImportReport.Head(header));
            }

            await _file.WriteAsync(ImportReport.LineOf(header, row, line));
        }

        public void Complete()
        {
            if (_file is not null)
            {
                _file.Dispose();
                File.Move(_name + ".part", _name!, overwrite: false);
                _out.WriteLine($"Report: {_name}");
            }
        }

        /// <summary>A report without its list says nothing.</summary>
        public async ValueTask DisposeAsync()
        {
            if (_file is not null)
            {
                await _file.DisposeAsync();
                File.Delete(_name + ".part");
            }
        }
    }

    private sealed class Counting(IProgress<string> to) : IProgress<ImportProgress>
    {
        private readonly long _began = Stopwatch.GetTimestamp();
        private int _next = ToldEvery;

        public void Report(ImportProgress value)
        {
            if (value.Done < _next && value.Done < value.Of)
            {
                return;
            }

            _next = value.Done + ToldEvery;
            double rate =
                value.Done / Math.Max(Stopwatch.GetElapsedTime(_began).TotalSeconds, 0.001);
            to.Report(
                $"{value.Done} of {value.Of} lines, {value.Refused} refused, {rate:N0} a second, {(value.Of - value.Done) / Math.Max(rate, 0.001):N0} seconds to go"
            );
        }
    }
}
