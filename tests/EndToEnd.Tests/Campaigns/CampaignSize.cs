namespace Governance.Tests.EndToEnd.Campaigns;

/// <summary>Campaigns are small in CI and as long as one likes by hand: <c>GOVERNANCE_RACES</c>, <c>GOVERNANCE_KILLS</c>, <c>GOVERNANCE_TIMED_CASES</c>, <c>GOVERNANCE_STUDIO_LOADS</c>, <c>GOVERNANCE_LOAD_WRITERS</c>, <c>GOVERNANCE_LOAD_ACTS</c>.</summary>
internal static class CampaignSize
{
    private const int FewCases = 6;

    public static int Races => Read("GOVERNANCE_RACES", 4);

    public static int Kills => Read("GOVERNANCE_KILLS", 1);

    /// <summary>Cases whose timers run while hosts are killed.</summary>
    public static int TimedCases => Read("GOVERNANCE_TIMED_CASES", FewCases);

    /// <summary>How often the designer's pages are loaded to be timed.</summary>
    public static int StudioLoads => Read("GOVERNANCE_STUDIO_LOADS", 1);

    /// <summary>Who works at once while three hosts are restarted, killed and without their server.</summary>
    public static int LoadWriters => Read("GOVERNANCE_LOAD_WRITERS", 2);

    /// <summary>Acts between two of these blows.</summary>
    public static int LoadActs => Read("GOVERNANCE_LOAD_ACTS", 20);

    /// <summary>By hand hosts are killed for as long as time passes, and not once.</summary>
    public static bool IsLong => TimedCases > FewCases;

    private static int Read(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
            ? int.Parse(text)
            : otherwise;
}
