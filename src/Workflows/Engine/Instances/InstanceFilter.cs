using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Engine.Interpreter;

namespace Governance.Engine.Instances;

/// <summary>Which instances are listed.</summary>
public sealed record InstanceFilter
{
    /// <summary>Where an instance can stand once an act is over.</summary>
    private static readonly WorkflowSubStatus[] Listed =
    [
        WorkflowSubStatus.Suspended,
        WorkflowSubStatus.Faulted,
        WorkflowSubStatus.Finished,
        WorkflowSubStatus.Cancelled,
    ];

    /// <summary>Any of these; empty for all.</summary>
    public IReadOnlyList<WorkflowSubStatus> States { get; init; } = [];

    /// <summary>The definition that they run, in whichever version.</summary>
    public string? Definition { get; init; }

    internal IReadOnlyList<WorkflowSubStatus> Walked => States.Count > 0 ? States : Listed;

    /// <summary>
    /// From what stands in an address: several states as several values or parted by commas. One that does not exist is refused, with
    /// those that do.
    /// </summary>
    public static Result<InstanceFilter> Read(IEnumerable<string?>? states, string? definition)
    {
        List<WorkflowSubStatus> chosen = [];
        foreach (
            string name in (states ?? [])
                .SelectMany(value => (value ?? "").Split(','))
                .Select(value => value.Trim())
                .Where(value => value.Length > 0)
        )
        {
            int at = Array.FindIndex(
                Listed,
                state => state.ToString().Equals(name, StringComparison.OrdinalIgnoreCase)
            );
            if (at < 0)
            {
                return Refusal.Malformed("state", $"The states are {string.Join(", ", Listed)}.");
            }

            chosen.Add(Listed[at]);
        }

        return new InstanceFilter
        {
            States = [.. chosen.Distinct()],
            Definition = string.IsNullOrWhiteSpace(definition) ? null : definition.Trim(),
        };
    }

    /// <summary>For instances that are at hand.</summary>
    public bool Shows(InstanceAnswer instance) =>
        (Definition is null || instance.Definition.Id == Definition)
        && Walked.Any(state => state.ToString() == instance.SubStatus);
}
