using System.Text.Json.Nodes;

namespace Governance.Engine.Activities;

/// <summary>The list of an input that takes one of a few values, in the shape that the designer reads.</summary>
internal static class Choices
{
    public const string UiHint = "dropdown";

    /// <summary>For an input that takes several of them, as a list.</summary>
    public const string SeveralHint = "checklist";

    public static JsonObject Of(params string[] values) =>
        Of([.. values.Select(value => (value, value))]);

    /// <param name="values">Each as the definition has it, and in words.</param>
    public static JsonObject Of(params (string Value, string Words)[] values) =>
        new()
        {
            [UiHint] = new JsonObject
            {
                ["selectList"] = new JsonObject
                {
                    ["items"] = Items(values),
                    ["isFlagsEnum"] = false,
                    ["sortItems"] = false,
                },
            },
        };

    public static JsonObject Several(params (string Value, string Words)[] values) =>
        new()
        {
            [SeveralHint] = new JsonObject
            {
                ["checkList"] = new JsonObject
                {
                    ["items"] = Items(values),
                    ["isFlagsEnum"] = false,
                },
            },
        };

    private static JsonArray Items((string Value, string Words)[] values) =>
        new([
            .. values.Select(one => new JsonObject { ["text"] = one.Words, ["value"] = one.Value }),
        ]);
}
