using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Host.Pages.Components;

/// <summary>One of several answers, all of them seen.</summary>
[HtmlTargetElement("gov-radios", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RadiosTagHelper : FieldTagHelper
{
    public IEnumerable<Choice> Choices { get; set; } = [];

    public bool Inline { get; set; }

    protected override string Inner()
    {
        var items = new StringBuilder();
        int number = 0;
        foreach (Choice choice in Choices)
        {
            string id = number++ == 0 ? Id : $"{Id}-{number}";
            items.Append(
                Options.Item("radios", "radio", id, Name, choice, Value == choice.Value, E)
            );
        }

        return Fieldset(
            $"<div class=\"govuk-radios{(Inline ? " govuk-radios--inline" : string.Empty)}\" data-module=\"govuk-radios\">{items}</div>"
        );
    }
}

/// <summary>Any of several answers.</summary>
[HtmlTargetElement("gov-checkboxes", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxesTagHelper : FieldTagHelper
{
    public IEnumerable<Choice> Choices { get; set; } = [];

    public bool Small { get; set; }

    protected override string Inner()
    {
        var items = new StringBuilder();
        int number = 0;
        foreach (Choice choice in Choices)
        {
            string id = number++ == 0 ? Id : $"{Id}-{number}";
            items.Append(
                Options.Item(
                    "checkboxes",
                    "checkbox",
                    id,
                    Name,
                    choice,
                    Values.Contains(choice.Value),
                    E
                )
            );
        }

        return Fieldset(
            $"<div class=\"govuk-checkboxes{(Small ? " govuk-checkboxes--small" : string.Empty)}\" data-module=\"govuk-checkboxes\">{items}</div>"
        );
    }
}

/// <summary>One yes that is given or not. Several stand in a fieldset of the page's own.</summary>
[HtmlTargetElement("gov-checkbox", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxTagHelper : FieldTagHelper
{
    protected override string Inner() =>
        ErrorHtml
        + "<div class=\"govuk-checkboxes\" data-module=\"govuk-checkboxes\">"
        + Options.Item(
            "checkboxes",
            "checkbox",
            Id,
            Name,
            new Choice("true", Label, Hint),
            For.Model is true,
            E
        )
        + "</div>";
}

/// <summary>One of many answers.</summary>
[HtmlTargetElement("gov-select", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectTagHelper : FieldTagHelper
{
    public IEnumerable<Choice> Choices { get; set; } = [];

    /// <summary>What an empty first line says; none when left out.</summary>
    public string? Empty { get; set; }

    protected override string Inner()
    {
        var options = new StringBuilder();
        if (Empty is not null)
        {
            options.Append($"<option value=\"\">{E(Empty)}</option>");
        }

        foreach (Choice choice in Choices)
        {
            options.Append(
                $"<option value=\"{E(choice.Value)}\"{(Value == choice.Value ? " selected" : string.Empty)}>{E(choice.Text)}</option>"
            );
        }

        return LabelHtml
            + HintHtml
            + ErrorHtml
            + $"<select class=\"govuk-select{(Errors.Count > 0 ? " govuk-select--error" : string.Empty)}\" id=\"{Id}\" name=\"{Name}\"{Described}>{options}</select>";
    }
}

/// <summary>The one shape that radios and checkboxes share.</summary>
internal static class Options
{
    public static string Item(
        string block,
        string type,
        string id,
        string name,
        Choice choice,
        bool isChosen,
        Func<string?, string> encode
    )
    {
        string hintId = $"{id}-item-hint";
        string described = choice.Hint is null ? string.Empty : $" aria-describedby=\"{hintId}\"";
        string hint = choice.Hint is null
            ? string.Empty
            : $"<div id=\"{hintId}\" class=\"govuk-hint govuk-{block}__hint\">{encode(choice.Hint)}</div>";
        return $"<div class=\"govuk-{block}__item\"><input class=\"govuk-{block}__input\" id=\"{id}\" name=\"{name}\" type=\"{type}\" value=\"{encode(choice.Value)}\""
            + $"{(isChosen ? " checked" : string.Empty)}{described}><label class=\"govuk-label govuk-{block}__label\" for=\"{id}\">{encode(choice.Text)}</label>{hint}</div>";
    }
}
