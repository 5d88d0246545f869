using Governance.Host.Api;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace Governance.Host.Pages.Components;

/// <summary>
/// A link to the whole of a list as a file for a spreadsheet (<see cref="ListFiles"/>), narrowed as the page is: the address of the
/// API's list, which reads the same names as the page.
/// </summary>
[HtmlTargetElement("gov-list-file", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ListFileTagHelper : TagHelper
{
    private static readonly string[] Places = ["after", "before", "entry", ListFiles.Format];

    /// <summary>The API's address of the list; the page's own under <c>/api</c> when left out.</summary>
    public string? Of { get; set; }

    /// <summary>Whether the file holds everything, where the API does not narrow the list as the page does.</summary>
    public bool Whole { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        HttpRequest request = ViewContext.HttpContext.Request;
        string address = string.IsNullOrEmpty(Of) ? "/api" + request.Path.ToUriComponent() : Of;
        foreach (
            (string name, Microsoft.Extensions.Primitives.StringValues values) in request.Query
        )
        {
            foreach (string? value in values)
            {
                if (
                    !Whole
                    && !string.IsNullOrEmpty(value)
                    && !Places.Contains(name, StringComparer.OrdinalIgnoreCase)
                )
                {
                    address = QueryHelpers.AddQueryString(address, name, value);
                }
            }
        }

        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-body app-no-print");
        TagBuilder link = new("a");
        link.AddCssClass("govuk-link");
        link.Attributes["href"] = QueryHelpers.AddQueryString(address, ListFiles.Format, "csv");
        link.InnerHtml.Append(
            Whole
                ? "All of it as a file for a spreadsheet (CSV)"
                : "This list as a file for a spreadsheet (CSV)"
        );
        output.Content.SetHtmlContent(link);
    }
}
