using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Expressions;

namespace Governance.Engine.Definitions.Editing;

/// <summary>Writes what inputs are given, in the form that Elsa writes it in, over what was there.</summary>
internal static class InputEdits
{
    public static Refusal? Give(
        WorkflowDocument document,
        ActivityRegistry registry,
        DefinitionEdit.Give give
    )
    {
        if (
            DocumentSteps.Find(document.Root, registry, give.Step) is not { } step
            || registry.Find(step.Type) is not { } activity
        )
        {
            return StepEdits.Gone("step");
        }

        Dictionary<string, string[]> errors = new(StringComparer.Ordinal);
        foreach (GivenInput given in give.Inputs)
        {
            InputDescriptor? input = activity.Descriptor.Inputs.FirstOrDefault(one =>
                one.Name == given.Input
            );
            if (input is null)
            {
                errors[given.Input] = ["The step has no such setting."];
            }
            else if (Write(step.Json, input, Whole(document, input, given)) is { } wrong)
            {
                errors[given.Input] = [wrong];
            }
        }

        return errors.Count > 0 ? Refusal.Invalid(errors) : null;
    }

    /// <summary>The property under which a step is given an input, as it stands there or as it would be written.</summary>
    public static string PropertyOf(JsonObject step, InputDescriptor input) =>
        step.ContainsKey(input.Name) ? input.Name : input.PropertyName();

    /// <summary>A variable that is named stands in the text with its name and type, as the designer reads it.</summary>
    private static GivenInput Whole(
        WorkflowDocument document,
        InputDescriptor input,
        GivenInput given
    ) =>
        input.UiHint == "variable-picker"
        && JsonText.Of(given.Value) is { } id
        && document
            .Variables.OfType<JsonObject>()
            .FirstOrDefault(one => JsonText.Of(one["id"]) == id || JsonText.Of(one["name"]) == id)
            is { } variable
            ? given with
            {
                Value = new JsonObject
                {
                    ["id"] = JsonText.Of(variable["id"]) ?? id,
                    ["name"] = JsonText.Of(variable["name"]) ?? id,
                    ["typeName"] = JsonText.Of(variable["typeName"]) ?? "Object",
                },
            }
            : given;

    private static string? Write(JsonObject step, InputDescriptor input, GivenInput given)
    {
        string property = PropertyOf(step, input);
        if (given.Syntax == InputSyntax.None)
        {
            step.Remove(property);
            return null;
        }

        if (!input.IsWrapped && !InputSyntax.IsFixed(given.Syntax))
        {
            return "This can only be a fixed value.";
        }

        JsonNode? written = Written(step[property], input, given);
        try
        {
            ExpressionReader.Read(written);
        }
        catch (ExpressionRefusedException wrong)
        {
            return wrong.Message;
        }

        step[property] = written;
        return null;
    }

    private static JsonNode? Written(JsonNode? before, InputDescriptor input, GivenInput given)
    {
        JsonNode? value = given.Value?.DeepClone();
        bool isWrapped = ExpressionReader.IsWrapper(before);
        bool isPlain = before is not null && !isWrapped;
        if (!input.IsWrapped || (isPlain && InputSyntax.IsFixed(given.Syntax)))
        {
            return value;
        }

        // What a wrapper holds beside its expression stays as it was.
        JsonObject wrapper = isWrapped
            ? before!.DeepClone().AsObject()
            : new JsonObject { ["typeName"] = ShortType(input.TypeName) };
        wrapper["expression"] = new JsonObject
        {
            ["type"] = given.Syntax,
            ["value"] =
                given.Syntax == InputSyntax.Composed && value is not null
                    ? JsonValue.Create(value.ToJsonString())
                    : value,
        };
        return wrapper;
    }

    private static string ShortType(string type) => type[(type.LastIndexOf('.') + 1)..];
}
