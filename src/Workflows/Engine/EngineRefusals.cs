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

    /// <summary>409: a fault holds what waits for this. Nothing is recorded, so that it can be said again.</summary>
    /// <param name="failed">What the step that has failed is called.</param>
    public static Refusal HeldByIncident(string instanceId, string failed, string? incidentId) =>
        new(
            HeldByIncidentCode,
            $"The workflow waits for this, but its step ‘{failed}’ has failed and somebody has to mend that first"
                + (incidentId is null ? "" : $" (incident {incidentId})")
                + ". Nothing was recorded: do it again once that is done.",
            RefusalKind.Conflict,
            new Dictionary<string, string[]>
            {
                ["instance"] = [instanceId],
                ["incident"] = incidentId is null ? [] : [incidentId],
            }
        );

    public const string HeldByIncidentCode = "workflow.held-by-incident";

    public static Refusal InstanceOver { get; } =
        new("workflow.instance-over", "The workflow has finished already.", RefusalKind.Conflict);

    public static Refusal WithoutEnd { get; } =
        new(
            "workflow.without-end",
            "The workflows wake one another without end. Nothing of it was kept; ask the business unit to mend the definitions.",
            RefusalKind.Conflict
        );

    public static Refusal NoIncident { get; } =
        new(
            "workflow.no-incident",
            "Nothing in this workflow waits for somebody to mend it.",
            RefusalKind.Conflict
        );

    public static Refusal HeldByContainer { get; } =
        new(
            "workflow.held-by-container",
            "The step around this one has failed too. Deal with that one first.",
            RefusalKind.Conflict
        );

    public static Refusal RootIsNotSkipped { get; } =
        new(
            "workflow.root-is-not-skipped",
            "The workflow as a whole cannot be skipped. Retry it, or cancel the instance.",
            RefusalKind.Conflict
        );

    public static Refusal NotAVersionToRun { get; } =
        new(
            "workflow.not-a-version-to-run",
            "An instance can go over to a version of its own definition that is or was published.",
            RefusalKind.Conflict
        );

    public static Refusal RunsThatVersion { get; } =
        new(
            "workflow.runs-that-version",
            "The instance runs that version already.",
            RefusalKind.Conflict
        );

    /// <summary>409 with every obstacle; the fields are the activities.</summary>
    public static Refusal CannotMigrate(
        IReadOnlyList<Governance.Contracts.Instances.MigrationObstacle> obstacles
    ) =>
        new(
            "workflow.cannot-migrate",
            "The instance cannot go over to that version: "
                + string.Join(
                    " ",
                    obstacles.Take(5).Select(one => $"{one.Activity}: {one.Reason}")
                ),
            RefusalKind.Conflict,
            obstacles
                .GroupBy(one => one.Activity)
                .ToDictionary(
                    group => group.Key,
                    group => group.Select(one => one.Reason).ToArray()
                )
        );

    public const string NotPublishedCode = "workflow.not-published";

    public static Refusal NotPublished(string definitionId) =>
        new(
            NotPublishedCode,
            $"The workflow '{definitionId}' has no published version. Ask the business unit to publish one.",
            RefusalKind.Conflict
        );

    public static Refusal DefinitionIsPublished { get; } =
        new(
            "workflow.definition-is-published",
            "This version is published: new instances run it. Retract it, or publish another one, first.",
            RefusalKind.Conflict
        );

    public static Refusal DefinitionHasRun(int version) =>
        new(
            "workflow.definition-has-run",
            $"Instances have run version {version}: it is kept, so that their histories can be read and drawn.",
            RefusalKind.Conflict
        );

    public static Refusal DefinitionOvertaken(int latest) =>
        new(
            "workflow.definition-overtaken",
            $"Somebody else has changed this workflow: version {latest} is the latest now. Load it again; what you see is not saved.",
            RefusalKind.Conflict
        );

    /// <summary>422 with every finding that stands against saving; the fields are the activities.</summary>
    public static Refusal DefinitionCannotBeSaved(IReadOnlyList<DefinitionFinding> errors) =>
        Of("workflow.definition-cannot-be-saved", "The workflow cannot be saved: ", errors);

    /// <summary>422 with every finding; the fields are the activities.</summary>
    public static Refusal DefinitionCannotRun(IReadOnlyList<DefinitionFinding> errors) =>
        Of("workflow.definition-cannot-run", "The workflow cannot be published: ", errors);

    /// <summary>The code of <see cref="DefinitionBreaksRules"/>.</summary>
    public const string BreaksRules = "workflow.definition-breaks-rules";

    /// <summary>It could run, and may not: 422 with every finding of the linter.</summary>
    public static Refusal DefinitionBreaksRules(IReadOnlyList<DefinitionFinding> findings) =>
        Of(BreaksRules, "The workflow cannot be published: ", findings);

    private static Refusal Of(
        string code,
        string sentence,
        IReadOnlyList<DefinitionFinding> errors
    ) =>
        new(
            code,
            sentence + string.Join(" ", errors.Take(5).Select(error => error.Reason)),
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
