using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Governance.Engine.Definitions;

/// <summary>The types that a definition names for variables and inputs (<c>Int32</c>, <c>System.String</c>, …).</summary>
internal static class VariableTypes
{
    /// <summary>Turns text into the number or flag that the type wants; false when the value does not fit, never a silent 0.</summary>
    public static bool TryFit(string typeName, JsonNode? value, out JsonNode? fitted)
    {
        fitted = value;
        if (value is null)
        {
            return true;
        }

        JsonValueKind kind = value.GetValueKind();
        string text = kind == JsonValueKind.String ? value.GetValue<string>() : "";
        switch (Short(typeName))
        {
            case "Int16" or "Int32" or "Int64" or "Byte":
                return kind == JsonValueKind.String
                        && long.TryParse(
                            text,
                            NumberStyles.AllowLeadingSign,
                            CultureInfo.InvariantCulture,
                            out long whole
                        )
                        && Into(JsonValue.Create(whole), out fitted)
                    || kind == JsonValueKind.Number
                        && long.TryParse(
                            value.ToJsonString(),
                            NumberStyles.AllowLeadingSign,
                            CultureInfo.InvariantCulture,
                            out _
                        );
            case "Decimal" or "Double" or "Single":
                return kind == JsonValueKind.Number
                    || decimal.TryParse(
                        text,
                        NumberStyles.Float,
                        CultureInfo.InvariantCulture,
                        out decimal number
                    ) && Into(JsonValue.Create(number), out fitted);
            case "Boolean":
                return kind is JsonValueKind.True or JsonValueKind.False
                    || bool.TryParse(text, out bool flag)
                        && Into(JsonValue.Create(flag), out fitted);
            case "String":
                return kind == JsonValueKind.String
                    || kind is not (JsonValueKind.Object or JsonValueKind.Array)
                        && Into(JsonValue.Create(value.ToJsonString()), out fitted);
            default:
                return true;
        }
    }

    /// <summary><c>System.Int32, System.Private.CoreLib</c> and <c>Int32</c> are the same.</summary>
    private static string Short(string typeName)
    {
        string name = typeName.Split(',')[0].Trim();
        return name[(name.LastIndexOf('.') + 1)..];
    }

    private static bool Into(JsonNode made, out JsonNode? fitted)
    {
        fitted = made;
        return true;
    }
}
