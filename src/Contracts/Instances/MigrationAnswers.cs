namespace Governance.Contracts.Instances;

/// <param name="Version">The number of the definition's version to go over to.</param>
public sealed record MigrateInstanceBody(int? Version, string? Reason);

/// <param name="From">The number of the version whose running instances are to go over.</param>
public sealed record MigrateVersionBody(int? From, int? Version, string? Reason);

/// <summary>What a migration would do to one instance. Nothing finished runs again and nobody is told twice.</summary>
/// <param name="IsPossible">True when there is no obstacle.</param>
public sealed record MigrationPreview(
    string Instance,
    int From,
    int To,
    bool IsPossible,
    IReadOnlyList<MigratedStep> Steps,
    IReadOnlyList<MigratedTimer> Timers,
    IReadOnlyList<MigrationObstacle> Obstacles
);

/// <summary>An open step that goes on as the activity of the same id.</summary>
public sealed record MigratedStep(string Activity, string Type, IReadOnlyList<string> Awaits);

/// <summary>When something happens by itself, before and after: never moved into the past.</summary>
/// <param name="Clock">The clock that it belongs to; such a deadline stays as it is.</param>
public sealed record MigratedTimer(
    string Activity,
    string Name,
    string? Clock,
    DateTime Old,
    DateTime New
);

/// <summary>Why an instance cannot go over.</summary>
/// <param name="Code">Stable.</param>
public sealed record MigrationObstacle(string Activity, string Code, string Reason);

/// <summary>A proposal that waits for a second person, with what it would do to each instance.</summary>
public sealed record MigrationProposed(string Approval, IReadOnlyList<MigrationPreview> Instances);
