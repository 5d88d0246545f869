using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Engine.Definitions;

namespace Governance.Engine.Expressions;

/// <summary>Reads what a definition gives for an input: a plain value, or Elsa's wrapper with an expression.</summary>
internal static class ExpressionReader
{
    /// <summary>The types of expression that are understood.</summary>
    public static IReadOnlyList<string> Known { get; } =
    ["Literal", "Object", "Variable", "Input", "Output", "Rule"];

    /// <summary>Whether this is Elsa's wrapper (and not a plain object).</summary>
    public static bool IsWrapper(JsonNode? node) =>
        node is JsonObject wrapper
        && (wrapper["expression"] is JsonObject || wrapper.ContainsKey("memoryReference"));

    /// <exception cref="ExpressionRefusedException">It cannot be understood; the message says why.</exception>
    public static Expression Read(JsonNode? given)
    {
        if (!IsWrapper(given))
        {
            return IsCases(given, out JsonArray cases) ? ReadCases(cases) : Literal(given);
        }

        JsonObject wrapper = (JsonObject)given!;
        if (wrapper["expression"] is JsonObject expression)
        {
            return ReadTyped(expression);
        }

        return
            wrapper["memoryReference"] is JsonObject memory && JsonText.Of(memory["id"]) is { } id
            ? new VariableExpression(id)
            : Literal(null);
    }

    private static Expression ReadTyped(JsonObject expression)
    {
        string type = JsonText.Of(expression["type"]) ?? "Literal";
        JsonNode? value = expression["value"];
        return type switch
        {
            "Literal" => Literal(value),
            "Object" => ReadObject(value),
            "Variable" => new VariableExpression(Reference(value, "Variable")),
            "Input" => new InputExpression(Reference(value, "Input", "name")),
            "Output" => ReadOutput(value),
            "Rule" => ReadRule(value),
            _ => throw new ExpressionRefusedException(
                "expression-not-supported",
                $"{type} expressions are not run here; write the condition as a Rule."
            ),
        };
    }

    private static LiteralExpression Literal(JsonNode? value) => new(value?.DeepClone());

    private static LiteralExpression ReadObject(JsonNode? value)
    {
        if (JsonText.Of(value) is not { } text)
        {
            return Literal(value);
        }

        try
        {
            return new LiteralExpression(
                string.IsNullOrWhiteSpace(text) ? null : JsonNode.Parse(text)
            );
        }
        catch (JsonException)
        {
            throw new ExpressionRefusedException(
                "expression-not-json",
                "The value of an Object expression must be JSON."
            );
        }
    }

    private static RuleExpression ReadRule(JsonNode? value)
    {
        string text = JsonText.Of(value) ?? "";
        try
        {
            return new RuleExpression(text, RuleParser.Parse(text));
        }
        catch (RuleSyntaxException wrong)
        {
            throw new ExpressionRefusedException("rule-not-readable", wrong.Message);
        }
    }

    private static OutputExpression ReadOutput(JsonNode? value)
    {
        string? activity =
            value is JsonObject
                ? JsonText.Of(value["activityId"])
                : JsonText.Of(value)?.Split('.')[0];
        string? name =
            value is JsonObject
                ? JsonText.Of(value["name"]) ?? JsonText.Of(value["outputName"])
                : JsonText.Of(value)?.Split('.').ElementAtOrDefault(1);
        return activity is null || name is null
            ? throw new ExpressionRefusedException(
                "expression-incomplete",
                "An Output expression names an activity and one of its outputs."
            )
            : new OutputExpression(activity, name);
    }

    private static bool IsCases(JsonNode? given, out JsonArray cases)
    {
        cases = given as JsonArray ?? [];
        return cases.Count > 0
            && cases.All(item => item is JsonObject one && one["condition"] is JsonObject);
    }

    private static CasesExpression ReadCases(JsonArray cases) =>
        new([
            .. cases.Select(item => new SwitchCase(
                JsonText.Of(item!["label"]) ?? "",
                IsWrapper(item["condition"])
                    ? Read(item["condition"])
                    : ReadTyped((JsonObject)item["condition"]!)
            )),
        ]);

    private static string Reference(JsonNode? value, string what, string first = "id") =>
        JsonText.Of(value)
        ?? JsonText.Of((value as JsonObject)?[first])
        ?? JsonText.Of((value as JsonObject)?["name"])
        ?? throw new ExpressionRefusedException(
            "expression-incomplete",
            $"The {what} expression names nothing."
        );
}

/// <summary>An expression that is not understood, with a stable code.</summary>
internal sealed class ExpressionRefusedException(string code, string reason) : Exception(reason)
{
    public string Code { get; } = code;
}
