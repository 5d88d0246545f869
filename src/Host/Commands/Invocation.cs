namespace Governance.Host.Commands;

/// <summary>A command as it was typed: what it is about, the switches that go with it, the services it works with, and where it answers.</summary>
internal sealed record Invocation(
    IReadOnlyList<string> Operands,
    IReadOnlyList<string> Switches,
    IServiceProvider Services,
    TextWriter Out
)
{
    /// <summary>How far it has come, apart from the answer; nowhere unless somebody looks.</summary>
    public IProgress<string> Progress { get; init; } = new ToldLines(TextWriter.Null);

    public bool Has(string name) => Switches.Contains(name, StringComparer.Ordinal);
}

/// <summary>Each step on a line of its own, in the order in which they happen.</summary>
internal sealed class ToldLines(TextWriter to) : IProgress<string>
{
    public void Report(string value) => to.WriteLine(value);
}
