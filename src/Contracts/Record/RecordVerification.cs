namespace Governance.Contracts;

/// <summary>
/// What a verification of the whole record from its first entry found, and whether what the record speaks of by its hash is still stored
/// so.
/// </summary>
/// <param name="Entries">How many entries fit, from the first onwards.</param>
/// <param name="FirstBad">The first sequence number at which something does not fit; null when every entry fits.</param>
/// <param name="Why">What does not fit there.</param>
/// <param name="SplitView">True when a signed checkpoint speaks of another history than this one.</param>
/// <param name="Erased">How many payloads are no longer there; the entries stand all the same.</param>
/// <param name="Disagreements">What is stored otherwise than the record says; null where nothing is.</param>
public sealed record RecordVerification(
    bool Ok,
    long Entries,
    long? FirstBad = null,
    string? Why = null,
    bool SplitView = false,
    long Erased = 0,
    IReadOnlyList<RecordDisagreement>? Disagreements = null
);

/// <summary>Something that was changed or taken away behind the product's back.</summary>
/// <param name="Type">Of the subject, as entries name it.</param>
/// <param name="Name">The thing in words, without personal data.</param>
/// <param name="Why">What does not fit, as a sentence.</param>
public sealed record RecordDisagreement(string Type, string Id, string Name, string Why);
