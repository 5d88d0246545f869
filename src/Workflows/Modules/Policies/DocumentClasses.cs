using Governance.Contracts;

namespace Governance.Modules.Policies;

/// <summary>A class of document: who signs it and how often it is reviewed unless its text says otherwise.</summary>
/// <param name="Id">Wire name; never changes.</param>
/// <param name="SignerLevel"><see cref="Levels.Lead"/> or <see cref="Levels.Delegate"/>.</param>
/// <param name="ReviewMonths">Months from publication to review.</param>
public sealed record DocumentClass(string Id, string Title, string SignerLevel, int ReviewMonths);

/// <summary>
/// The classes. The leads sign the published arrangements, the local threshold document and the yearly report (DOMAIN A1.3);
/// everything else is signed by the delegated partners, for whom the leads stay accountable (DOMAIN A1.4). Review every two
/// years is what local policies show (DOMAIN A3).
/// </summary>
public static class DocumentClasses
{
    public const int DefaultReviewMonths = 24;

    public static IReadOnlyList<DocumentClass> All { get; } =
    [
        Signed("arrangements", "Published arrangements", Levels.Lead),
        Signed("thresholdDocument", "Threshold document", Levels.Lead),
        Signed("yearlyReport", "Yearly report", Levels.Lead),
        Signed("policy", "Policy", Levels.Delegate),
        Signed("procedure", "Procedure", Levels.Delegate),
        Signed("practiceGuidance", "Practice guidance", Levels.Delegate),
        Signed("protocol", "Protocol", Levels.Delegate),
        Signed("practiceStandards", "Practice standards", Levels.Delegate),
    ];

    public static DocumentClass? Find(string? id) =>
        All.FirstOrDefault(documentClass => documentClass.Id == id);

    private static DocumentClass Signed(string id, string title, string by) =>
        new(id, title, by, DefaultReviewMonths);
}
