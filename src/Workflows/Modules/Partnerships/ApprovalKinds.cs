using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.Partnerships;

/// <summary>
/// A kind of proposal that needs a second person. A module that needs one registers its kind and proposes through
/// <see cref="ApprovalBook.ProposeAsync"/>; deciding is one act for all kinds.
/// </summary>
public interface IApprovalKind
{
    /// <summary>Stable name; it is saved with each proposal.</summary>
    string Kind { get; }

    /// <summary>Whether the second person must come from another body than the proposer.</summary>
    bool FromAnotherBody { get; }

    /// <summary>Whether these appointments let somebody be the second person.</summary>
    bool MayApprove(Standing standing);

    /// <summary>Brings it about; a refusal (the state has changed since) leaves the proposal waiting.</summary>
    Task<Result<Done>> ApplyAsync(Act act, PendingApproval approval);

    /// <summary>Puts aside what was proposed: it was declined, or withdrawn.</summary>
    Task DeclineAsync(Act act, PendingApproval approval);

    /// <summary>What would be different once it is approved, line by line, in words for the second person.</summary>
    Task<IReadOnlyList<ApprovalChange>> DescribeAsync(GovernanceDb db, PendingApproval approval);
}

/// <summary>The registered kinds by name.</summary>
public sealed class ApprovalKinds(IEnumerable<IApprovalKind> kinds)
{
    private readonly Dictionary<string, IApprovalKind> _kinds = kinds.ToDictionary(
        kind => kind.Kind,
        StringComparer.Ordinal
    );

    public IApprovalKind this[string kind] =>
        _kinds.TryGetValue(kind, out IApprovalKind? known)
            ? known
            : throw new InvalidOperationException(
                $"A proposal of kind '{kind}' is stored, and no module knows it."
            );
}
