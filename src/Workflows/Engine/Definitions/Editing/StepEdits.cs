using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;

namespace Governance.Engine.Definitions.Editing;

/// <summary>Steps come, go and are named.</summary>
internal static class StepEdits
{
    public const int LongestTitle = 200;

    /// <param name="added">Its id.</param>
    public static Refusal? Add(
        WorkflowDocument document,
        ActivityRegistry registry,
        DefinitionEdit.AddStep add,
        ref string? added
    )
    {
        if (registry.Find(add.Type) is not { } activity)
        {
            return Refusal.Invalid("type", "Choose what the step does.");
        }

        if (add.Title?.Length > LongestTitle)
        {
            return TitleTooLong;
        }

        DocumentStep[] all = [.. DocumentSteps.All(document.Root, registry)];
        if (all.Length >= DefinitionPlanner.MaxActivities)
        {
            return Refusal.Invalid(
                "type",
                $"A workflow has at most {DefinitionPlanner.MaxActivities} steps."
            );
        }

        DocumentStep? container = Array.Find(all, step => step.Id == add.Place.Container);
        ActivityDescriptor? around = container is null
            ? null
            : registry.Find(container.Type)?.Descriptor;
        if (container is null || around is null)
        {
            return Gone("place");
        }

        string id = FreeId(activity.Descriptor, all);
        JsonObject step = Written(id, activity.Descriptor, container, add);
        if (add.Place.Slot is { } slot)
        {
            if (
                !around.Ports.Any(port =>
                    port.Type == "Embedded" && DocumentSteps.SlotOf(port) == slot
                )
            )
            {
                return Gone("place");
            }

            if (container.Json[slot] is not null)
            {
                return Refusal.Invalid("place", "Another step stands there already.");
            }

            container.Json[slot] = step;
        }
        else if (!around.IsContainer)
        {
            return Gone("place");
        }
        else
        {
            Insert(container, step, add.Place.After);
        }

        added = id;
        return null;
    }

    public static Refusal? Rename(
        WorkflowDocument document,
        ActivityRegistry registry,
        DefinitionEdit.Rename rename
    )
    {
        if (DocumentSteps.Find(document.Root, registry, rename.Step) is not { } step)
        {
            return Gone("step");
        }

        string? title = rename.Title?.Trim();
        if (title?.Length > LongestTitle)
        {
            return TitleTooLong;
        }

        if (title is { Length: > 0 })
        {
            if (step.Json["metadata"] is not JsonObject metadata)
            {
                step.Json["metadata"] = metadata = [];
            }

            metadata["displayText"] = title;
        }
        else
        {
            (step.Json["metadata"] as JsonObject)?.Remove("displayText");
        }

        return null;
    }

    public static Refusal? Remove(
        WorkflowDocument document,
        ActivityRegistry registry,
        DefinitionEdit.RemoveStep remove
    )
    {
        if (DocumentSteps.Find(document.Root, registry, remove.Step) is not { } step)
        {
            return Gone("step");
        }

        if (step.Around is not { } container)
        {
            return Refusal.Invalid("step", "The step around all others stays.");
        }

        if (step.Slot is { } slot)
        {
            container.Json.Remove(slot);
            return null;
        }

        container.Steps.Remove(step.Json);
        ArrowEdits.RemoveAll(container, step.Id);
        if (JsonText.Of(container.Json["start"]) == step.Id)
        {
            container.Json.Remove("start");
        }

        return null;
    }

    /// <summary>What was read has gone since, or never was.</summary>
    public static Refusal Gone(string field) =>
        Refusal.Invalid(field, "This step is not in the workflow any more.");

    private static Refusal TitleTooLong =>
        Refusal.Invalid("title", $"A name has at most {LongestTitle} characters.");

    private static void Insert(DocumentStep container, JsonObject step, string? after)
    {
        if (container.Json["activities"] is not JsonArray steps)
        {
            container.Json["activities"] = steps = [];
        }

        // Where arrows lead, the order of the text means little; where there are none, it is the order in which they run.
        int at = container.HasArrows ? steps.Count : IndexAfter(steps, after);
        steps.Insert(at, step);
    }

    private static int IndexAfter(JsonArray steps, string? after)
    {
        for (int at = 0; after is not null && at < steps.Count; at++)
        {
            if (JsonText.Of((steps[at] as JsonObject)?["id"]) == after)
            {
                return at + 1;
            }
        }

        return steps.Count;
    }

    private static JsonObject Written(
        string id,
        ActivityDescriptor descriptor,
        DocumentStep container,
        DefinitionEdit.AddStep add
    )
    {
        (double x, double y) = StepPositions.Beside(container, add.Place.After);
        JsonObject metadata = new()
        {
            ["designer"] = new JsonObject
            {
                ["position"] = new JsonObject { ["x"] = x, ["y"] = y },
                ["size"] = new JsonObject
                {
                    ["width"] = StepPositions.Width,
                    ["height"] = StepPositions.Height,
                },
            },
        };
        if (add.Title?.Trim() is { Length: > 0 } title)
        {
            metadata["displayText"] = title;
        }

        JsonObject step = new() { ["id"] = id };
        if (JsonText.Of(container.Json["nodeId"]) is { } node)
        {
            step["nodeId"] = $"{node}:{id}";
        }

        step["name"] = id;
        step["type"] = descriptor.TypeName;
        step["version"] = descriptor.Version;
        step["customProperties"] = new JsonObject();
        step["metadata"] = metadata;
        if (descriptor.IsContainer)
        {
            step["activities"] = new JsonArray();
            step["connections"] = new JsonArray();
        }

        return step;
    }

    /// <summary>Its kind and the first number that is free: the same text gives the same id.</summary>
    private static string FreeId(ActivityDescriptor descriptor, DocumentStep[] all)
    {
        HashSet<string> taken = [.. all.Select(step => step.Id)];
        int number = 1;
        string id;
        do
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{descriptor.Name}{number++}");
        } while (taken.Contains(id));

        return id;
    }
}
