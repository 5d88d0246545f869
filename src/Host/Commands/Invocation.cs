namespace Governance.Host.Commands;

/// <summary>A command as it was typed: what it is about, the switches that go with it, and the program it runs in.</summary>
internal sealed record Invocation(
    IReadOnlyList<string> Operands,
    IReadOnlyList<string> Switches,
    WebApplication App
)
{
    public IServiceProvider Services => App.Services;

    public bool Has(string name) => Switches.Contains(name, StringComparer.Ordinal);
}
