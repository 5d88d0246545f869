using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Host.Pages.Components;

/// <summary>Beneath a list that can be narrowed: the link that keeps it, with its filters, under a name of one's own.</summary>
[HtmlTargetElement("gov-keep-view", TagStructure = TagStructure.WithoutEndTag)]
public sealed class KeepViewTagHelper : TagHelper
{
    public string What { get; set; } = "Keep this list";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if ((ViewContext.ViewData.Model as GovernancePage)?.Partnership is not { } partnership)
        {
            output.SuppressOutput();
            return;
        }

        HttpRequest request = ViewContext.HttpContext.Request;
        string address = request.Path.ToUriComponent() + request.QueryString.ToUriComponent();
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-body app-no-print");
        TagBuilder link = new("a");
        link.AddCssClass("govuk-link");
        link.Attributes["href"] =
            $"/partnerships/{Uri.EscapeDataString(partnership)}/views"
            + QueryString.Create("address", address).ToUriComponent();
        link.InnerHtml.Append(What);
        output.Content.SetHtmlContent(link);
    }
}
