using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Escalation;

/// <summary>The links by which people of a body raise challenges without an account: made, listed, exchanged, revoked.</summary>
public sealed class RaisingLinks(Acts acts, IReadGovernance reading, TimeProvider time)
{
    /// <summary>Made by the body itself, or the business unit for it. The key is told here and never again.</summary>
    public async Task<Result<RaisingLinkAnswer>> MakeAsync(
        ActCaller caller,
        string partnershipId,
        RaisingLinkBody body,
        CancellationToken cancellation = default
    )
    {
        string key = EscalationKeys.New();
        Result<RaisingLinkAnswer> made = await acts.RunAsync(
            new ActRequest<RaisingLinkAnswer>
            {
                Name = "raising-link.make",
                // Without a key of idempotency: an answer that is kept would keep the secret.
                Caller = caller with
                {
                    Idempotency = null,
                },
                Permission = EscalationPermissions.KeepContacts,
                Locate = async act =>
                    partnershipId == Partnership.Installation
                        ? null
                        : await PartnershipPlace.LocateAsync(act, partnershipId),
                Decide = act => DecideAsync(act, body, key),
            },
            cancellation
        );
        return made.Then(link => link with { Key = key });
    }

    public Task<Result<Done>> RevokeAsync(
        ActCaller caller,
        string linkId,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<Done>
            {
                Name = "raising-link.revoke",
                Caller = caller,
                Permission = EscalationPermissions.KeepContacts,
                Locate = act => LocateAsync(act, linkId),
                Decide = async act =>
                {
                    RaisingLink link = (await act.Db.Set<RaisingLink>().FindAsync(linkId))!;
                    if (
                        EscalationPermissions.CheckKeeper(act.Kept<Standing>()!, link.Body) is
                        { } notTheirs
                    )
                    {
                        return notTheirs;
                    }

                    if (link.RevokedAt is not null)
                    {
                        return EscalationRefusals.LinkIsRevoked;
                    }

                    link.RevokedAt = act.Now;
                    link.RevokedBy = act.Caller.PersonId;
                    return new Done();
                },
            },
            cancellation
        );

    /// <summary>The links of the bodies that the reader keeps; the business unit's are all.</summary>
    public static async Task<Result<IReadOnlyList<RaisingLinkAnswer>>> ListAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now
    )
    {
        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            partnershipId,
            personId,
            EscalationPermissions.KeepContacts,
            London.DateOf(now)
        );
        if (standing.IsRefused)
        {
            return standing.Refusal;
        }

        IReadOnlyDictionary<string, string> names = await EscalationParties.NamesAsync(
            db,
            partnershipId
        );
        return (
            await db.Set<RaisingLink>()
                .AsNoTracking()
                .Where(link => link.PartnershipId == partnershipId)
                .OrderByDescending(link => link.Id)
                .ToListAsync()
        )
            .Where(link => EscalationPermissions.CheckKeeper(standing.Value, link.Body) is null)
            .Select(link => Answer(link, names))
            .ToList();
    }

    /// <summary>What a key leads to: the place and what a challenge can be there; "not found" for one that leads nowhere.</summary>
    public async Task<Result<RaisingPlaceAnswer>> ExchangeAsync(string? key)
    {
        if (await FindAsync(key) is not { } link)
        {
            return Refusal.NotFound;
        }

        await using GovernanceDb db = reading.OpenReader();
        Partnership place = (await db.Set<Partnership>().FindAsync(link.PartnershipId))!;
        IReadOnlyDictionary<string, string> names = await EscalationParties.NamesAsync(
            db,
            link.PartnershipId
        );
        bool isSeat = Seats.All.Contains(link.Body);
        return new RaisingPlaceAnswer(
            place.Id,
            place.Name,
            link.Body,
            names.GetValueOrDefault(link.Body, link.Body),
            await ContactBook.FrontDoorOfAsync(db, place.Id),
            [
                .. (await LadderBook.AllAsync(db, place.Id)).Where(ladder =>
                    isSeat || ladder.Kind == LadderKinds.Practitioner
                ),
            ],
            await EscalationParties.OfAsync(db, place.Id, London.DateOf(Moments.Now(time))),
            EscalationWords.Themes
        );
    }

    internal async Task<RaisingLink?> FindAsync(string? key)
    {
        if (EscalationKeys.HashOf(key) is not { } hash)
        {
            return null;
        }

        await using GovernanceDb db = reading.OpenReader();
        return await db.Set<RaisingLink>()
            .AsNoTracking()
            .SingleOrDefaultAsync(link => link.KeyHash == hash && link.RevokedAt == null);
    }

    private static async Task<Result<RaisingLinkAnswer>> DecideAsync(
        Act act,
        RaisingLinkBody body,
        string key
    )
    {
        FieldErrors errors = new();
        bool known = (
            await EscalationParties.OfAsync(act.Db, act.PartnershipId, London.DateOf(act.Now))
        ).Any(party => party.Id == body.Body);
        errors.When(
            !known,
            "body",
            "Say whose people raise through it: a relevant agency’s id, or a statutory seat."
        );
        errors.When(
            body.Label?.Length > RaisingLink.MostLabel,
            "label",
            $"Keep this to {RaisingLink.MostLabel} characters."
        );
        if (errors.AsRefusal() is { } invalid)
        {
            return invalid;
        }

        if (EscalationPermissions.CheckKeeper(act.Kept<Standing>()!, body.Body!) is { } notTheirs)
        {
            return notTheirs;
        }

        RaisingLink link = new()
        {
            Id = act.NewId(),
            PartnershipId = act.PartnershipId,
            Body = body.Body!,
            Label = LadderRules.Blank(body.Label),
            KeyHash = EscalationKeys.HashOf(key)!,
            MadeAt = act.Now,
            MadeBy = act.Caller.PersonId,
        };
        act.Db.Add(link);
        act.Subject = new SubjectRef("raisingLink", link.Id);
        act.Payload = new { link.Body };
        return Answer(link, await EscalationParties.NamesAsync(act.Db, act.PartnershipId));
    }

    private static async Task<ActPlace?> LocateAsync(Act act, string linkId)
    {
        string? partnershipId = await act
            .Db.Set<RaisingLink>()
            .Where(link => link.Id == linkId)
            .Select(link => link.PartnershipId)
            .SingleOrDefaultAsync();
        return
            partnershipId is not null && await act.LockAsync<Partnership>(partnershipId) is not null
            ? new ActPlace(partnershipId, new SubjectRef("raisingLink", linkId))
            : null;
    }

    private static RaisingLinkAnswer Answer(
        RaisingLink link,
        IReadOnlyDictionary<string, string> names
    ) =>
        new(
            link.Id,
            link.Body,
            names.GetValueOrDefault(link.Body, link.Body),
            link.Label,
            link.MadeAt,
            link.RevokedAt
        );
}
