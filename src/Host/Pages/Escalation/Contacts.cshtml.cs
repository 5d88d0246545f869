using Governance.Contracts;
using Governance.Modules.Escalation;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Escalation;

/// <summary>The directory of points of contact, and each body's links for raising challenges without an account.</summary>
internal sealed class ContactsModel(RaisingLinks links) : GovernancePage
{
    public IReadOnlyList<BodyContactsAnswer> Found { get; private set; } = [];

    public IReadOnlyList<RaisingLinkAnswer> Links { get; private set; } = [];

    public FrontDoorAnswer? FrontDoor { get; private set; }

    public bool MayKeepFrontDoor { get; private set; }

    /// <summary>The key of a link just made: shown in this very answer and kept nowhere.</summary>
    public string? NewKey { get; private set; }

    public string LinkOf(string key) => $"{Request.Scheme}://{Request.Host}/raise#{key}";

    /// <summary>Whether the viewer keeps a body's contacts; whether an act is allowed stays the act's to say.</summary>
    public bool Keeps(string body) =>
        Viewer.Holds(Partnership!, Roles.BusinessUnit)
        || Viewer.Appointments.Any(held =>
            held.Partnership == Partnership && (held.Seat == body || held.Agency == body)
        );

    public async Task<IActionResult> OnGetAsync(string p)
    {
        Partnership = p;
        if (RefuseUnless(p, EscalationPermissions.ReadDirectory) is { } no)
        {
            return no;
        }

        MayKeepFrontDoor = Viewer.May(p, EscalationPermissions.KeepFrontDoor);
        await using GovernanceDb db = Reading.Open();
        FrontDoor = (await ContactBook.FrontDoorAsync(db, p, Viewer.PersonId, Reading.Now)).Value;
        if (Viewer.May(p, EscalationPermissions.KeepContacts))
        {
            Links = (await RaisingLinks.ListAsync(db, p, Viewer.PersonId, Reading.Now)).Value;
        }

        return Show(
            await ContactBook.ListAsync(db, p, Viewer.PersonId, Reading.Now),
            found => Found = found
        );
    }

    public async Task<IActionResult> OnPostMakeAsync(string p, string? body)
    {
        Result<RaisingLinkAnswer> made = await links.MakeAsync(
            Caller,
            p,
            new RaisingLinkBody(body, null)
        );
        if (made.IsRefused)
        {
            return await AnswerAsync(made, _ => Page(), () => OnGetAsync(p));
        }

        // No redirect: the key is told in this answer and nowhere else. Sent again, it makes another link, which can be revoked.
        NewKey = made.Value.Key;
        Response.Headers.CacheControl = "no-store";
        return await OnGetAsync(p);
    }

    public async Task<IActionResult> OnPostRevokeAsync(string p, string? link) =>
        await AnswerAsync(
            await links.RevokeAsync(Caller, link ?? ""),
            _ =>
            {
                Tell("The link leads nowhere any more.");
                return LocalRedirect($"/partnerships/{Uri.EscapeDataString(p)}/contacts");
            },
            () => OnGetAsync(p)
        );
}
