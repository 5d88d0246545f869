namespace Governance.Contracts;

/// <summary>What a verification of the whole record from its first entry found.</summary>
/// <param name="Entries">How many entries fit, from the first onwards.</param>
/// <param name="FirstBad">The first sequence number at which something does not fit; null when all is well.</param>
/// <param name="Why">What does not fit there.</param>
/// <param name="SplitView">True when a signed checkpoint speaks of another history than this one.</param>
/// <param name="Erased">How many payloads are no longer there; the entries stand all the same.</param>
public sealed record RecordVerification(
    bool Ok,
    long Entries,
    long? FirstBad = null,
    string? Why = null,
    bool SplitView = false,
    long Erased = 0
);
