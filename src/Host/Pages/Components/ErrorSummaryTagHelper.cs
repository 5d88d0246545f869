using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Host.Pages.Components;

/// <summary>What is wrong, at the head of the page, each with a link to its field. Nothing when nothing is.</summary>
[HtmlTargetElement("gov-errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (ViewContext.ModelState.IsValid)
        {
            return;
        }

        var items = new StringBuilder();
        foreach (var (key, entry) in ViewContext.ModelState)
        {
            foreach (var error in entry.Errors)
            {
                string text = HtmlEncoder.Default.Encode(error.ErrorMessage);
                items.Append(
                    key.Length == 0
                        ? $"<li>{text}</li>"
                        : $"<li><a href=\"#{HtmlEncoder.Default.Encode(Fields.IdOf(key))}\">{text}</a></li>"
                );
            }
        }

        output.Content.SetHtmlContent(
            "<div class=\"govuk-error-summary\" data-module=\"govuk-error-summary\"><div role=\"alert\">"
                + "<h2 class=\"govuk-error-summary__title\">There is a problem</h2>"
                + $"<div class=\"govuk-error-summary__body\"><ul class=\"govuk-list govuk-error-summary__list\">{items}</ul></div></div></div>"
        );
    }
}
