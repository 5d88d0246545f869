using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Host.Pages.Components;

/// <summary>
/// A question of a form as GOV.UK Frontend lays it out: label, hint, error, control. Its name and id are the property's in
/// camelCase, which is also what a refusal's <c>errors</c> name, so that an error finds its field.
/// </summary>
public abstract class FieldTagHelper : TagHelper
{
    private ModelStateEntry? _entry;

    /// <summary>The page's property that is asked for.</summary>
    public ModelExpression For { get; set; } = null!;

    /// <summary>The question.</summary>
    public string Label { get; set; } = string.Empty;

    public string? Hint { get; set; }

    /// <summary>Makes the question the page's one heading.</summary>
    public bool IsHeading { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    protected string Name { get; private set; } = string.Empty;

    protected string Id { get; private set; } = string.Empty;

    protected IReadOnlyList<string> Errors { get; private set; } = [];

    public sealed override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Name = Fields.NameOf(For.Name);
        Id = Fields.IdOf(For.Name);
        ViewContext.ModelState.TryGetValue(For.Name, out _entry);
        Errors = [.. ErrorsOf(ViewContext.ModelState)];
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute(
            "class",
            Errors.Count == 0 ? "govuk-form-group" : "govuk-form-group govuk-form-group--error"
        );
        output.Content.SetHtmlContent(Inner());
    }

    /// <summary>Everything inside the form group.</summary>
    protected abstract string Inner();

    /// <summary>The keys of <c>ModelState</c> whose errors are this field's.</summary>
    protected virtual IEnumerable<string> ErrorsOf(ModelStateDictionary state) =>
        _entry?.Errors.Select(error => error.ErrorMessage) ?? [];

    /// <summary>What was typed, right or wrong; else what the page set.</summary>
    protected string? Value =>
        _entry?.AttemptedValue ?? Convert.ToString(For.Model, CultureInfo.InvariantCulture);

    protected IReadOnlyCollection<string> Values =>
        For.Model is IEnumerable many and not string
            ?
            [
                .. many.Cast<object?>()
                    .Select(one => Convert.ToString(one, CultureInfo.InvariantCulture)!),
            ]
        : Value is { Length: > 0 } value ? [value]
        : [];

    protected string LabelHtml =>
        IsHeading
            ? $"<h1 class=\"govuk-label-wrapper\"><label class=\"govuk-label govuk-label--l\" for=\"{Id}\">{E(Label)}</label></h1>"
            : $"<label class=\"govuk-label\" for=\"{Id}\">{E(Label)}</label>";

    protected string LegendHtml =>
        IsHeading
            ? $"<legend class=\"govuk-fieldset__legend govuk-fieldset__legend--l\"><h1 class=\"govuk-fieldset__heading\">{E(Label)}</h1></legend>"
            : $"<legend class=\"govuk-fieldset__legend govuk-fieldset__legend--s\">{E(Label)}</legend>";

    protected string HintHtml =>
        Hint is null ? string.Empty : $"<div id=\"{Id}-hint\" class=\"govuk-hint\">{E(Hint)}</div>";

    protected string ErrorHtml =>
        Errors.Count == 0
            ? string.Empty
            : $"<p id=\"{Id}-error\" class=\"govuk-error-message\"><span class=\"govuk-visually-hidden\">Error:</span> {string.Join("<br>", Errors.Select(E))}</p>";

    /// <summary><c>aria-describedby</c> with a space before it, or nothing.</summary>
    protected string Described
    {
        get
        {
            string[] by =
            [
                .. new[]
                {
                    Hint is null ? null : Id + "-hint",
                    Errors.Count == 0 ? null : Id + "-error",
                }.OfType<string>(),
            ];
            return by.Length == 0 ? string.Empty : $" aria-describedby=\"{string.Join(' ', by)}\"";
        }
    }

    protected string Fieldset(string controls) =>
        $"<fieldset class=\"govuk-fieldset\"{Described}>{LegendHtml}{HintHtml}{ErrorHtml}{controls}</fieldset>";

    protected static string E(string? text) => HtmlEncoder.Default.Encode(text ?? string.Empty);
}

/// <summary>Names and ids of fields.</summary>
internal static class Fields
{
    /// <summary><c>Starts.Day</c> → <c>starts.day</c>.</summary>
    public static string NameOf(string property) =>
        string.Join(
            '.',
            property
                .Split('.')
                .Select(part =>
                    part.Length == 0 ? part : char.ToLowerInvariant(part[0]) + part[1..]
                )
        );

    public static string IdOf(string property) => NameOf(property).Replace('.', '-');
}
