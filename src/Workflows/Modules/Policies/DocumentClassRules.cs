using Governance.Contracts;

namespace Governance.Modules.Policies;

/// <summary>A class of document: who signs it and how often it is reviewed unless its text says otherwise.</summary>
/// <param name="Id">One of <see cref="DocumentClasses"/>.</param>
/// <param name="SignerLevel"><see cref="Levels.Lead"/> or <see cref="Levels.Delegate"/>.</param>
/// <param name="ReviewMonths">Months from publication to review.</param>
public sealed record DocumentClassRule(
    string Id,
    string Title,
    string SignerLevel,
    int ReviewMonths
);

/// <summary>
/// The classes. The leads sign the published arrangements, the local threshold document and the yearly report (DOMAIN A1.3);
/// everything else is signed by the delegated partners, for whom the leads stay accountable (DOMAIN A1.4). Review every two
/// years is what local policies show (DOMAIN A3).
/// </summary>
public static class DocumentClassRules
{
    public const int DefaultReviewMonths = 24;

    public static IReadOnlyList<DocumentClassRule> All { get; } =
    [
        Signed(DocumentClasses.Arrangements, "Published arrangements", Levels.Lead),
        Signed(DocumentClasses.ThresholdDocument, "Threshold document", Levels.Lead),
        Signed(DocumentClasses.YearlyReport, "Yearly report", Levels.Lead),
        Signed(DocumentClasses.Policy, "Policy", Levels.Delegate),
        Signed(DocumentClasses.Procedure, "Procedure", Levels.Delegate),
        Signed(DocumentClasses.PracticeGuidance, "Practice guidance", Levels.Delegate),
        Signed(DocumentClasses.Protocol, "Protocol", Levels.Delegate),
        Signed(DocumentClasses.PracticeStandards, "Practice standards", Levels.Delegate),
    ];

    public static DocumentClassRule? Find(string? id) => All.FirstOrDefault(rule => rule.Id == id);

    private static DocumentClassRule Signed(string id, string title, string by) =>
        new(id, title, by, DefaultReviewMonths);
}
