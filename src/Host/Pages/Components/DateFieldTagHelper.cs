using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Host.Pages.Components;

/// <summary>A date in three fields, for a property of type <see cref="DateFields"/>.</summary>
[HtmlTargetElement("gov-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateFieldTagHelper : FieldTagHelper
{
    private static readonly (string Part, int Width)[] Parts =
    [
        ("Day", 2),
        ("Month", 2),
        ("Year", 4),
    ];

    protected override IEnumerable<string> ErrorsOf(ModelStateDictionary state) =>
        state
            .Where(entry =>
                entry.Key.Equals(For.Name, StringComparison.OrdinalIgnoreCase)
                || entry.Key.StartsWith(For.Name + ".", StringComparison.OrdinalIgnoreCase)
            )
            .SelectMany(entry => entry.Value!.Errors)
            .Select(error => error.ErrorMessage);

    protected override string Inner()
    {
        DateFields given = For.Model as DateFields ?? new();
        var items = new StringBuilder();
        foreach ((string part, int width) in Parts)
        {
            string? value = part switch
            {
                "Day" => given.Day,
                "Month" => given.Month,
                _ => given.Year,
            };
            string name = $"{Name}.{part.ToLowerInvariant()}";
            // The error summary leads to the field's own id: the first of the three.
            string id = part == "Day" ? Id : $"{Id}-{part.ToLowerInvariant()}";
            items.Append(
                "<div class=\"govuk-date-input__item\"><div class=\"govuk-form-group\">"
                    + $"<label class=\"govuk-label govuk-date-input__label\" for=\"{id}\">{part}</label>"
                    + $"<input class=\"govuk-input govuk-date-input__input govuk-input--width-{width}{(Errors.Count > 0 ? " govuk-input--error" : string.Empty)}\" "
                    + $"id=\"{id}\" name=\"{name}\" type=\"text\" inputmode=\"numeric\" value=\"{E(value)}\"></div></div>"
            );
        }

        return Fieldset($"<div class=\"govuk-date-input\">{items}</div>")
            .Replace(
                "<fieldset class=\"govuk-fieldset\"",
                "<fieldset class=\"govuk-fieldset\" role=\"group\"",
                StringComparison.Ordinal
            );
    }
}
