using Governance.Contracts;
using Governance.Engine.Definitions.Editing;
using Governance.Host.Pages.Components;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Governance.Host.Pages.Definitions;

/// <summary>One setting of a step in a form.</summary>
internal sealed class SettingField
{
    /// <summary>The input's name.</summary>
    public string? Name { get; set; }

    /// <summary>The fixed value as text; <c>true</c> or <c>false</c>; one line for each of a list.</summary>
    public string? Value { get; set; }

    /// <summary>How it is worked out; empty where it is fixed.</summary>
    public string? Syntax { get; set; }

    /// <summary>What it is worked out from.</summary>
    public string? Expression { get; set; }

    public static SettingField Of(StepInput input) =>
        new()
        {
            Name = input.Name,
            Value = input.Fixed,
            Syntax = InputSyntax.IsFixed(input.Syntax) ? "" : input.Syntax,
            Expression = input.Expression,
        };

    public bool IsLike(SettingField other) =>
        Lines(Value) == Lines(other.Value)
        && (Syntax ?? "") == (other.Syntax ?? "")
        && Lines(Expression) == Lines(other.Expression);

    private static string Lines(string? text) => (text ?? "").ReplaceLineEndings("\n");
}

/// <summary>The settings of a step in a form, and what becomes of what was sent.</summary>
internal static class SettingFields
{
    public static IReadOnlyList<Choice> Syntaxes { get; } =
    [
        new(InputSyntax.Rule, "A rule"),
        new(InputSyntax.Variable, "A variable of the workflow"),
        new(InputSyntax.Input, "What the workflow is started with"),
        new(InputSyntax.Output, "What a step hands on"),
    ];

    /// <summary>
    /// The values that were changed, for the edit; the others are not written anew. What cannot be one is an error at its field.
    /// </summary>
    public static IReadOnlyList<GivenInput> Changed(
        IReadOnlyList<StepInput> inputs,
        IReadOnlyList<SettingField> sent,
        ModelStateDictionary state
    )
    {
        List<GivenInput> changed = [];
        for (int at = 0; at < sent.Count; at++)
        {
            SettingField field = sent[at];
            if (
                inputs.FirstOrDefault(input => input.Name == field.Name) is not { } input
                || field.IsLike(SettingField.Of(input))
            )
            {
                continue;
            }

            string syntax = string.IsNullOrEmpty(field.Syntax) ? InputSyntax.Literal : field.Syntax;
            Result<GivenInput> given = StepInputs.Parse(
                input,
                syntax,
                field.Value,
                field.Expression
            );
            if (given.Refusal is { } refusal)
            {
                state.AddModelError(FieldOf(at, syntax), refusal.Errors![input.Name][0]);
            }
            else
            {
                changed.Add(given.Value);
            }
        }

        return changed;
    }

    /// <summary>Brings an edit's errors, which are named by input, to the fields of the form.</summary>
    public static Refusal Placed(Refusal refusal, IReadOnlyList<SettingField> sent)
    {
        if (refusal.Errors is not { } errors)
        {
            return refusal;
        }

        return refusal with
        {
            Errors = errors.ToDictionary(
                error =>
                    sent.ToList().FindIndex(field => field.Name == error.Key) is >= 0 and var at
                        ? FieldOf(at, sent[at].Syntax ?? "")
                        : error.Key,
                error => error.Value
            ),
        };
    }

    /// <summary>
    /// The fields of the form for the text that it shows now: what was entered stays, what was not touched is as the text has it.
    /// </summary>
    public static List<SettingField> Kept(
        IReadOnlyList<StepInput> before,
        IReadOnlyList<StepInput> now,
        IReadOnlyList<SettingField> sent
    ) =>
        [
            .. now.Select(input =>
            {
                SettingField? entered = sent.FirstOrDefault(field => field.Name == input.Name);
                StepInput? was = before.FirstOrDefault(one => one.Name == input.Name);
                return entered is null || (was is not null && entered.IsLike(SettingField.Of(was)))
                    ? SettingField.Of(input)
                    : entered;
            }),
        ];

    private static string FieldOf(int at, string syntax) =>
        $"Settings[{at}].{(string.IsNullOrEmpty(syntax) || InputSyntax.IsFixed(syntax) ? "Value" : "Expression")}";
}
