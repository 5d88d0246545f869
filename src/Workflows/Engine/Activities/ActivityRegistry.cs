using Governance.Contracts.Definitions;

namespace Governance.Engine.Activities;

/// <summary>The activities that this installation has, by type name.</summary>
public sealed class ActivityRegistry
{
    private readonly Dictionary<string, Activity> _byType;

    public ActivityRegistry(IEnumerable<Activity> activities)
    {
        _byType = new(StringComparer.Ordinal);
        foreach (Activity activity in activities)
        {
            if (!_byType.TryAdd(activity.Descriptor.TypeName, activity))
            {
                throw new InvalidOperationException(
                    $"The activity {activity.Descriptor.TypeName} is registered twice."
                );
            }
        }
    }

    /// <summary>For the designer, in the order of their names.</summary>
    public IReadOnlyList<ActivityDescriptor> Descriptors =>
        [
            .. _byType
                .Values.Select(activity => activity.Descriptor)
                .OrderBy(descriptor => descriptor.TypeName, StringComparer.Ordinal),
        ];

    public Activity? Find(string typeName) => _byType.GetValueOrDefault(typeName);
}
