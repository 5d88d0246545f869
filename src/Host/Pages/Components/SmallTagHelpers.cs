using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Host.Pages.Components;

/// <summary>A state as a coloured tag with its word.</summary>
[HtmlTargetElement("gov-state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StateTagHelper : TagHelper
{
    public string State { get; set; } = string.Empty;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "strong";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"govuk-tag {Words.StateColour(State)}");
        output.Content.SetContent(Words.State(State));
    }
}

/// <summary>A moment in London time, with the exact one for machines.</summary>
[HtmlTargetElement("gov-moment", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MomentTagHelper : TagHelper
{
    public DateTime At { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", Dates.Machine(At));
        output.Content.SetContent(Dates.Moment(At));
    }
}

/// <summary>A hash: all of it, in a face in which its letters differ, breaking where it must.</summary>
[HtmlTargetElement("gov-hash", TagStructure = TagStructure.WithoutEndTag)]
public sealed class HashTagHelper : TagHelper
{
    public string Of { get; set; } = string.Empty;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "code";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "app-hash");
        output.Content.SetContent(Of);
    }
}

/// <summary>
/// The ends of a page of a list. Both links keep the filters of the address; <c>next</c> and <c>previous</c> are cursors.
/// </summary>
[HtmlTargetElement("gov-paging", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagingTagHelper : TagHelper
{
    /// <summary>What <c>after</c> of the next page is; null on the last.</summary>
    public string? Next { get; set; }

    /// <summary>What <c>before</c> of the page before is; null on the first.</summary>
    public string? Previous { get; set; }

    /// <summary>Whether this is a later page, where a list cannot go back step by step: a link to the first is shown.</summary>
    public bool Later { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // An attribute that is bound to null arrives as an empty text.
        Next = string.IsNullOrEmpty(Next) ? null : Next;
        Previous = string.IsNullOrEmpty(Previous) ? null : Previous;
        if (Next is null && Previous is null && !Later)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-pagination");
        output.Attributes.SetAttribute("aria-label", "Pages of this list");
        if (Previous is not null || Later)
        {
            string word = Previous is null ? "First page" : "Previous";
            output.Content.AppendHtml(
                $"<div class=\"govuk-pagination__prev\"><a class=\"govuk-link govuk-pagination__link\" href=\"{Address("before", Previous)}\" rel=\"prev\"><span class=\"govuk-pagination__link-title\">{word}</span></a></div>"
            );
        }

        if (Next is not null)
        {
            output.Content.AppendHtml(
                $"<div class=\"govuk-pagination__next\"><a class=\"govuk-link govuk-pagination__link\" href=\"{Address("after", Next)}\" rel=\"next\"><span class=\"govuk-pagination__link-title\">Next</span></a></div>"
            );
        }
    }

    private string Address(string cursor, string? value)
    {
        HttpRequest request = ViewContext.HttpContext.Request;
        QueryString query = QueryString.Create(
            request
                .Query.Where(part => part.Key is not ("after" or "before"))
                .SelectMany(part => part.Value.Select(one => KeyValuePair.Create(part.Key, one)))
        );
        return HtmlEncoder.Default.Encode(
            request.Path + (value is null ? query : query.Add(cursor, value)).ToUriComponent()
        );
    }
}
