using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Storage;

namespace Governance.Engine.Definitions.Editing;

/// <summary>What a definition says of itself, and the values that it declares.</summary>
internal static class DeclarationEdits
{
    private const int LongestName = 200;
    private const int LongestDescription = 4_000;

    public static Refusal? Describe(WorkflowDocument document, DefinitionEdit.Describe describe)
    {
        string name = describe.Name.Trim();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            return Refusal.Invalid(
                "name",
                $"Give the workflow a name of at most {LongestName} characters."
            );
        }

        if (describe.Description?.Length > LongestDescription)
        {
            return Refusal.Invalid(
                "description",
                $"Keep the description to {LongestDescription} characters."
            );
        }

        document.Json["name"] = name;
        if (document.Description != (describe.Description ?? ""))
        {
            document.Json["description"] = describe.Description ?? "";
        }

        return null;
    }

    public static Refusal? Declare(WorkflowDocument document, DefinitionEdit.Declare declare)
    {
        Refusal? refusal =
            Values(document, "variables", declare.Variables, "typeName")
            ?? Values(document, "inputs", declare.Inputs, "type")
            ?? Values(document, "outputs", declare.Outputs, "type");
        if (refusal is not null || declare.Outcomes is not { } outcomes)
        {
            return refusal;
        }

        string[] kept =
        [
            .. outcomes
                .Select(one => one.Trim())
                .Where(one => one.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];
        if (Array.Exists(kept, one => one.Length > LongestName))
        {
            return Refusal.Invalid("outcomes", $"An outcome has at most {LongestName} characters.");
        }

        document.Json["outcomes"] = new JsonArray([
            .. kept.Select(one => (JsonNode)JsonValue.Create(one)),
        ]);
        return null;
    }

    private static Refusal? Values(
        WorkflowDocument document,
        string list,
        IReadOnlyList<DeclaredValue>? declared,
        string typeProperty
    )
    {
        if (declared is null)
        {
            return null;
        }

        JsonArray written = document.Json[list] as JsonArray ?? [];
        JsonArray kept = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        for (int at = 0; at < declared.Count; at++)
        {
            DeclaredValue value = declared[at];
            string name = value.Name.Trim();
            if (name.Length is 0 or > Ids.MaxLength || name.Any(char.IsControl))
            {
                return Refusal.Invalid(
                    $"{list}[{at}].name",
                    $"Give it a name of at most {Ids.MaxLength} characters."
                );
            }

            if (!names.Add(name))
            {
                return Refusal.Invalid($"{list}[{at}].name", $"There are two called {name}.");
            }

            JsonObject one =
                Named(written, value.Before)?.DeepClone().AsObject()
                ?? New(list, name, [.. written, .. kept]);
            one["name"] = name;
            if ((JsonText.Of(one[typeProperty]) ?? "Object") != value.Type)
            {
                one[typeProperty] = value.Type;
            }

            if (list == "variables" && Default(one, value) is { } wrong)
            {
                return Refusal.Invalid($"{list}[{at}].default", wrong);
            }

            kept.Add(one);
        }

        document.Json[list] = kept;
        return null;
    }

    private static JsonObject? Named(JsonArray written, string? name) =>
        string.IsNullOrEmpty(name)
            ? null
            : written.OfType<JsonObject>().FirstOrDefault(one => JsonText.Of(one["name"]) == name);

    /// <summary>A variable is meant by its id, which stays when it is renamed.</summary>
    private static JsonObject New(string list, string name, JsonNode?[] others)
    {
        if (list != "variables")
        {
            return new() { ["name"] = name, ["displayName"] = name };
        }

        string id = name;
        for (
            int number = 2;
            Array.Exists(others, one => JsonText.Of((one as JsonObject)?["id"]) == id);
            number++
        )
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{name}{number}");
        }

        return new() { ["id"] = id, ["name"] = name };
    }

    private static string? Default(JsonObject one, DeclaredValue value)
    {
        string text = value.Default ?? "";
        if (text == TextOf(one["value"]))
        {
            return null;
        }

        if (text.Length == 0)
        {
            one.Remove("value");
            return null;
        }

        if (!VariableTypes.TryFit(value.Type, JsonValue.Create(text), out JsonNode? fitted))
        {
            return $"This is not of the type {value.Type}.";
        }

        one["value"] = fitted;
        return null;
    }

    /// <summary>A value as the form shows it.</summary>
    public static string TextOf(JsonNode? value) =>
        value is null ? "" : JsonText.Of(value) ?? value.ToJsonString();
}
