using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;

namespace Governance.Engine.Activities;

/// <summary>
/// A wait that nothing ends by time needs a reason that stands in the definition, for everybody to read. Activities that can wait
/// so have this input; it changes nothing in how they run.
/// </summary>
public static class NoLimit
{
    public const string Name = "NoLimitBecause";

    public static InputDescriptor Because { get; } =
        new()
        {
            Name = Name,
            DisplayName = "No limit, because",
            Description =
                "Why this may wait for ever. Without a reason a clock or a delay has to race it, or the workflow cannot be published.",
            UiHint = "multiline",
            Category = "Limits",
            IsWrapped = false,
        };

    /// <summary>The reason that the definition gives, the same for every instance; null when it gives none.</summary>
    public static string? ReasonOf(PlannedActivity planned) =>
        planned.LiteralText(Name)?.Trim() is { Length: > 0 } reason ? reason : null;
}
