namespace Governance.Host.Commands;

/// <summary>A command as it was typed: what it is about, the switches that go with it, the services it works with, and where it answers.</summary>
internal sealed record Invocation(
    IReadOnlyList<string> Operands,
    IReadOnlyList<string> Switches,
    IServiceProvider Services,
    TextWriter Out
)
{
    public bool Has(string name) => Switches.Contains(name, StringComparer.Ordinal);
}
