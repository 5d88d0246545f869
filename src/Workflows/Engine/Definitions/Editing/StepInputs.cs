using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Expressions;

namespace Governance.Engine.Definitions.Editing;

/// <summary>Between what a definition gives a step and what a form shows and sends.</summary>
public sealed class StepInputs(ActivityRegistry registry)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The inputs of a step in the text, to be shown; null when there is no such step of a known type.</summary>
    public IReadOnlyList<StepInput>? Of(string json, string stepId) =>
        WorkflowDocument.Parse(json, out _) is { } document
        && DocumentSteps.Find(document.Root, registry, stepId) is { } step
        && registry.Find(step.Type) is { } activity
            ?
            [
                .. Shown(activity.Descriptor)
                    .Select(input =>
                        Read(input, step.Json[InputEdits.PropertyOf(step.Json, input)], document)
                    ),
            ]
            : null;

    /// <summary>Those of a step that is not there yet.</summary>
    public IReadOnlyList<StepInput>? OfType(string json, string type) =>
        WorkflowDocument.Parse(json, out _) is { } document && registry.Find(type) is { } activity
            ? [.. Shown(activity.Descriptor).Select(input => Read(input, null, document))]
            : null;

    /// <summary>What a form's answer means; a refusal names the input when it means nothing.</summary>
    public static Result<GivenInput> Parse(
        StepInput input,
        string syntax,
        string? text,
        string? expression
    )
    {
        if (!InputSyntax.IsFixed(syntax))
        {
            return ParseExpression(input, syntax, expression?.Trim() ?? "");
        }

        string given = (text ?? "").ReplaceLineEndings("\n");
        if (given.Trim().Length == 0)
        {
            return new GivenInput(input.Name, InputSyntax.None, null);
        }

        return input.Control switch
        {
            InputControl.Number => ParseNumber(input, given.Trim()),
            InputControl.YesOrNo => new GivenInput(
                input.Name,
                InputSyntax.Literal,
                JsonValue.Create(given.Trim() == "true")
            ),
            InputControl.Lines => new GivenInput(
                input.Name,
                InputSyntax.Composed,
                new JsonArray([
                    .. given
                        .Split(
                            '\n',
                            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                        )
                        .Select(line => (JsonNode)JsonValue.Create(line)),
                ])
            ),
            InputControl.Json => ParseJson(input, given),
            _ => new GivenInput(input.Name, InputSyntax.Literal, JsonValue.Create(given.TrimEnd())),
        };
    }

    private static IEnumerable<InputDescriptor> Shown(ActivityDescriptor descriptor) =>
        descriptor.Inputs.Where(input => input.IsBrowsable && !input.IsReadOnly);

    private static StepInput Read(InputDescriptor input, JsonNode? given, WorkflowDocument document)
    {
        (string syntax, JsonNode? value) = Given(given);
        InputControl control = ControlOf(input, syntax, ref value);
        return new StepInput(
            input,
            control,
            syntax,
            InputSyntax.IsFixed(syntax) ? FixedText(control, value) : "",
            InputSyntax.IsFixed(syntax) ? "" : ReferenceText(value)
        )
        {
            Choices = control switch
            {
                InputControl.Choice => ChoicesOf(input),
                InputControl.Variable =>
                [
                    .. document
                        .Variables.OfType<JsonObject>()
                        .Select(one => JsonText.Of(one["id"]) ?? JsonText.Of(one["name"]))
                        .OfType<string>(),
                ],
                _ => [],
            },
        };
    }

    private static (string Syntax, JsonNode? Value) Given(JsonNode? given) =>
        given is null ? (InputSyntax.None, null)
        : !ExpressionReader.IsWrapper(given)
            ? (given is JsonValue ? InputSyntax.Literal : InputSyntax.Composed, given)
        : (given as JsonObject)?["expression"] is JsonObject expression
            ? (JsonText.Of(expression["type"]) ?? InputSyntax.Literal, expression["value"])
        : ((given as JsonObject)?["memoryReference"] as JsonObject)?["id"] is { } variable
            ? (InputSyntax.Variable, variable)
        : (InputSyntax.None, null);

    /// <summary>What the hint asks for, unless the value that stands there would not fit into it: then its JSON is shown.</summary>
    private static InputControl ControlOf(InputDescriptor input, string syntax, ref JsonNode? value)
    {
        if (syntax == InputSyntax.Composed && JsonText.Of(value) is { } text)
        {
            value = Parsed(text) ?? value;
        }

        InputControl control = input.UiHint switch
        {
            "checkbox" => InputControl.YesOrNo,
            "multiline" => InputControl.Text,
            "multitext" or "dynamic-outcomes" or "outcome-picker" => InputControl.Lines,
            "variable-picker" => InputControl.Variable,
            "workflow-definition-picker" => InputControl.Workflow,
            "dictionary" or "json-editor" or "flow-switch-editor" or "switch-editor" =>
                InputControl.Json,
            _ when ChoicesOf(input).Count > 0 => InputControl.Choice,
            _ when IsNumber(input) => InputControl.Number,
            _ => InputControl.Line,
        };
        bool fits =
            !InputSyntax.IsFixed(syntax)
            || value switch
            {
                null => true,
                JsonArray list => control == InputControl.Lines
                    && list.All(one => JsonText.Of(one) is { } line && !line.Contains('\n')),
                JsonObject variable => control == InputControl.Json
                    || control == InputControl.Variable && IdOf(variable) is not null,
                _ when control == InputControl.YesOrNo => bool.TryParse(
                    DeclarationEdits.TextOf(value),
                    out _
                ),
                _ when control == InputControl.Number => IsWhole(DeclarationEdits.TextOf(value)),
                _ when control == InputControl.Choice => ChoicesOf(input)
                    .Contains(DeclarationEdits.TextOf(value)),
                _ => true,
            };
        return fits ? control
            : value is JsonArray or JsonObject ? InputControl.Json
            : InputControl.Line;
    }

    private static string FixedText(InputControl control, JsonNode? value) =>
        value switch
        {
            null => "",
            JsonArray list when control == InputControl.Lines => string.Join(
                '\n',
                list.Select(DeclarationEdits.TextOf)
            ),
            JsonObject variable when control == InputControl.Variable => IdOf(variable)!,
            JsonArray or JsonObject => value.ToJsonString(Indented),
            _ when control == InputControl.YesOrNo => DeclarationEdits
                .TextOf(value)
                .ToLowerInvariant(),
            _ => DeclarationEdits.TextOf(value).ReplaceLineEndings("\n"),
        };

    /// <summary>A rule's text, the name of a variable or an input, or <c>step.Output</c>.</summary>
    private static string ReferenceText(JsonNode? value) =>
        value is JsonObject reference
            ? JsonText.Of(reference["activityId"]) is { } step
                ? $"{step}.{JsonText.Of(reference["name"]) ?? JsonText.Of(reference["outputName"])}"
                : IdOf(reference) ?? value.ToJsonString()
            : DeclarationEdits.TextOf(value);

    private static Result<GivenInput> ParseExpression(
        StepInput input,
        string syntax,
        string expression
    )
    {
        if (!InputSyntax.WorkedOut.Contains(syntax))
        {
            return Refusal.Invalid(input.Name, "Choose how it is given.");
        }

        return expression.Length == 0
            ? Refusal.Invalid(input.Name, "Say what it is worked out from.")
            : new GivenInput(input.Name, syntax, JsonValue.Create(expression));
    }

    private static Result<GivenInput> ParseNumber(StepInput input, string text) =>
        int.TryParse(
            text,
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out int number
        )
            ? new GivenInput(input.Name, InputSyntax.Literal, JsonValue.Create(number))
            : Refusal.Invalid(input.Name, "Give a whole number, for example 10.");

    private static Result<GivenInput> ParseJson(StepInput input, string text)
    {
        try
        {
            JsonNode? value = JsonNode.Parse(text);
            return new GivenInput(
                input.Name,
                value is JsonArray or JsonObject ? InputSyntax.Composed : InputSyntax.Literal,
                value
            );
        }
        catch (JsonException malformed)
        {
            return Refusal.Invalid(
                input.Name,
                $"The text is no JSON: line {malformed.LineNumber + 1}, place {malformed.BytePositionInLine + 1}."
            );
        }
    }

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsNumber(InputDescriptor input) =>
        input.TypeName is "System.Int32" or "Int32" or "System.Int64" or "Int64";

    private static bool IsWhole(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static string? IdOf(JsonObject reference) =>
        JsonText.Of(reference["id"]) ?? JsonText.Of(reference["name"]);

    private static IReadOnlyList<string> ChoicesOf(InputDescriptor input) =>
        (
            (input.UiSpecifications[Activities.Choices.UiHint] as JsonObject)?["selectList"]
            as JsonObject
        )?["items"]
            is JsonArray items
            ?
            [
                .. items
                    .OfType<JsonObject>()
                    .Select(one => JsonText.Of(one["value"]))
                    .OfType<string>(),
            ]
            : [];
}
