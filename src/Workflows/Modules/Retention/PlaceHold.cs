using Governance.Contracts;
using Governance.Contracts.Retention;
using Governance.Modules.Meetings;
using Governance.Modules.Partnerships;
using Governance.Modules.Record;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Retention;

/// <summary>
/// A seat's lead or delegate, the scrutineer or the business unit forbids the destruction of a subject, of a person's data or of a whole
/// class. Disposals and erasures take the same locks, so that none goes past a hold that was placed meanwhile.
/// </summary>
public sealed class PlaceHold(Acts acts)
{
    public Task<Result<HoldAnswer>> HandleAsync(
        ActCaller caller,
        string partnershipId,
        PlaceHoldBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<HoldAnswer>
            {
                Name = "hold.place",
                Caller = caller,
                Permission = RetentionPermissions.Hold,
                Locate = async act =>
                    partnershipId != Partnership.Installation
                    && await act.LockAsync<Partnership>(partnershipId) is not null
                        ? new ActPlace(
                            partnershipId,
                            new SubjectRef(RetentionWords.Hold, act.NewId())
                        )
                        : null,
                Decide = act => DecideAsync(act, body),
            },
            cancellation
        );

    private static async Task<Result<HoldAnswer>> DecideAsync(Act act, PlaceHoldBody body)
    {
        if (HoldRules.BodyOf(act.Kept<Standing>()!) is not { } placedFor)
        {
            return RetentionRefusals.PlacesNoHold;
        }

        FieldErrors errors = new();
        string reason = errors.Needed(body.Reason, "reason", LegalHold.MostReason);
        string reference = errors.Needed(body.Reference, "reference", LegalHold.MostReference);
        await CheckSubjectAsync(act, body, errors);
        if (errors.AsRefusal() is { } invalid)
        {
            return invalid;
        }

        LegalHold hold = new()
        {
            Id = act.Subject.Id,
            PartnershipId = act.PartnershipId,
            Scope = body.Scope!,
            SubjectType = body.Scope == HoldScopes.Person ? RetentionWords.Person : body.Type!,
            SubjectId = body.Scope == HoldScopes.Class ? null : body.Id,
            Reason = reason,
            Reference = reference,
            PlacedBy = act.Caller.PersonId,
            PlacedFor = placedFor,
            PlacedAt = act.Now,
        };
        act.Db.Add(hold);
        act.Payload = new
        {
            hold.Scope,
            type = hold.SubjectType,
            id = hold.SubjectId,
            hold.Reason,
            hold.Reference,
            hold.PlacedFor,
        };
        await RetentionNotices.HeldAsync(act, hold);
        return await HoldBook.AnswerAsync(act.Db, hold);
    }

    private static async Task CheckSubjectAsync(Act act, PlaceHoldBody body, FieldErrors errors)
    {
        string partnership = act.PartnershipId;
        switch (body.Scope)
        {
            case HoldScopes.Class:
                errors.When(
                    !RetentionWords.Disposable.Contains(body.Type),
                    "type",
                    "Choose one of the classes of the schedule."
                );
                break;
            case HoldScopes.Person:
                errors.When(
                    body.Id is null
                        || !await act
                            .Db.Set<Appointment>()
                            .AnyAsync(held =>
                                held.PartnershipId == partnership && held.PersonId == body.Id
                            ),
                    "id",
                    "Name somebody who holds or held something in the partnership."
                );
                break;
            case HoldScopes.Subject:
                errors.When(
                    body.Type is null or { Length: > 64 }
                        || body.Id is null
                        || !await act
                            .Db.Set<RecordEntry>()
                            .AnyAsync(entry =>
                                entry.PartnershipId == partnership
                                && entry.SubjectType == body.Type
                                && entry.SubjectId == body.Id
                            ),
                    "id",
                    "Name something that the partnership's record knows."
                );
                break;
            default:
                errors.When(true, "scope", "Say whether it is a subject, a person or a class.");
                break;
        }
    }
}
