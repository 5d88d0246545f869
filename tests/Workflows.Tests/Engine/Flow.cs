using System.Text.Json.Nodes;

namespace Governance.Tests.Workflows.Engine;

/// <summary>Writes small definitions for tests.</summary>
internal static class Flow
{
    public static string Chart(string activities, string connections, string variables = "") =>
        Definition(Container("f", "Elsa.Flowchart", activities, connections), variables);

    public static string Sequence(string activities, string variables = "") =>
        Definition(Container("q", "Elsa.Sequence", activities, null), variables);

    public static string Definition(
        JsonObject root,
        string variables = "",
        JsonArray? inputs = null
    ) =>
        new JsonObject
        {
            ["definitionId"] = "test",
            ["name"] = "Test",
            ["variables"] = Variables(variables),
            ["inputs"] = inputs ?? [],
            ["root"] = root,
        }.ToJsonString();

    /// <param name="activities">One a line: <c>id Type property=value</c>; a value with a blank is quoted by ' and = Rule by =.</param>
    /// <param name="connections"><c>a&gt;b, a.Port&gt;c</c>; null for none.</param>
    public static JsonObject Container(
        string id,
        string type,
        string activities,
        string? connections,
        params JsonObject[] inner
    )
    {
        JsonObject container = new()
        {
            ["id"] = id,
            ["type"] = type,
            ["activities"] = new JsonArray([.. Lines(activities).Select(Activity), .. inner]),
        };
        if (connections is not null)
        {
            container["connections"] = new JsonArray([
                .. connections
                    .Split(
                        ',',
                        StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                    )
                    .Select(Connection),
            ]);
        }

        return container;
    }

    private static string[] Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static JsonNode Activity(string line)
    {
        string[] parts = line.Split(' ', 3);
        JsonObject activity = new()
        {
            ["id"] = parts[0],
            ["type"] = parts[1].Contains('.', StringComparison.Ordinal)
                ? parts[1]
                : "Elsa." + parts[1],
        };
        foreach (string input in parts.Length > 2 ? parts[2].Split(" & ") : [])
        {
            string[] pair = input.Split('=', 2);
            activity[pair[0].Trim()] = Value(pair[1].Trim());
        }

        return activity;
    }

    private static JsonNode? Value(string text) =>
        text.StartsWith('=')
            ? new JsonObject
            {
                ["typeName"] = "Object",
                ["expression"] = new JsonObject { ["type"] = "Rule", ["value"] = text[1..].Trim() },
            }
        : text[0] is '[' or '{'
        || char.IsDigit(text[0]) && !text.Contains(':')
        || text is "true" or "false"
            ? JsonNode.Parse(text)
        : JsonValue.Create(text);

    private static JsonNode Connection(string text)
    {
        string[] ends = text.Split('>');
        string[] source = ends[0].Split('.');
        return new JsonObject
        {
            ["source"] = new JsonObject
            {
                ["activity"] = source[0],
                ["port"] = source.ElementAtOrDefault(1) ?? "Done",
            },
            ["target"] = new JsonObject { ["activity"] = ends[1], ["port"] = "In" },
        };
    }

    /// <summary><c>n:Int32=0, name:String</c>.</summary>
    private static JsonArray Variables(string text) =>
        [
            .. text.Split(
                    ',',
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                )
                .Select(one =>
                {
                    string[] pair = one.Split('=', 2);
                    string[] name = pair[0].Split(':');
                    return (JsonNode)
                        new JsonObject
                        {
                            ["id"] = name[0],
                            ["name"] = name[0],
                            ["typeName"] = name[1],
                            ["value"] = pair.ElementAtOrDefault(1),
                        };
                }),
        ];
}
