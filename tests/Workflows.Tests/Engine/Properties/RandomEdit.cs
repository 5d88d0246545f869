using System.Text.Json.Nodes;

namespace Governance.Tests.Workflows.Engine.Properties;

/// <summary>
/// Changes a random definition as somebody in the designer would, by choices: steps go, come, change places, time, type or join. What
/// counts rounds is left alone, so that whatever comes of it still ends.
/// </summary>
internal static class RandomEdit
{
    public static string Of(string json, IReadOnlyList<int> choices)
    {
        JsonObject definition = (JsonObject)JsonNode.Parse(json)!;
        for (int at = 0; at + 2 < choices.Count; at += 3)
        {
            JsonObject[] containers = [.. Containers(definition)];
            Change(
                containers[choices[at + 1] % containers.Length],
                choices[at] % 10,
                choices[at + 2],
                at
            );
        }

        return definition.ToJsonString();
    }

    /// <summary>The same without the edges that lead back: every step runs once at most.</summary>
    public static string WithoutLoops(string json)
    {
        JsonObject definition = (JsonObject)JsonNode.Parse(json)!;
        foreach (JsonObject chart in Containers(definition).Where(IsChart))
        {
            JsonArray edges = chart["connections"]!.AsArray();
            foreach (JsonNode back in edges.Where(edge => Port(edge!) == "True").ToArray()!)
            {
                edges.Remove(back);
            }
        }

        return definition.ToJsonString();
    }

    private static void Change(JsonObject container, int what, int choice, int number)
    {
        JsonArray steps = container["activities"]!.AsArray();
        JsonObject[] plain = [.. steps.Select(one => one!.AsObject()).Where(IsPlain)];
        JsonObject? some = plain.Length == 0 ? null : plain[choice % plain.Length];
        switch (what)
        {
            case 0 or 7 when some is not null:
                Remove(container, some);
                break;
            case 1 or 2:
                Add(container, choice, what == 1 ? "Elsa.WriteLine" : "Elsa.Event", number);
                break;
            case 3 or 8 when !IsChart(container) && steps.Count > 1 && some is not null:
                steps.Remove(some);
                steps.Insert(choice % steps.Count, some);
                break;
            case 4 when some is not null && (string)some["type"]! == "Elsa.Delay":
                some["timeSpan"] = choice % 2 == 0 ? "00:00:30" : "05:00:00";
                break;
            case 5 or 9 when some is not null:
                some["type"] = "Elsa.Event";
                some["eventName"] = "D";
                break;
            case 6:
                foreach (
                    JsonNode? join in steps.Where(one => (string)one!["type"]! == "Elsa.FlowJoin")
                )
                {
                    join!["mode"] = choice % 2 == 0 ? "WaitAll" : "WaitAny";
                }

                break;
            default:
                break;
        }
    }

    private static void Remove(JsonObject container, JsonObject step)
    {
        container["activities"]!.AsArray().Remove(step);
        string id = (string)step["id"]!;
        foreach (
            JsonNode edge in (container["connections"]?.AsArray() ?? [])
                .Where(edge => End(edge!, "source") == id || End(edge!, "target") == id)
                .ToArray()!
        )
        {
            container["connections"]!.AsArray().Remove(edge);
        }
    }

    /// <summary>In a flowchart it becomes one more path between two that follow one another.</summary>
    private static void Add(JsonObject container, int choice, string type, int number)
    {
        JsonArray steps = container["activities"]!.AsArray();
        string id = $"new{number}";
        JsonObject step = new()
        {
            ["id"] = id,
            ["type"] = type,
            ["text"] = id,
            ["eventName"] = "D",
        };
        if (!IsChart(container))
        {
            steps.Insert(choice % (steps.Count + 1), step);
            return;
        }

        JsonArray edges = container["connections"]!.AsArray();
        JsonNode[] forward = [.. edges.Where(edge => Port(edge!) != "True").ToArray()!];
        steps.Add(step);
        if (forward.Length > 0)
        {
            JsonObject before = forward[choice % forward.Length].DeepClone().AsObject();
            JsonObject after = before.DeepClone().AsObject();
            before["target"]!["activity"] = id;
            after["source"] = new JsonObject { ["activity"] = id, ["port"] = "Done" };
            edges.Add(before);
            edges.Add(after);
        }
    }

    private static IEnumerable<JsonObject> Containers(JsonNode? at) =>
        at switch
        {
            JsonObject one => (
                one["activities"] is JsonArray ? [one] : Array.Empty<JsonObject>()
            ).Concat(one.SelectMany(property => Containers(property.Value))),
            JsonArray many => many.SelectMany(Containers),
            _ => [],
        };

    private static bool IsChart(JsonObject container) => container["connections"] is JsonArray;

    /// <summary>A line, an event or a delay.</summary>
    private static bool IsPlain(JsonObject step) =>
        (string)step["type"]! is "Elsa.WriteLine" or "Elsa.Event" or "Elsa.Delay"
        && !((string)step["id"]!).StartsWith('k');

    private static string? Port(JsonNode edge) => (string?)edge["source"]!["port"];

    private static string? End(JsonNode edge, string side) => (string?)edge[side]!["activity"];
}
