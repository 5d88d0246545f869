namespace Governance.Contracts;

/// <summary>The classes of document (DOMAIN B2.1). Wire names; never change. Who signs which is data of the policies.</summary>
public static class DocumentClasses
{
    public const string Arrangements = "arrangements";
    public const string ThresholdDocument = "thresholdDocument";
    public const string YearlyReport = "yearlyReport";
    public const string Policy = "policy";
    public const string Procedure = "procedure";
    public const string PracticeGuidance = "practiceGuidance";
    public const string Protocol = "protocol";
    public const string PracticeStandards = "practiceStandards";

    public static IReadOnlyList<string> All { get; } =
    [
        Arrangements,
        ThresholdDocument,
        YearlyReport,
        Policy,
        Procedure,
        PracticeGuidance,
        Protocol,
        PracticeStandards,
    ];
}
