using Governance.Contracts;

namespace Governance.Engine.Instances;

/// <summary>
/// A module whose instances end only by its own acts: whoever operates instances neither cancels one nor skips a step of it.
/// </summary>
public interface IKeepInstances
{
    string SubjectType { get; }

    /// <summary>What whoever tries is told.</summary>
    Refusal Refusal { get; }
}

/// <summary>What the modules keep from being ended from outside.</summary>
public sealed class KeptInstances(IEnumerable<IKeepInstances> keepers)
{
    private readonly Dictionary<string, Refusal> _refusals = keepers.ToDictionary(
        keeper => keeper.SubjectType,
        keeper => keeper.Refusal,
        StringComparer.Ordinal
    );

    /// <summary>Null where an instance about this type of subject may be cancelled, and a step of it skipped.</summary>
    public Refusal? Check(string subjectType) => _refusals.GetValueOrDefault(subjectType);
}
