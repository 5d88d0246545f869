using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Scrutiny;

/// <summary>
/// A scrutineer's drafts, which nobody else can read (DOMAIN B5.7). Keys are derived and texts sealed before the act, since that takes
/// long and the database has one writer; the act writes what is sealed, and the record says that it was written, not what. No key of a
/// repeat is kept for these acts: its hash of what was sent would be a way to guess at a passphrase.
/// </summary>
public sealed class KeepDrafts(Acts acts, IReadGovernance reads, TimeProvider time)
{
    public const int MostText = 100_000;

    public async Task<Result<DraftSaved>> SaveAsync(
        ActCaller caller,
        string partnershipId,
        string? draftId,
        ChallengeDraftBody body,
        CancellationToken cancellation = default
    )
    {
        FieldErrors errors = new();
        CheckPassphrase(errors, body.Passphrase, "passphrase");
        errors.When(string.IsNullOrWhiteSpace(body.Text), "text", "Write the draft.");
        errors.When(body.Text?.Length > MostText, "text", $"Keep it to {MostText} characters.");
        if (errors.AsRefusal() is { } invalid)
        {
            return await RefuseReadingAsync(caller, partnershipId) ?? invalid;
        }

        if (await RefuseReadingAsync(caller, partnershipId) is { } refusal)
        {
            return refusal;
        }

        string id = draftId ?? Ids.New(Moments.Now(time));
        Result<OpenedSpace> opened = await OpenAsync(
            caller.PersonId,
            partnershipId,
            draftId,
            body.Passphrase!,
            makes: true
        );
        if (opened.IsRefused)
        {
            return opened.Refusal;
        }

        OpenedSpace space = opened.Value;
        byte[] text = DraftSecrecy.SealText(space.Key, id, body.Text!);
        return await RunAsync(
            "challenge-draft.save",
            caller,
            partnershipId,
            async act =>
            {
                if (space.New is var (row, key))
                {
                    act.Db.Add(row);
                    act.Db.Add(key);
                    await act.Db.SaveChangesAsync();
                }

                ChallengeDraft? draft = await act.Db.Set<ChallengeDraft>().FindAsync(id);
                if (draft is null && draftId is not null)
                {
                    return Refusal.NotFound;
                }

                if (draft is null)
                {
                    draft = new ChallengeDraft
                    {
                        Id = id,
                        SpaceId = space.SpaceId,
                        PartnershipId = act.PartnershipId,
                        Sealed = text,
                        SavedAt = act.Now,
                    };
                    act.Db.Add(draft);
                }

                draft.Sealed = text;
                draft.SavedAt = act.Now;
                act.Subject = new SubjectRef("challengeDraft", id);
                return new DraftSaved(id, act.Now);
            },
            cancellation
        );
    }

    /// <summary>What a draft says, to whoever has a key of its space and the passphrase of that key.</summary>
    public async Task<Result<OpenedDraft>> ReadAsync(
        ActCaller caller,
        string partnershipId,
        string draftId,
        DraftPassphraseBody body
    )
    {
        if (await RefuseReadingAsync(caller, partnershipId) is { } refusal)
        {
            return refusal;
        }

        Result<OpenedSpace> opened = await OpenAsync(
            caller.PersonId,
            partnershipId,
            draftId,
            body.Passphrase ?? "",
            makes: false
        );
        if (opened.IsRefused)
        {
            return opened.Refusal;
        }

        await using GovernanceDb db = reads.OpenReader();
        ChallengeDraft? draft = await db.Set<ChallengeDraft>().FindAsync(draftId);
        return draft is null ? Refusal.NotFound
            : DraftSecrecy.OpenText(opened.Value.Key, draftId, draft.Sealed) is { } text
                ? new OpenedDraft(draftId, draft.SavedAt, text)
            : ScrutinyRefusals.DraftDamaged;
    }

    /// <summary>Erases one of the caller's drafts: raised, or no longer wanted.</summary>
    public Task<Result<DraftSaved>> EraseAsync(
        ActCaller caller,
        string partnershipId,
        string draftId,
        CancellationToken cancellation = default
    ) =>
        RunAsync(
            "challenge-draft.erase",
            caller,
            partnershipId,
            async act =>
            {
                ChallengeDraft? draft = await act
                    .Db.Set<ChallengeDraft>()
                    .SingleOrDefaultAsync(each =>
                        each.Id == draftId
                        && each.PartnershipId == act.PartnershipId
                        && act.Db.Set<DraftKey>()
                            .Any(key =>
                                key.SpaceId == each.SpaceId && key.PersonId == caller.PersonId
                            )
                    );
                if (draft is null)
                {
                    return Refusal.NotFound;
                }

                act.Db.Remove(draft);
                act.Subject = new SubjectRef("challengeDraft", draftId);
                return new DraftSaved(draftId, act.Now);
            },
            cancellation
        );

    /// <summary>
    /// Another passphrase for the caller's own key, or a key of the caller's space for a successor, under a passphrase that the two
    /// tell one another outside this service.
    /// </summary>
    public async Task<Result<DraftSaved>> HandOverAsync(
        ActCaller caller,
        string partnershipId,
        DraftHandoverBody body,
        CancellationToken cancellation = default
    )
    {
        FieldErrors errors = new();
        CheckPassphrase(errors, body.NewPassphrase, "newPassphrase");
        Refusal? refusal = await RefuseReadingAsync(caller, partnershipId) ?? errors.AsRefusal();
        if (refusal is not null)
        {
            return refusal;
        }

        string to = string.IsNullOrWhiteSpace(body.Person) ? caller.PersonId : body.Person;
        if (to != caller.PersonId && !await IsScrutineerAsync(partnershipId, to))
        {
            return Refusal.Invalid(
                "person",
                "Hand drafts over to somebody who is or will be a scrutineer of this partnership."
            );
        }

        Result<OpenedSpace> opened = await OpenAsync(
            caller.PersonId,
            partnershipId,
            draftId: null,
            body.Passphrase ?? "",
            makes: false
        );
        if (opened.IsRefused)
        {
            return opened.Refusal;
        }

        string spaceId = opened.Value.SpaceId;
        (byte[] salt, byte[] wrapped) = DraftSecrecy.Wrap(
            opened.Value.Key,
            body.NewPassphrase!,
            spaceId,
            to
        );
        return await RunAsync(
            to == caller.PersonId
                ? "challenge-draft.change-passphrase"
                : "challenge-draft.hand-over",
            caller,
            partnershipId,
            async act =>
            {
                DraftKey? key = await act.Db.Set<DraftKey>().FindAsync(spaceId, to);
                if (key is null)
                {
                    act.Db.Add(
                        new DraftKey
                        {
                            SpaceId = spaceId,
                            PersonId = to,
                            Salt = salt,
                            Iterations = DraftSecrecy.Iterations,
                            Wrapped = wrapped,
                        }
                    );
                }
                else
                {
                    (key.Salt, key.Iterations, key.Wrapped) = (
                        salt,
                        DraftSecrecy.Iterations,
                        wrapped
                    );
                }

                act.Subject = new SubjectRef("challengeDraftSpace", spaceId);
                act.Payload = new { to };
                return new DraftSaved(spaceId, act.Now);
            },
            cancellation
        );
    }

    /// <summary>The drafts that the person has a key for: when they were saved, and nothing more.</summary>
    public async Task<Result<IReadOnlyList<DraftLine>>> ListAsync(
        ActCaller caller,
        string partnershipId
    )
    {
        if (await RefuseReadingAsync(caller, partnershipId) is { } refusal)
        {
            return refusal;
        }

        await using GovernanceDb db = reads.OpenReader();
        return await db.Set<ChallengeDraft>()
            .Where(draft =>
                draft.PartnershipId == partnershipId
                && db.Set<DraftKey>()
                    .Any(key => key.SpaceId == draft.SpaceId && key.PersonId == caller.PersonId)
            )
            .OrderByDescending(draft => draft.Id)
            .Select(draft => new DraftLine(
                draft.Id,
                draft.SavedAt,
                db.Set<DraftSpace>()
                    .Any(space => space.Id == draft.SpaceId && space.OwnerId == caller.PersonId)
            ))
            .ToListAsync();
    }

    private Task<Result<DraftSaved>> RunAsync(
        string name,
        ActCaller caller,
        string partnershipId,
        Func<Act, Task<Result<DraftSaved>>> decide,
        CancellationToken cancellation
    ) =>
        acts.RunAsync(
            new ActRequest<DraftSaved>
            {
                Name = name,
                Caller = caller with { Idempotency = null },
                Permission = ScrutinyPermissions.Scrutinise,
                Locate = async act =>
                    await act.HoldAsync<Partnership>(partnershipId)
                        ? new ActPlace(partnershipId, new SubjectRef("partnership", partnershipId))
                        : null,
                Decide = decide,
            },
            cancellation
        );

    private async Task<Refusal?> RefuseReadingAsync(ActCaller caller, string partnershipId)
    {
        await using GovernanceDb db = reads.OpenReader();
        return (
            await PermissionAuthorisation.ForReadingAsync(
                db,
                partnershipId,
                caller.PersonId,
                ScrutinyPermissions.Scrutinise,
                London.DateOf(Moments.Now(time))
            )
        ).Refusal;
    }

    private async Task<bool> IsScrutineerAsync(string partnershipId, string person)
    {
        await using GovernanceDb db = reads.OpenReader();
        DateOnly today = London.DateOf(Moments.Now(time));
        return (await AppointmentRoll.HistoryAsync(db, partnershipId)).Any(a =>
            a.PersonId == person
            && a.Role == Roles.Scrutineer
            && a.Status != AppointmentStates.Declined
            && a.LastDay >= today
        );
    }

    /// <summary>The key of the draft's space, or of the person's own; made where they have none and <paramref name="makes"/> says so.</summary>
    private async Task<Result<OpenedSpace>> OpenAsync(
        string person,
        string partnershipId,
        string? draftId,
        string passphrase,
        bool makes
    )
    {
        if (passphrase.Length > DraftSecrecy.MostPassphrase)
        {
            return ScrutinyRefusals.WrongPassphrase;
        }

        await using GovernanceDb db = reads.OpenReader();
        string? spaceId = draftId is null
            ? await db.Set<DraftSpace>()
                .Where(each => each.PartnershipId == partnershipId && each.OwnerId == person)
                .Select(each => each.Id)
                .SingleOrDefaultAsync()
            : await db.Set<ChallengeDraft>()
                .Where(each => each.Id == draftId && each.PartnershipId == partnershipId)
                .Select(each => each.SpaceId)
                .SingleOrDefaultAsync();
        if (spaceId is null && (draftId is not null || !makes))
        {
            return Refusal.NotFound;
        }

        if (spaceId is null)
        {
            return Make(person, partnershipId, passphrase);
        }

        DraftKey? key = await db.Set<DraftKey>().FindAsync(spaceId, person);
        return key is null ? Refusal.NotFound
            : DraftSecrecy.Unwrap(key, passphrase) is { } opened
                ? new OpenedSpace(spaceId, opened, null)
            : ScrutinyRefusals.WrongPassphrase;
    }

    private OpenedSpace Make(string person, string partnershipId, string passphrase)
    {
        DateTime now = Moments.Now(time);
        DraftSpace space = new()
        {
            Id = Ids.New(now),
            PartnershipId = partnershipId,
            OwnerId = person,
            CreatedAt = now,
        };
        byte[] key = DraftSecrecy.NewKey();
        (byte[] salt, byte[] wrapped) = DraftSecrecy.Wrap(key, passphrase, space.Id, person);
        return new OpenedSpace(
            space.Id,
            key,
            (
                space,
                new DraftKey
                {
                    SpaceId = space.Id,
                    PersonId = person,
                    Salt = salt,
                    Iterations = DraftSecrecy.Iterations,
                    Wrapped = wrapped,
                }
            )
        );
    }

    private static void CheckPassphrase(FieldErrors errors, string? passphrase, string field) =>
        errors.When(
            passphrase
                is not {
                    Length: >= DraftSecrecy.LeastPassphrase and <= DraftSecrecy.MostPassphrase
                },
            field,
            $"Give a passphrase of {DraftSecrecy.LeastPassphrase} to {DraftSecrecy.MostPassphrase} characters: several words that nobody guesses."
        );

    private sealed record OpenedSpace(string SpaceId, byte[] Key, (DraftSpace, DraftKey)? New);
}
