using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine;

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

    public static readonly Refusal BeingSigned = Conflict(
        "definition.being-signed",
        "The three seats are signing this version, so that its text stands still. Withdraw the change first; every signature then lapses."
    );

    public static readonly Refusal NotBeingSigned = Conflict(
        "definition.not-being-signed",
        "No change of this workflow is before the three seats."
    );

    public static readonly Refusal NobodyAsked = Conflict(
        "definition.nobody-asked",
        "The workflow of changes to the framework, as it is published here, asks nobody to sign. Nothing was proposed."
    );

    /// <summary>A rule of the module: no workflow publishes a framework's definition that is not signed.</summary>
    public static readonly Refusal ThreeSeats = new(
        "definition.three-seats-needed",
        "A workflow of the framework comes into force by the signatures of all three seats on its text, and by nothing else.",
        RefusalKind.Forbidden
    );

    /// <summary>
    /// A definition that is only unfinished or unwise is bad input. One that would go round what a module guarantees is an attempt that a
    /// rule refuses, under that rule's code: it stands in the record (DOMAIN B5.3). Every finding stays.
    /// </summary>
    internal static Refusal ByRuleOf(Refusal cannot) =>
        cannot.Code == EngineRefusals.BreaksRules
        && (cannot.Detail as IReadOnlyList<DefinitionFinding>)
            ?.Select(finding => finding.Code)
            .FirstOrDefault(IsOfAModule)
            is { } rule
            ? cannot with
            {
                Code = rule,
                Kind = RefusalKind.Forbidden,
            }
            : cannot;

    /// <summary>The linter's own findings are about how a definition runs; every other code is a module's rule.</summary>
    private static bool IsOfAModule(string code) =>
        !code.StartsWith("lint.", StringComparison.Ordinal);

    private static Refusal Conflict(string code, string message) =>
        new(code, message, RefusalKind.Conflict);
}
