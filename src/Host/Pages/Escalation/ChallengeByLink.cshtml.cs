using Governance.Contracts;
using Governance.Host.Composition;
using Governance.Modules.Escalation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Governance.Host.Pages.Escalation;

/// <summary>Somebody without an account raises a challenge, for the body whose link they hold.</summary>
[AllowAnonymous]
[EnableRateLimiting(RequestLimits.Keys)]
internal sealed class ChallengeByLinkModel(
    RaiseEscalation raise,
    RaisingLinks links,
    KeyCookie cookie
) : RaisePage
{
    protected override bool RequiresSignIn => false;

    public RaisingPlaceAnswer Place { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        Result<RaisingPlaceAnswer> place = await links.ExchangeAsync(
            cookie.Read(HttpContext, KeyCookie.Raising)
        );
        if (place.IsRefused)
        {
            return LocalRedirect("/raise");
        }

        Place = place.Value;
        (Ladders, Bodies, FrontDoor) = (Place.Ladders, Place.Bodies, Place.FrontDoor);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        string? key = cookie.Read(HttpContext, KeyCookie.Raising);
        if ((await links.ExchangeAsync(key)).IsRefused)
        {
            return LocalRedirect("/raise");
        }

        return await AnswerAsync(
            await raise.HandleByLinkAsync(links, new RaiseByLinkBody(key, Body), FormKey),
            raised =>
            {
                if (raised.StatusKey is { } status)
                {
                    cookie.Keep(HttpContext, KeyCookie.Status, status);
                    return LocalRedirect("/raise/done");
                }

                return LocalRedirect("/status");
            },
            OnGetAsync
        );
    }
}
