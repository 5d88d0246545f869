using Governance.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages;

/// <summary>An answer that has no page of its own: not found, not yours to see, too many, broken. What a refusal said is shown.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
internal sealed class ErrorModel : GovernancePage
{
    protected override bool RequiresSignIn => false;

    public string Title { get; private set; } = string.Empty;

    public string Text { get; private set; } = string.Empty;

    public void OnGet() => Say();

    public void OnPost() => Say();

    private void Say()
    {
        int status = HttpContext.Response.StatusCode is >= 400
            ? HttpContext.Response.StatusCode
            : StatusCodes.Status404NotFound;
        HttpContext.Response.StatusCode = status;
        (Title, Text) = status switch
        {
            404 => (
                "Page not found",
                "If you typed the address, check that it is right. If you pasted it, check that you copied all of it."
            ),
            401 or 403 => (
                "You cannot see this page",
                "Your appointments do not include this. Ask your partnership's business unit if you think that they should."
            ),
            413 => (
                "This is too large",
                "Go back and send less, or a smaller file. Nothing was saved."
            ),
            429 => ("Too many requests", "Wait a few seconds, then try again."),
            400 => (
                "This page was open for too long",
                "Go back, reload the page, and send it again. Nothing was saved."
            ),
            < 500 => ("This did not work", "Go back, check what you entered, and try again."),
            _ => (
                "Sorry, there is a problem with the service",
                "Try again later. What you had already sent and saw confirmed is kept."
            ),
        };
        if (HttpContext.Items[typeof(Refusal)] is Refusal refusal)
        {
            Text = refusal.Message;
        }
    }
}
