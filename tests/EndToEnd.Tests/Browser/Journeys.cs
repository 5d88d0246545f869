namespace Governance.Tests.EndToEnd.Browser;

/// <summary>
/// A journey is lived with script and without where <c>GOVERNANCE_JOURNEYS=all</c> says so; in CI each in one of the two ways, so that
/// both are lived by some.
/// </summary>
internal static class Journeys
{
    public static TheoryData<bool> Ways(bool usually) =>
        Environment.GetEnvironmentVariable("GOVERNANCE_JOURNEYS") == "all"
            ? [true, false]
            : [usually];
}
