using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Host.Pages.Components;

/// <summary>
/// A form that acts: it posts to its own page, with the token that no other site has and a key that makes sending it twice one
/// act. The browser's own bubbles are off, since the error summary says more.
/// </summary>
[HtmlTargetElement("gov-form")]
public sealed class FormTagHelper(IAntiforgery antiforgery) : TagHelper
{
    /// <summary>The page's handler, where it has several.</summary>
    public string? Handler { get; set; }

    /// <summary>Another address of this site to post to; the page's own when left out.</summary>
    public string? Action { get; set; }

    /// <summary>For forms with files.</summary>
    public bool Multipart { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        HttpRequest request = ViewContext.HttpContext.Request;
        string action = Action ?? request.Path;
        if (Action is null)
        {
            QueryString query = QueryString.Create(
                request
                    .Query.Where(part => part.Key != "handler")
                    .Select(part => KeyValuePair.Create(part.Key, (string?)part.Value))
            );
            action += (Handler is null ? query : query.Add("handler", Handler)).ToUriComponent();
        }

        output.TagName = "form";
        output.Attributes.SetAttribute("method", "post");
        output.Attributes.SetAttribute("action", action);
        output.Attributes.SetAttribute("novalidate", null);
        if (Multipart)
        {
            output.Attributes.SetAttribute("enctype", "multipart/form-data");
        }

        AntiforgeryTokenSet tokens = antiforgery.GetAndStoreTokens(ViewContext.HttpContext);
        output.PreContent.AppendHtml(Hidden(tokens.FormFieldName, tokens.RequestToken!));
        output.PreContent.AppendHtml(
            Hidden("__key", RandomNumberGenerator.GetHexString(32, lowercase: true))
        );
        output.Content = await output.GetChildContentAsync();
    }

    private static TagBuilder Hidden(string name, string value)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = "hidden";
        input.Attributes["name"] = name;
        input.Attributes["value"] = value;
        return input;
    }
}
