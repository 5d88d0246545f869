using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions.Editing;
using Governance.Engine.PlainWords;
using Governance.Host.Pages.Components;
using Governance.Modules.Definitions;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Definitions;

/// <summary>A new step: what it does, what it is given, what leads to it and where it leads; one save.</summary>
internal sealed class NewStepModel(SaveDefinition save, ActivityRegistry registry) : StepForm(save)
{
    /// <summary>Stands for wherever the exit leads that will lead to the new step.</summary>
    private const string AsBefore = "\u0001before";

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>The step that it comes after.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>The step inside which it stands; the outermost where neither this nor <see cref="After"/> says another.</summary>
    [BindProperty(SupportsGet = true)]
    public string? In { get; set; }

    /// <summary>The place that it takes alone.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Slot { get; set; }

    /// <summary>The exit that leads to it, as <see cref="ExitName"/> writes it.</summary>
    [BindProperty]
    public string? From { get; set; }

    /// <summary>Where each of its exits leads, in the order of <see cref="Ports"/>.</summary>
    [BindProperty]
    public List<string?> Leads { get; set; } = [];

    public ActivityDescriptor? Chosen { get; private set; }

    /// <summary>In words; null at the end of the outermost list.</summary>
    public string? Where { get; private set; }

    public bool InChart { get; private set; }

    public IReadOnlyList<Choice> Ports { get; private set; } = [];

    public IEnumerable<IGrouping<string, ActivityDescriptor>> Kinds =>
        registry
            .Descriptors.Where(kind => kind.IsBrowsable || kind.IsContainer)
            .OrderBy(kind => kind.DisplayName, StringComparer.Ordinal)
            .GroupBy(kind => kind.Category[(kind.Category.LastIndexOf('/') + 1)..])
            .OrderByDescending(kinds =>
                kinds.Any(kind => kind.TypeName.StartsWith("Governance.", StringComparison.Ordinal))
            )
            .ThenBy(kinds => kinds.Key, StringComparer.Ordinal);

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public IReadOnlyList<Choice> Targets { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(string p, string d) => FormAsync(p, d, isSent: false);

    public async Task<IActionResult> OnPostAsync(string p, string d)
    {
        if (await BeginAsync(p, d) is { } no)
        {
            return no;
        }

        if (Place() is not { } place || Inputs.OfType(Text, Kind ?? "") is not { } asked)
        {
            return Refuse(Refusal.NotFound);
        }

        IReadOnlyList<GivenInput> given = SettingFields.Changed(asked, Settings, ModelState);
        if (!ModelState.IsValid)
        {
            return await AgainAsync(() => FormAsync(p, d, isSent: true));
        }

        Result<EditedDefinition> edited = Added(place, given);
        return await SaveAsync(
            edited.Refusal is { } refusal ? SettingFields.Placed(refusal, Settings) : edited,
            "The step is added.",
            done => Place(done.Step),
            () => FormAsync(p, d, isSent: true)
        );
    }

    private Result<EditedDefinition> Added(StepPlace place, IReadOnlyList<GivenInput> given)
    {
        Result<EditedDefinition> added = Apply(new DefinitionEdit.AddStep(Kind!, Title, place));
        if (added.IsRefused)
        {
            return added;
        }

        string id = added.Value.Step!;
        List<DefinitionEdit> edits = [new DefinitionEdit.Give(id, given)];
        IReadOnlyList<OutlinedTarget> before = [];
        if (InChartOf(place) && ExitOf(From) is var (source, exit))
        {
            before = exit.To;
            edits.Add(new DefinitionEdit.Connect(source.Id, exit.Port, id, Instead: true));
        }

        Choice[] ports = PortsOf(place);
        for (int at = 0; at < Math.Min(ports.Length, Leads.Count); at++)
        {
            edits.AddRange(
                (Leads[at] == AsBefore ? before.Select(to => to.Id) : [Leads[at] ?? ""])
                    .Where(to => to.Length > 0)
                    .Select(to => new DefinitionEdit.Connect(
                        id,
                        ports[at].Value,
                        to,
                        Instead: false
                    ))
            );
        }

        Result<EditedDefinition> whole = Editor.Apply(added.Value.Json, edits);
        return whole.Then(done => done with { Step = id });
    }

    private async Task<IActionResult> FormAsync(string p, string d, bool isSent)
    {
        if (await BeginAsync(p, d) is { } no)
        {
            return no;
        }

        if (Place() is not { } place)
        {
            return Refuse(Refusal.NotFound);
        }

        Where =
            Outline.Find(After) is { } after ? $"after {WordsOf(after)}"
            : Outline.Find(In) is { } around ? $"inside {WordsOf(around)}"
            : null;
        Chosen = Kind is { Length: > 0 } ? registry.Find(Kind)?.Descriptor : null;
        if (Chosen is null)
        {
            return Page();
        }

        IReadOnlyList<StepInput> asked = Inputs.OfType(Text, Chosen.TypeName)!;
        Fill(isSent ? asked : [], asked);
        await LoadWorkflowsAsync();
        InChart = InChartOf(place);
        Ports = PortsOf(place);
        Sources =
        [
            .. Outline
                .Steps.Where(step => step.Container == place.Container && step.IsInChart)
                .SelectMany(step => step.Exits.Select(exit => ChoiceOf(step, exit))),
        ];
        Targets =
        [
            new(AsBefore, "Where the exit above has led so far"),
            .. Beside(place.Container).Where(one => Outline.Find(one.Value)?.IsStart == false),
        ];
        if (!isSent)
        {
            OutlinedStep? source = Outline.Find(After);
            From = source?.Exits.OrderBy(exit => exit.To.Count).FirstOrDefault() is { } exit
                ? ExitName(source, exit)
                : "";
            Leads = [.. Ports.Select((_, at) => at == 0 && source is not null ? AsBefore : "")];
        }

        return Page();
    }

    /// <summary>Null where the address names what is not there.</summary>
    private StepPlace? Place()
    {
        if (Slot is { Length: > 0 })
        {
            return
                Outline.Find(In) is { } holder
                && holder.Slots.Any(slot => slot.Slot == Slot && slot.Holds is null)
                ? new StepPlace(holder.Id, null, Slot)
                : null;
        }

        if (After is { Length: > 0 })
        {
            return
                Outline.Find(After) is { } after
                && (
                    after.Container == Outline.Root
                    || Outline.Find(after.Container)?.IsContainer == true
                )
                ? new StepPlace(after.Container, after.Id)
                : null;
        }

        return In is not { Length: > 0 } ? new StepPlace(Outline.Root)
            : Outline.Find(In) is { IsContainer: true } around ? new StepPlace(around.Id)
            : null;
    }

    private bool InChartOf(StepPlace place) =>
        place.Slot is null
        && (
            place.Container == Outline.Root
                ? Outline.RootIsChart
                : Outline.Find(place.Container)?.Type == Flowchart
        );

    /// <summary>The exits that its kind has; those that its settings make are connected once they are given.</summary>
    private Choice[] PortsOf(StepPlace place)
    {
        if (
            !InChartOf(place)
            || registry.Find(Kind ?? "")?.Descriptor is not { IsTerminal: false } kind
        )
        {
            return [];
        }

        Choice[] flows =
        [
            .. kind
                .Ports.Where(port => port.Type == "Flow")
                .Select(port => new Choice(port.Name, port.DisplayName)),
        ];
        return flows.Length > 0 ? flows
            : kind.Inputs.Any(input => input.UiHint == "dynamic-outcomes") ? []
            : [new Choice("Done", "Done")];
    }

    private (OutlinedStep Step, OutlinedExit Exit)? ExitOf(string? name)
    {
        foreach (OutlinedStep step in Outline.Steps)
        {
            foreach (OutlinedExit exit in step.Exits)
            {
                if (ExitName(step, exit) == name)
                {
                    return (step, exit);
                }
            }
        }

        return null;
    }

    private static Choice ChoiceOf(OutlinedStep step, OutlinedExit exit)
    {
        string leads =
            exit.To.Count == 0
                ? "leads nowhere"
                : "leads to " + string.Join(" and ", exit.To.Select(to => to.Words));
        return new Choice(
            ExitName(step, exit),
            $"{WordsOf(step)}{(step.Exits.Count == 1 ? "" : $", {exit.Name}")} ({leads})"
        );
    }

    private static string ExitName(OutlinedStep step, OutlinedExit exit) =>
        $"{Uri.EscapeDataString(step.Id)}/{Uri.EscapeDataString(exit.Port)}";

    private const string Flowchart = "Elsa.Flowchart";
}
