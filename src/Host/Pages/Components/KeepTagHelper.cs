using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Host.Pages.Components;

/// <summary>What was answered on the form before, carried unseen through "check your answers".</summary>
[HtmlTargetElement("gov-keep", TagStructure = TagStructure.WithoutEndTag)]
public sealed class KeepTagHelper : TagHelper
{
    /// <summary>The page's property: a text, a number, a yes or no, a list of texts, or a <see cref="DateFields"/>.</summary>
    public ModelExpression For { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var hidden = new StringBuilder();
        foreach ((string name, string? value) in Values())
        {
            // Empty ones too: a list is read from its first row on.
            hidden.Append(
                $"<input type=\"hidden\" name=\"{name}\" value=\"{HtmlEncoder.Default.Encode(value ?? string.Empty)}\">"
            );
        }

        output.Content.SetHtmlContent(hidden.ToString());
    }

    private IEnumerable<(string Name, string? Value)> Values()
    {
        string name = Fields.NameOf(For.Name);
        return For.Model switch
        {
            null => [],
            DateFields date =>
            [
                (name + ".day", date.Day),
                (name + ".month", date.Month),
                (name + ".year", date.Year),
            ],
            IEnumerable<string> many => many.Select(one => (name, (string?)one)),
            bool yes => [(name, yes ? "true" : "false")],
            var one => [(name, Convert.ToString(one, CultureInfo.InvariantCulture))],
        };
    }
}
