using Governance.Contracts;
using Governance.Contracts.Definitions;

namespace Governance.Engine;

/// <summary>The engine's expected "no".</summary>
public static class EngineRefusals
{
    public static Refusal NotAwaited { get; } =
        new(
            "workflow.not-awaited",
            "Nobody waits for this now: it has been done, is over, or has not begun.",
            RefusalKind.Conflict
        );

    public static Refusal InstanceOver { get; } =
        new("workflow.instance-over", "The workflow has finished already.", RefusalKind.Conflict);

    public static Refusal WithoutEnd { get; } =
        new(
            "workflow.without-end",
            "The workflows wake one another without end. Nothing of it was kept; ask the business unit to mend the definitions.",
            RefusalKind.Conflict
        );

    public static Refusal NotPublished(string definitionId) =>
        new(
            "workflow.not-published",
            $"The workflow '{definitionId}' has no published version. Ask the business unit to publish one.",
            RefusalKind.Conflict
        );

    /// <summary>422 with every finding; the fields are the activities.</summary>
    public static Refusal DefinitionCannotRun(IReadOnlyList<DefinitionFinding> errors) =>
        NotPublishable("workflow.definition-cannot-run", errors);

    /// <summary>It could run, and may not: 422 with every finding of the linter.</summary>
    public static Refusal DefinitionBreaksRules(IReadOnlyList<DefinitionFinding> findings) =>
        NotPublishable("workflow.definition-breaks-rules", findings);

    private static Refusal NotPublishable(string code, IReadOnlyList<DefinitionFinding> errors) =>
        new(
            code,
            "The workflow cannot be published: "
                + string.Join(" ", errors.Take(5).Select(error => error.Reason)),
            RefusalKind.Invalid,
            errors
                .GroupBy(error => error.Activity ?? "")
                .ToDictionary(
                    group => group.Key,
                    group =>
                        group
                            .Select(error =>
                                error.Property is null
                                    ? error.Reason
                                    : $"{error.Property}: {error.Reason}"
                            )
                            .ToArray()
                ),
            errors
        );
}
