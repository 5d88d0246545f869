using System.Globalization;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;

namespace Governance.Engine.PlainWords;

/// <summary>
/// A definition as headings: each step with what it does, what it is given, where it leads and what leads to it. Other than a
/// <see cref="PlainOutline"/> it is told of a draft too that cannot run yet, as far as that can be read.
/// </summary>
public sealed class DefinitionOutline
{
    private readonly List<OutlinedStep> _steps = [];
    private readonly Dictionary<string, OutlinedTarget> _targets = [];
    private readonly Dictionary<string, DocumentStep> _written;

    private DefinitionOutline(WorkflowDocument document, PlannedActivity root, ActivityRegistry all)
    {
        Title = document.Name;
        About = document.Description;
        Root = root.Id;
        RootIsChart = root.Activity is Flowchart;
        _written = DocumentSteps
            .All(document.Root, all)
            .GroupBy(step => step.Id)
            .ToDictionary(steps => steps.Key, steps => steps.First());
        Number(root, "");
        Tell(root);
        Begins = First(root) is { } first ? _targets[first.Id] : null;
    }

    public string Title { get; }

    public string About { get; }

    /// <summary>The id of the step around all others.</summary>
    public string Root { get; }

    /// <summary>Whether the outermost steps are joined by arrows.</summary>
    public bool RootIsChart { get; }

    /// <summary>Where the workflow begins; null while it has no steps.</summary>
    public OutlinedTarget? Begins { get; }

    /// <summary>In the order in which they are told: along the arrows, what no arrow leads to last.</summary>
    public IReadOnlyList<OutlinedStep> Steps => _steps;

    public OutlinedStep? Find(string? id) => _steps.Find(step => step.Id == id);

    /// <summary>Null when not even its outermost step can be read.</summary>
    internal static DefinitionOutline? Of(
        WorkflowDocument document,
        Planning planning,
        ActivityRegistry registry
    ) =>
        planning.Drawn is { } root && root.Activity.Descriptor.IsContainer
            ? new DefinitionOutline(document, root, registry)
            : null;

    private void Number(PlannedActivity container, string before)
    {
        int last = 0;
        foreach (PlannedActivity step in PlainOrder.Of(container))
        {
            string number = step.Activity.Descriptor.IsStart
                ? ""
                : string.Create(CultureInfo.InvariantCulture, $"{before}{++last}");
            _targets[step.Id] = new OutlinedTarget(step.Id, number, step.Title);
            Number(step, number + ".");
        }
    }

    private void Tell(PlannedActivity container)
    {
        foreach (PlannedActivity step in PlainOrder.Of(container))
        {
            _steps.Add(Told(step, container));
            Tell(step);
        }
    }

    private OutlinedStep Told(PlannedActivity step, PlannedActivity container)
    {
        ActivityDescriptor descriptor = step.Activity.Descriptor;
        DocumentArrow[] arrows = _written.TryGetValue(container.Id, out DocumentStep? around)
            ? [.. DocumentArrow.Of(around)]
            : [];
        bool isInChart =
            container.Activity is Flowchart && !container.Embedded.Values.Contains(step);
        return new OutlinedStep(
            step.Id,
            _targets[step.Id].Number,
            step.Title,
            step.Type,
            descriptor.DisplayName,
            Sentence(step),
            NoLimit.ReasonOf(step),
            [.. Settings(step)],
            isInChart && !descriptor.IsTerminal ? [.. Exits(step, arrows)] : [],
            isInChart ? [.. Entries(step, arrows)] : [],
            [.. Slots(step)]
        )
        {
            Container = container.Id,
            IsStart = descriptor.IsStart,
            IsTerminal = descriptor.IsTerminal,
            IsContainer = descriptor.IsContainer,
            IsInChart = isInChart,
        };
    }

    /// <summary>What an input that does not fit makes unsayable is told by what the activity does in general.</summary>
    private static string Sentence(PlannedActivity step)
    {
        try
        {
            return step.Activity.Sentence(step);
        }
        catch (ActivityFaultException)
        {
            return step.Activity.Descriptor.Description;
        }
    }

    /// <summary>The exits that a step has in this definition; null where they are not known before it runs, or its inputs do not say.</summary>
    private static IReadOnlyList<string>? OutcomesOf(PlannedActivity step)
    {
        try
        {
            return step.Activity.OutcomesOf(step);
        }
        catch (ActivityFaultException)
        {
            return null;
        }
    }

    private static IEnumerable<OutlinedSetting> Settings(PlannedActivity step)
    {
        foreach (InputDescriptor input in step.Activity.Descriptor.Inputs)
        {
            bool isGiven = step.Given(input.Name) is not null;
            if (input.Name == NoLimit.Name || !(isGiven || input.DefaultValue is not null))
            {
                continue;
            }

            yield return new OutlinedSetting(
                input.Name,
                input.DisplayName,
                PlainDifference.Value(step, input.Name),
                !isGiven
            );
        }
    }

    private IEnumerable<OutlinedExit> Exits(PlannedActivity step, DocumentArrow[] arrows)
    {
        DocumentArrow[] own = [.. arrows.Where(arrow => arrow.From == step.Id)];
        IReadOnlyList<string>? known = OutcomesOf(step);
        string[] ports = [.. (known ?? []).Concat(own.Select(arrow => arrow.Port)).Distinct()];
        foreach (string port in ports)
        {
            yield return new OutlinedExit(
                port,
                Linting.WayWords.Exit(step, port),
                PlainPaths.When(step, port, ports),
                [
                    .. own.Where(arrow => arrow.Port == port)
                        .Select(arrow => _targets.GetValueOrDefault(arrow.To))
                        .OfType<OutlinedTarget>(),
                ],
                known?.Contains(port) != false
            );
        }
    }

    private IEnumerable<OutlinedEntry> Entries(PlannedActivity step, DocumentArrow[] arrows)
    {
        foreach (DocumentArrow arrow in arrows.Where(arrow => arrow.To == step.Id))
        {
            PlannedActivity? from = step.Parent!.Activities.FirstOrDefault(one =>
                one.Id == arrow.From
            );
            if (from is not null)
            {
                string exit = Linting.WayWords.Exit(from, arrow.Port);
                yield return new OutlinedEntry(
                    _targets[from.Id],
                    arrow.Port,
                    exit == ActivityResult.Done ? "" : exit
                );
            }
        }
    }

    private IEnumerable<OutlinedSlot> Slots(PlannedActivity step)
    {
        foreach (
            PortDescriptor port in step.Activity.Descriptor.Ports.Where(port =>
                port.Type == "Embedded"
            )
        )
        {
            string slot = DocumentSteps.SlotOf(port);
            yield return new OutlinedSlot(
                slot,
                port.DisplayName,
                step.Embedded.TryGetValue(slot, out PlannedActivity? held)
                    ? _targets[held.Id]
                    : null
            );
        }
    }

    private static PlannedActivity? First(PlannedActivity container) =>
        container.Graph is { Nodes.Count: > 0 } graph ? graph.Nodes[graph.Start]
        : container.Activities.Count > 0 ? container.Activities[0]
        : null;
}
