using System.Text.Json.Nodes;
using Governance.Engine.Definitions;

namespace Governance.Engine.Activities;

/// <summary>What each round of a loop over items knows of its own: the item and its place, from 0. Elsa's names.</summary>
internal static class LoopVariables
{
    private const string CurrentValue = "CurrentValue";
    private const string CurrentIndex = "CurrentIndex";

    public static IReadOnlyList<PlannedVariable> All { get; } =
    [
        new(CurrentValue, CurrentValue, "Object", null),
        new(CurrentIndex, CurrentIndex, "Int32", null),
    ];

    public static Dictionary<string, JsonNode?> Of(JsonNode? item, int index) =>
        new() { [CurrentValue] = item?.DeepClone(), [CurrentIndex] = index };
}
