using Governance.Contracts;
using Governance.Host.Api;
using Governance.Storage;

namespace Governance.Host.Designer;

/// <summary>A choice that a designer offers under a type name.</summary>
internal sealed record ElsaChoice(string TypeName, string DisplayName, string? Description);

/// <summary>A type that variables, inputs and outputs may have.</summary>
internal sealed record ElsaVariableType(
    string TypeName,
    string DisplayName,
    string Category,
    string? Description
);

internal sealed record ElsaStorageDriver(
    string TypeName,
    string DisplayName,
    int Priority,
    bool Deprecated
);

internal sealed record ElsaFeature(
    string Name,
    string Namespace,
    string FullName,
    string DisplayName,
    string Description
);

internal sealed record ElsaPackageVersion(string PackageVersion);

/// <summary>Lists that never change, which a designer wants before it shows its editor.</summary>
internal static class DesignerLists
{
    /// <summary>The Elsa whose definitions are understood here.</summary>
    private const string ElsaVersion = "3.8.0";

    /// <summary>Under Elsa's own names, so that a definition that says one means the same on an Elsa server.</summary>
    private static readonly ElsaChoice[] IncidentStrategies =
    [
        new(
            "Elsa.Workflows.IncidentStrategies.FaultStrategy, Elsa.Workflows.Core",
            "Stop the instance",
            "A step that fails stops the whole instance until somebody deals with it."
        ),
        new(
            "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core",
            "Continue the other branches",
            "A step that fails stops its own branch; the others go on."
        ),
    ];

    private static readonly ElsaChoice[] ActivationStrategies =
    [
        new("Always", "Always", "Every start makes an instance of its own."),
    ];

    private static readonly ElsaChoice[] LogLevels =
    [
        new("Include", "Record everything", "Every step is kept: the history is evidence."),
    ];

    private static readonly ElsaStorageDriver[] StorageDrivers =
    [
        new(
            "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core",
            "With the instance",
            0,
            Deprecated: false
        ),
    ];

    private static readonly ElsaVariableType[] VariableTypes =
    [
        new("String", "Text", "Primitives", null),
        new("Boolean", "Yes or no", "Primitives", null),
        new("Int32", "Whole number", "Primitives", null),
        new("Int64", "Large whole number", "Primitives", null),
        new("Decimal", "Number", "Primitives", null),
        new("DateTime", "Moment", "Primitives", "UTC."),
        new("Object", "Anything", "Primitives", null),
    ];

    public static void MapDesignerLists(this RouteGroupBuilder designer)
    {
        Map(designer, "/descriptors/incident-strategies", List(IncidentStrategies))
            .WithSummary("What a fault may do to its instance.");
        Map(designer, "/descriptors/workflow-activation-strategies", List(ActivationStrategies))
            .WithSummary("When a start makes an instance.");
        Map(designer, "/descriptors/log-persistence-strategies", List(LogLevels))
            .WithSummary("What is kept of steps: all of it.");
        Map(designer, "/descriptors/commit-strategies/workflows", List<ElsaChoice>([]))
            .WithSummary("When a workflow commits: with its act, so there is nothing to choose.");
        Map(designer, "/descriptors/commit-strategies/activities", List<ElsaChoice>([]))
            .WithSummary("When a step commits: with its act, so there is nothing to choose.");
        Map(designer, "/descriptors/variables", List(VariableTypes))
            .WithSummary("The types that variables may have.");
        Map(designer, "/descriptors/storage-drivers", List(StorageDrivers))
            .WithSummary("Where variables are kept: with their instance.");
        Map(designer, "/descriptors/output-converters", List<ElsaChoice>([]))
            .WithSummary("Conversions between types: none, a value fits or the step fails.");
        Map(designer, "/features/installed", List<ElsaFeature>([]))
            .WithSummary("Further features of an Elsa server: none are here.");
        Map(designer, "/package/version", new ElsaPackageVersion(ElsaVersion))
            .WithSummary("The version of Elsa whose definitions are understood.");
    }

    private static ElsaList<T> List<T>(T[] items) => new(items, items.Length);

    private static RouteHandlerBuilder Map<T>(RouteGroupBuilder designer, string route, T answer) =>
        designer
            .MapGet(
                route,
                async ([AsParameters] DesignerPlace place, Caller caller, Reading reading) =>
                {
                    await using GovernanceDb db = reading.Open();
                    Result<string> partnership = await place.ForReadingAsync(db, caller, reading);
                    return partnership.IsRefused
                        ? DesignerProblems.Of(partnership.Refusal)
                        : TypedResults.Ok(answer);
                }
            )
            .Produces<T>();
}
