using Governance.Contracts;
using Governance.Modules.Escalation;
using Governance.Modules.Policies;
using Governance.Modules.Retention;
using Governance.Modules.Scrutiny;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
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

    /// <summary>Where the certificate of something that was disposed of is, for whoever may read it.</summary>
    public string? Certificate { get; private set; }

    public async Task OnGetAsync()
    {
        Say();
        if (
            HttpContext.Response.StatusCode == StatusCodes.Status404NotFound
            && await GoneAsync() is { } gone
        )
        {
            Title = $"{gone.Label} was disposed of";
            Text =
                $"Its content was destroyed on {Dates.Day(gone.EndedAt!.Value)}: {gone.Rule}. That it existed stands in the record.";
            Certificate = Viewer.May(gone.PartnershipId, RetentionPermissions.Read)
                ? $"/disposal-items/{gone.Id}/certificate"
                : null;
        }
    }

    /// <summary>What stood at the address, where the viewer's partnership disposed of it.</summary>
    private async Task<DisposalItem?> GoneAsync()
    {
        string[] parts = (
            HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? string.Empty
        ).Split('/', StringSplitOptions.RemoveEmptyEntries);
        string? type = parts.FirstOrDefault() switch
        {
            "challenges" => ScrutinyWords.Challenge,
            "policies" => PoliciesWords.Policy,
            "escalations" => EscalationWords.Challenge,
            "groups" => GroupWords.Group,
            _ => null,
        };
        if (type is null || parts.Length < 2 || !Viewer.IsSignedIn)
        {
            return null;
        }

        await using GovernanceDb db = Reading.Open();
        return
            await DisposalBook.DisposedAsync(db, type, parts[1]) is { } item
            && Viewer.Partnerships.Any(known => known.Id == item.PartnershipId)
            ? item
            : null;
    }

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
