using System.Text.Json.Nodes;
using Governance.Engine.Activities;

namespace Governance.Engine.Definitions;

/// <summary>Reads the connections of one flowchart and reports what cannot or will not be walked.</summary>
internal sealed class GraphReading(
    PlannedActivity flowchart,
    JsonArray connections,
    Refuse refuse,
    Action<string?, string?, string, string> warn
)
{
    public FlowGraph? Read()
    {
        Dictionary<string, int> numbers = [];
        foreach (PlannedActivity activity in flowchart.Activities)
        {
            numbers[activity.Id] = numbers.Count;
        }

        List<FlowEdge> edges = [];
        bool isWhole = true;
        for (int at = 0; at < connections.Count; at++)
        {
            JsonObject? connection = connections[at] as JsonObject;
            int? from = End(connection?["source"], at, "source", numbers, ref isWhole);
            int? to = End(connection?["target"], at, "target", numbers, ref isWhole);
            if (from is not null && to is not null)
            {
                string port =
                    JsonText.Of((connection!["source"] as JsonObject)?["port"])
                    ?? ActivityResult.Done;
                edges.Add(new FlowEdge(edges.Count, from.Value, port, to.Value));
            }
        }

        if (!isWhole)
        {
            return null;
        }

        FlowGraph graph = new(
            flowchart.Activities,
            edges,
            FindStart(edges),
            activity => activity.Activity.MergeOf(activity)
        );
        Report(graph);
        return graph;
    }

    /// <summary>Elsa's rule: a Start, else what can start the workflow, else what nothing leads to, else the first.</summary>
    private int FindStart(List<FlowEdge> edges)
    {
        IReadOnlyList<PlannedActivity> nodes = flowchart.Activities;
        int found = IndexOf(nodes, activity => activity.Activity.Descriptor.IsStart);
        found = found >= 0 ? found : IndexOf(nodes, activity => activity.CanStartWorkflow);
        for (int node = 0; found < 0 && node < nodes.Count; node++)
        {
            found = edges.Exists(edge => edge.To == node) ? found : node;
        }

        return Math.Max(found, 0);
    }

    private static int IndexOf(
        IReadOnlyList<PlannedActivity> nodes,
        Predicate<PlannedActivity> matches
    )
    {
        for (int node = 0; node < nodes.Count; node++)
        {
            if (matches(nodes[node]))
            {
                return node;
            }
        }

        return -1;
    }

    private int? End(
        JsonNode? end,
        int at,
        string side,
        Dictionary<string, int> numbers,
        ref bool isWhole
    )
    {
        string id = JsonText.Of((end as JsonObject)?["activity"]) ?? "";
        if (numbers.TryGetValue(id, out int number))
        {
            return number;
        }

        isWhole = false;
        refuse(
            flowchart.Id,
            $"connections[{at}].{side}",
            "connection-to-unknown",
            $"The connection names '{id}', which is no activity of this flowchart."
        );
        return null;
    }

    private void Report(FlowGraph graph)
    {
        foreach ((FlowEdge edge, int join) in graph.BrokenJoins)
        {
            refuse(
                graph.Nodes[edge.From].Id,
                edge.Port,
                "connection-breaks-join",
                $"This leads back to {graph.Nodes[edge.To].Id}, on one of the paths that {graph.Nodes[join].Id} waits for all of: the second time round it would wait for ever."
            );
        }

        for (int node = 0; node < graph.Nodes.Count; node++)
        {
            if (!graph.Reachable[node])
            {
                warn(
                    graph.Nodes[node].Id,
                    null,
                    "activity-unreachable",
                    "No path leads from the start to this activity."
                );
            }
        }

        foreach (FlowEdge edge in graph.Edges)
        {
            PlannedActivity from = graph.Nodes[edge.From];
            if (from.Activity.OutcomesOf(from) is { } outcomes && !outcomes.Contains(edge.Port))
            {
                warn(
                    from.Id,
                    edge.Port,
                    "port-unknown",
                    $"A {from.Type} never leaves by '{edge.Port}'."
                );
            }
        }
    }
}
