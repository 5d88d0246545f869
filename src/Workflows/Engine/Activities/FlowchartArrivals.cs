using System.Text.Json.Nodes;
using Governance.Engine.Definitions;

namespace Governance.Engine.Activities;

/// <summary>
/// Where a flowchart remembers by which edges its merges were reached: by the edge's place in the definition, so that another
/// version has to find the same edge (from, port, to) again.
/// </summary>
internal static class FlowchartArrivals
{
    public const string Key = "arrived";

    public static string? Move(PlannedActivity before, PlannedActivity after, JsonObject memory)
    {
        if (memory[Key] is not JsonArray arrived || arrived.Count == 0)
        {
            return null;
        }

        if (before.Graph is not { } old || after.Graph is not { } young)
        {
            return $"{before.Id} has no edges in the other version.";
        }

        JsonArray moved = [];
        foreach (FlowEdge edge in arrived.Select(at => old.Edges[at!.GetValue<int>()]))
        {
            FlowEdge? same = young.Edges.FirstOrDefault(one =>
                one.Port == edge.Port
                && young.Nodes[one.From].Id == old.Nodes[edge.From].Id
                && young.Nodes[one.To].Id == old.Nodes[edge.To].Id
            );
            if (same is null)
            {
                return $"{old.Nodes[edge.To].Id} was reached from {old.Nodes[edge.From].Id}, and the other version has no such way.";
            }

            if (young.MergeOf(same.To) is MergeKind.None or MergeKind.Any)
            {
                return $"{old.Nodes[edge.To].Id} was reached from {old.Nodes[edge.From].Id} and waits for other paths, and in the other version it waits for none.";
            }

            moved.Add(same.Index);
        }

        memory[Key] = moved;
        return null;
    }
}
