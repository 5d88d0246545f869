using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Host.Pages.Components;

/// <summary>One line of text.</summary>
[HtmlTargetElement("gov-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class InputTagHelper : FieldTagHelper
{
    /// <summary>A width of GOV.UK Frontend: 2, 3, 4, 5, 10, 20 (characters); full when left out.</summary>
    public int? Width { get; set; }

    /// <summary>What is typed into a <c>password</c> is never sent back with the page.</summary>
    public string Type { get; set; } = "text";

    public string? Autocomplete { get; set; }

    /// <summary><c>numeric</c> brings up digits on a phone.</summary>
    public string? Inputmode { get; set; }

    protected override string Inner()
    {
        string classes =
            "govuk-input"
            + (Width is { } width ? $" govuk-input--width-{width}" : string.Empty)
            + (Errors.Count > 0 ? " govuk-input--error" : string.Empty);
        string further =
            (Autocomplete is null ? string.Empty : $" autocomplete=\"{E(Autocomplete)}\"")
            + (Inputmode is null ? string.Empty : $" inputmode=\"{E(Inputmode)}\"")
            + (Type == "text" ? " spellcheck=\"true\"" : string.Empty);
        return LabelHtml
            + HintHtml
            + ErrorHtml
            + $"<input class=\"{classes}\" id=\"{Id}\" name=\"{Name}\" type=\"{E(Type)}\" value=\"{(Type == "password" ? string.Empty : E(Value))}\"{Described}{further}>";
    }
}

/// <summary>Several lines of text.</summary>
[HtmlTargetElement("gov-textarea", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextareaTagHelper : FieldTagHelper
{
    public int Rows { get; set; } = 5;

    /// <summary>For texts in Markdown: a fixed-width face.</summary>
    public bool Code { get; set; }

    protected override string Inner()
    {
        string classes =
            "govuk-textarea"
            + (Code ? " app-textarea--code" : string.Empty)
            + (Errors.Count > 0 ? " govuk-textarea--error" : string.Empty);
        // The first line feed inside a textarea is not part of its text.
        return LabelHtml
            + HintHtml
            + ErrorHtml
            + $"<textarea class=\"{classes}\" id=\"{Id}\" name=\"{Name}\" rows=\"{Rows}\" spellcheck=\"true\"{Described}>\n{E(Value)}</textarea>";
    }
}

/// <summary>A file to send; the form around it says <c>multipart</c>.</summary>
[HtmlTargetElement("gov-file", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileTagHelper : FieldTagHelper
{
    public string? Accept { get; set; }

    protected override string Inner() =>
        LabelHtml
        + HintHtml
        + ErrorHtml
        + $"<input class=\"govuk-file-upload{(Errors.Count > 0 ? " govuk-file-upload--error" : string.Empty)}\" id=\"{Id}\" name=\"{Name}\" type=\"file\""
        + (Accept is null ? string.Empty : $" accept=\"{E(Accept)}\"")
        + $"{Described}>";
}
