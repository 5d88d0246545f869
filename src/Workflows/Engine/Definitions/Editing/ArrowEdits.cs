using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;

namespace Governance.Engine.Definitions.Editing;

/// <summary>Arrows come and go.</summary>
internal static class ArrowEdits
{
    private const int LongestPort = 200;

    public static Refusal? Connect(
        WorkflowDocument document,
        ActivityRegistry registry,
        DefinitionEdit.Connect connect
    )
    {
        if (DocumentSteps.Find(document.Root, registry, connect.From) is not { } from)
        {
            return StepEdits.Gone("from");
        }

        if (connect.Port.Length is 0 or > LongestPort)
        {
            return Refusal.Invalid("port", "Choose the exit that leads there.");
        }

        if (
            from.Around is not { HasArrows: true } chart
            || from.Slot is not null
            || !chart.Steps.OfType<JsonObject>().Any(step => JsonText.Of(step["id"]) == connect.To)
        )
        {
            return Refusal.Invalid("to", "Choose a step that stands in the same flowchart.");
        }

        if (registry.Find(from.Type)?.Descriptor.IsTerminal == true)
        {
            return Refusal.Invalid("from", "Nothing comes after an ending.");
        }

        DocumentArrow[] before =
        [
            .. DocumentArrow
                .Of(chart)
                .Where(arrow => arrow.From == connect.From && arrow.Port == connect.Port),
        ];
        if (connect.Instead)
        {
            foreach (DocumentArrow arrow in before.Where(arrow => arrow.To != connect.To))
            {
                chart.Arrows.Remove(arrow.Json);
            }
        }

        if (Array.Exists(before, arrow => arrow.To == connect.To))
        {
            return null;
        }

        if (chart.Json["connections"] is not JsonArray arrows)
        {
            chart.Json["connections"] = arrows = [];
        }

        arrows.Add(DocumentArrow.Write(connect.From, connect.Port, connect.To));
        return null;
    }

    public static Refusal? Disconnect(
        WorkflowDocument document,
        ActivityRegistry registry,
        DefinitionEdit.Disconnect cut
    )
    {
        DocumentStep? chart = DocumentSteps.Find(document.Root, registry, cut.From)?.Around;
        DocumentArrow[] arrows = chart is null
            ? []
            :
            [
                .. DocumentArrow
                    .Of(chart)
                    .Where(arrow =>
                        arrow.From == cut.From && arrow.Port == cut.Port && arrow.To == cut.To
                    ),
            ];
        foreach (DocumentArrow arrow in arrows)
        {
            chart!.Arrows.Remove(arrow.Json);
        }

        return arrows.Length == 0
            ? Refusal.Invalid("to", "This way is not in the workflow any more.")
            : null;
    }

    /// <summary>Every arrow that touches a step.</summary>
    public static void RemoveAll(DocumentStep chart, string step)
    {
        foreach (
            DocumentArrow arrow in DocumentArrow
                .Of(chart)
                .Where(arrow => arrow.From == step || arrow.To == step)
                .ToArray()
        )
        {
            chart.Arrows.Remove(arrow.Json);
        }
    }
}
