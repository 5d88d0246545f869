using System.Globalization;
using System.Text;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;

namespace Governance.Engine.PlainWords;

/// <summary>One step of an outline: its number, its name, and what is said of it.</summary>
/// <param name="Number">As 3 or 3.1; what stands inside another step carries that step's number.</param>
public sealed record OutlineStep(
    string ActivityId,
    string Number,
    string Title,
    IReadOnlyList<string> Sentences
);

/// <summary>A definition as an outline in English, for people who will never see the drawing.</summary>
public sealed class PlainOutline
{
    private readonly List<OutlineStep> _steps = [];

    private PlainOutline(WorkflowPlan plan)
    {
        Title = plan.Name;
        About = plan.Description;
        Tell(plan.Root, "");
    }

    public string Title { get; }

    public string About { get; }

    public IReadOnlyList<OutlineStep> Steps => _steps;

    public static PlainOutline Of(WorkflowPlan plan) => new(plan);

    public string Write()
    {
        StringBuilder text = new();
        text.AppendLine(Title);
        if (About.Length > 0)
        {
            text.AppendLine(About);
        }

        foreach (OutlineStep step in Steps)
        {
            string indent = new(' ', 3 * step.Number.Count(sign => sign == '.'));
            text.AppendLine()
                .Append(indent)
                .Append(step.Number)
                .Append(". ")
                .AppendLine(step.Title);
            foreach (string sentence in step.Sentences)
            {
                text.Append(indent).Append("   ").AppendLine(sentence);
            }
        }

        return text.ToString();
    }

    private void Tell(PlannedActivity container, string number)
    {
        PlannedActivity[] order = [.. PlainOrder.Of(container)];
        Dictionary<PlannedActivity, string> numbers = [];
        foreach (PlannedActivity step in order)
        {
            if (!step.Activity.Descriptor.IsStart)
            {
                numbers[step] = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{number}{numbers.Count + 1}"
                );
            }
        }

        foreach ((PlannedActivity step, string own) in numbers)
        {
            List<string> sentences = [step.Activity.Sentence(step)];
            if (NoLimit.ReasonOf(step) is { } reason)
            {
                sentences.Add($"There is no limit, because: {reason}");
            }

            sentences.AddRange(PlainPaths.After(step, numbers));
            _steps.Add(new OutlineStep(step.Id, own, step.Title, sentences));
            if (step.Activities.Count + step.Embedded.Count > 0)
            {
                Tell(step, own + ".");
            }
        }
    }
}

/// <summary>The order in which an outline tells the steps of a container: along the arrows, what no arrow leads to last.</summary>
internal static class PlainOrder
{
    public static IEnumerable<PlannedActivity> Of(PlannedActivity container)
    {
        if (container.Graph is not { } graph)
        {
            return container.Activities.Concat(container.Embedded.Values);
        }

        List<PlannedActivity> order = [];
        Walk(graph, graph.Start, order);
        return order.Concat(graph.Nodes.Where(node => !order.Contains(node)));
    }

    /// <summary>Deep first without recursion, arrows in the order of the drawing.</summary>
    private static void Walk(FlowGraph graph, int start, List<PlannedActivity> order)
    {
        HashSet<int> seen = [];
        Stack<int> open = new([start]);
        while (open.TryPop(out int node))
        {
            if (!seen.Add(node))
            {
                continue;
            }

            order.Add(graph.Nodes[node]);
            foreach (FlowEdge edge in graph.Outbound(node).Reverse())
            {
                open.Push(edge.To);
            }
        }
    }
}
