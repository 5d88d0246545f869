using Governance.Contracts;

namespace Governance.Modules.Definitions;

/// <summary>This module's refusals. Codes never change.</summary>
public static class DefinitionsRefusals
{
    public static readonly Refusal FrameworkStays = Conflict(
        "definition.framework-stays",
        "This workflow belongs to the framework: the partnership's work stands on it. Publish another version in its place instead."
    );

    public static readonly Refusal ProposalWaits = Conflict(
        "definition.proposal-waits",
        "An earlier proposal about this workflow waits for a second person. Have it decided, or withdraw it, first."
    );

    public static readonly Refusal ChangedSinceProposed = Conflict(
        "definition.changed-since-proposed",
        "The draft has changed since it was proposed, so that you would agree to another text. Decline it; it can be proposed again."
    );

    public static readonly Refusal AlreadyPublished = Conflict(
        "definition.already-published",
        "This version is published already."
    );

    public static readonly Refusal CannotRehearse = Conflict(
        "definition.cannot-rehearse",
        "One of the two texts cannot run yet, so that nothing can be played through it. Mend what stands against it first."
    );

    private static Refusal Conflict(string code, string message) =>
        new(code, message, RefusalKind.Conflict);
}
