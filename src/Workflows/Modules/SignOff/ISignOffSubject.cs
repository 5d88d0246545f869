using Governance.Storage;

namespace Governance.Modules.SignOff;

/// <summary>A text to be signed, as its module hands it over.</summary>
/// <param name="Hash">Recomputed from what is stored, not read from a column.</param>
/// <param name="RecordedHash">The hash that was recorded when the version was saved.</param>
/// <param name="SignerLevel">lead or delegate.</param>
/// <param name="Authors">Everybody who wrote on it since it was last published.</param>
public sealed record SignOffText(
    string PartnershipId,
    string Title,
    string DocumentClass,
    string SignerLevel,
    int Version,
    string Hash,
    string RecordedHash,
    IReadOnlySet<string> Authors
);

/// <summary>What a later module registers so that its subjects can be signed: policies, definitions.</summary>
public interface ISignOffSubject
{
    /// <summary>The subject type, as in <see cref="SubjectRef"/>.</summary>
    string Type { get; }

    /// <summary>Locks the subject's root row: it comes before the round's in the order of locks. False when there is none.</summary>
    Task<bool> LockAsync(Act act, string id);

    /// <summary>The newest version with its hash recomputed from storage; null when there is none.</summary>
    Task<SignOffText?> LoadAsync(GovernanceDb db, string id);

    /// <summary>Everybody who wrote on it since it was last published; null when there is none.</summary>
    Task<IReadOnlySet<string>?> AuthorsAsync(GovernanceDb db, string id);

    /// <summary>A round on it was opened or has ended other than by publication; the subject's state follows.</summary>
    Task RoundChangedAsync(Act act, SignOffRound round);
}
