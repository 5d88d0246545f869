using System.Text.Json.Nodes;

namespace Governance.Engine.Activities;

/// <summary>The list of an input that takes one of a few values, in the shape that the designer reads.</summary>
internal static class Choices
{
    public const string UiHint = "dropdown";

    public static JsonObject Of(params string[] values) =>
        new()
        {
            [UiHint] = new JsonObject
            {
                ["selectList"] = new JsonObject
                {
                    ["items"] = new JsonArray([
                        .. values.Select(value => new JsonObject
                        {
                            ["text"] = value,
                            ["value"] = value,
                        }),
                    ]),
                    ["isFlagsEnum"] = false,
                    ["sortItems"] = false,
                },
            },
        };
}
