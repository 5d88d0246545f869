using Governance.Storage;

namespace Governance.Tests.Workflows.Architecture;

/// <summary>DESIGN: <c>Contracts ← Storage ← Engine ← Modules ← Host</c>, and the modules stand in one line.</summary>
public sealed class LayerTests
{
    /// <summary>The line of the modules. A new module takes its place here.</summary>
    private static readonly string[] ModuleLine =
    [
        "Record",
        "Calendars",
        "Partnerships",
        "Search",
        "Asks",
        "Notices",
        "Clocks",
        "Attestations",
        "Meetings",
        "TaskAndFinishGroups",
        "SignOff",
        "Consultation",
        "Policies",
        "Scrutiny",
        "Escalation",
        "Library",
        "Learning",
        "YearlyReports",
        "Definitions",
        "Requests",
        "Retention",
        "Cases",
        "Transfer",
    ];

    private static readonly string[] Line =
    [
        "Governance.Contracts",
        "Governance.Storage",
        "Governance.Engine",
        .. ModuleLine.Select(module => $"Governance.Modules.{module}"),
        "Governance.Host",
    ];

    [Fact]
    public void Workflows_UsesOnlyWhatStandsBelow()
    {
        IReadOnlyList<string> breaches = new LayerGuard(Line).Breaches(
            typeof(GovernanceDb).Assembly.Location
        );

        Assert.True(breaches.Count == 0, string.Join(Environment.NewLine, breaches));
    }

    [Fact]
    public void EveryModule_HasItsPlaceInTheLine()
    {
        IEnumerable<string> modules = typeof(GovernanceDb)
            .Assembly.GetTypes()
            .Select(type => type.Namespace ?? string.Empty)
            .Where(space => space.StartsWith("Governance.Modules.", StringComparison.Ordinal))
            .Select(space => space.Split('.')[2])
            .Distinct(StringComparer.Ordinal);

        Assert.Empty(modules.Except(ModuleLine, StringComparer.Ordinal));
    }

    [Fact]
    public void Engine_KnowsNothingOfGovernance()
    {
        string[] line = ["Governance.Engine", "Governance.Modules"];

        Assert.Empty(new LayerGuard(line).Breaches(typeof(GovernanceDb).Assembly.Location));
    }

    [Fact]
    public void Workflows_NamesNoWebFramework()
    {
        Assert.DoesNotContain(
            typeof(GovernanceDb).Assembly.GetReferencedAssemblies(),
            reference =>
                reference.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
        );
    }

    /// <summary>The guard can fail: each sample breaks the line in one way, the first only inside a method body.</summary>
    [Theory]
    [InlineData("NewInABody")]
    [InlineData("GenericArgumentInABody")]
    [InlineData("FieldOfIt")]
    [InlineData("AsyncBody")]
    [InlineData("LambdaBody")]
    [InlineData("ListInASignature")]
    public void Guard_OnASampleThatLooksUp_SaysSo(string sample)
    {
        string[] line =
        [
            typeof(Samples.Lower.NewInABody).Namespace!,
            typeof(Samples.Upper.Above).Namespace!,
        ];

        IReadOnlyList<string> breaches = new LayerGuard(line).Breaches(
            typeof(LayerTests).Assembly.Location
        );

        Assert.Contains(
            breaches,
            breach => breach.Contains($".Lower.{sample}", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            breaches,
            breach => breach.Contains(".Lower.Innocent", StringComparison.Ordinal)
        );
    }
}
