using System.Text.Json.Nodes;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;

namespace Governance.Engine.PlainWords;

/// <summary>
/// What is different between two texts of which one cannot run yet: less than <see cref="PlainDifference"/> says, since nothing of
/// it has been understood.
/// </summary>
internal static class UnfinishedDifference
{
    private static readonly string[] NotItself =
    [
        "metadata",
        "nodeId",
        "activities",
        "connections",
    ];

    public static IReadOnlyList<string> Between(
        WorkflowDocument before,
        WorkflowDocument after,
        ActivityRegistry registry
    )
    {
        Dictionary<string, DocumentStep> old = Steps(before, registry);
        Dictionary<string, DocumentStep> young = Steps(after, registry);
        List<string> told = [];
        if (before.Name != after.Name)
        {
            told.Add($"The workflow was called ‘{before.Name}’ and is now called ‘{after.Name}’.");
        }

        foreach ((string id, DocumentStep step) in young)
        {
            if (!old.TryGetValue(id, out DocumentStep? was))
            {
                told.Add($"New: ‘{TitleOf(step, registry)}’.");
            }
            else if (Itself(was, registry) != Itself(step, registry))
            {
                told.Add($"Changed: ‘{TitleOf(step, registry)}’.");
            }
        }

        told.AddRange(
            old.Where(one => !young.ContainsKey(one.Key))
                .Select(one => $"Gone: ‘{TitleOf(one.Value, registry)}’.")
        );
        string names(string id) =>
            TitleOf(young.GetValueOrDefault(id) ?? old.GetValueOrDefault(id), registry)
                is { Length: > 0 } title
                ? title
                : id;
        HashSet<(string From, string Port, string To)> led = Arrows(old);
        HashSet<(string From, string Port, string To)> leads = Arrows(young);
        told.AddRange(
            leads
                .Except(led)
                .Select(arrow => $"New way: from ‘{names(arrow.From)}’ to ‘{names(arrow.To)}’.")
        );
        told.AddRange(
            led.Except(leads)
                .Select(arrow => $"Way gone: from ‘{names(arrow.From)}’ to ‘{names(arrow.To)}’.")
        );
        return told;
    }

    internal static string TitleOf(DocumentStep? step, ActivityRegistry registry) =>
        step is null ? ""
        : JsonText.Of((step.Json["metadata"] as JsonObject)?["displayText"])?.Trim()
            is { Length: > 0 } title
            ? title
        : registry.Find(step.Type)?.Descriptor.DisplayName ?? step.Type;

    private static Dictionary<string, DocumentStep> Steps(
        WorkflowDocument document,
        ActivityRegistry registry
    ) =>
        DocumentSteps
            .All(document.Root, registry)
            .Skip(1)
            .GroupBy(step => step.Id)
            .ToDictionary(steps => steps.Key, steps => steps.First());

    /// <summary>What it is called and given, without where it stands on the drawing and what stands inside it.</summary>
    private static string Itself(DocumentStep step, ActivityRegistry registry)
    {
        JsonObject itself = step.Json.DeepClone().AsObject();
        foreach (string property in NotItself)
        {
            itself.Remove(property);
        }

        foreach (var port in registry.Find(step.Type)?.Descriptor.Ports ?? [])
        {
            if (port.Type == "Embedded")
            {
                itself.Remove(DocumentSteps.SlotOf(port));
            }
        }

        return TitleOf(step, registry) + itself.ToJsonString();
    }

    private static HashSet<(string From, string Port, string To)> Arrows(
        Dictionary<string, DocumentStep> steps
    ) =>
        [
            .. steps
                .Values.Select(step => step.Around)
                .OfType<DocumentStep>()
                .Distinct()
                .SelectMany(DocumentArrow.Of)
                .Select(arrow => (arrow.From, arrow.Port, arrow.To)),
        ];
}
