using Governance.Contracts;
using Governance.Contracts.Retention;
using Governance.Modules.Calendars;
using Governance.Modules.Meetings;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Retention;

/// <summary>
/// An administrator proposes that a person's data are erased from the whole installation; a business unit agrees
/// (<see cref="ErasureApproval"/>). Who it is about may not be that second person.
/// </summary>
public sealed class ProposeErasure(Acts acts, ApprovalBook approvals)
{
    public Task<Result<ErasureProposed>> HandleAsync(
        ActCaller caller,
        ProposeErasureBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<ErasureProposed>
            {
                Name = "person.propose-erasure",
                Caller = caller,
                Permission = RetentionPermissions.ProposeErasure,
                Locate = async act =>
                {
                    // It need not be there: an installation has people of its own only through its partnerships.
                    await act.LockAsync<Partnership>(Partnership.Installation);
                    return new ActPlace(
                        Partnership.Installation,
                        new SubjectRef(RetentionWords.Erasure, act.NewId())
                    );
                },
                Decide = act => DecideAsync(act, body),
            },
            cancellation
        );

    private async Task<Result<ErasureProposed>> DecideAsync(Act act, ProposeErasureBody body)
    {
        if (await NotPermittedAsync(act.Db, act.Kept<Standing>()!) is { } forbidden)
        {
            return forbidden;
        }

        FieldErrors errors = new();
        string reason = errors.Needed(body.Reason, "reason", PersonErasure.MostReason);
        Person? person = await FindAsync(act.Db, body.Person);
        errors.When(
            person is null,
            "person",
            "Give a reference, or an e-mail address that one person alone has."
        );
        if (errors.AsRefusal() is { } invalid)
        {
            return invalid;
        }

        string id = person!.Id;
        if (
            person.ErasedAt is not null
            || await act
                .Db.Set<PersonErasure>()
                .AnyAsync(each => each.PersonId == id && each.State != ErasureStates.Declined)
        )
        {
            return RetentionRefusals.ErasedAlready;
        }

        if (await ErasureRules.CheckAsync(act.Db, id, London.DateOf(act.Now)) is { } refusal)
        {
            return refusal;
        }

        act.Db.Add(
            new PersonErasure
            {
                Id = act.Subject.Id,
                PersonId = id,
                Reason = reason,
                State = ErasureStates.Proposed,
                ProposedBy = act.Caller.PersonId,
                ProposedAt = act.Now,
                Records = [],
            }
        );
        PendingApproval approval = await approvals.ProposeAsync(
            act,
            new ApprovalDraft(
                ErasureApproval.Name,
                act.Subject,
                "Erasure of a person’s data",
                ConcernsPersonId: id
            )
        );
        act.Payload = new
        {
            person = id,
            reason,
            approval = approval.Id,
        };
        return new ErasureProposed(act.Subject.Id, approval.Id);
    }

    /// <summary>Null for an administrator; 404 for who holds nothing anywhere.</summary>
    private static async Task<Refusal?> NotPermittedAsync(GovernanceDb db, Standing standing) =>
        standing.HoldsAny(RetentionPermissions.Erase.Roles) ? null
        : (await AppointmentRoll.OfPersonAsync(db, standing.PersonId, standing.On)).Count == 0
            ? Refusal.NotFound
        : PartnershipsRefusals.NotPermitted(RetentionPermissions.Erase);

    private static async Task<Person?> FindAsync(GovernanceDb db, string? given)
    {
        string wanted = (given ?? string.Empty).Trim();
        if (wanted.Length is 0 or > 320)
        {
            return null;
        }

        string small = wanted.ToLowerInvariant();
#pragma warning disable CA1862 // The database lowers both sides; an address is the same in capitals.
        List<Person> found = await db.Set<Person>()
            .AsNoTracking()
            .Where(person =>
                person.Id == wanted || (person.Email != null && person.Email.ToLower() == small)
            )
            .Take(2)
            .ToListAsync();
#pragma warning restore CA1862
        return found.Count == 1 ? found[0] : null;
    }
}

/// <summary>The second person's agreement to an erasure: a business unit's. It is carried out right afterwards.</summary>
public sealed class ErasureApproval : IApprovalKind
{
    public const string Name = "personErasure";

    public string Kind => Name;

    public bool FromAnotherBody => false;

    public bool MayApprove(Standing standing) => standing.Holds(Roles.BusinessUnit);

    public async Task<Result<Done>> ApplyAsync(Act act, PendingApproval approval)
    {
        PersonErasure erasure = await ErasureAsync(act, approval);
        if (
            await ErasureRules.CheckAsync(act.Db, erasure.PersonId, London.DateOf(act.Now)) is
            { } refusal
        )
        {
            return refusal;
        }

        erasure.State = ErasureStates.Approved;
        (erasure.ApprovedBy, erasure.ApprovedAt) = (act.Caller.PersonId, act.Now);
        return new Done();
    }

    public async Task DeclineAsync(Act act, PendingApproval approval) =>
        (await ErasureAsync(act, approval)).State = ErasureStates.Declined;

    public async Task<IReadOnlyList<ApprovalChange>> DescribeAsync(
        GovernanceDb db,
        PendingApproval approval
    )
    {
        PersonErasure erasure = await db.Set<PersonErasure>()
            .SingleAsync(each => each.Id == approval.SubjectId);
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            [erasure.PersonId]
        );
        return
        [
            new("Person", names.GetValueOrDefault(erasure.PersonId, erasure.PersonId)),
            new("Why", erasure.Reason),
            new(
                "What happens",
                "Name, addresses, directory ids, settings, notices and texts that name them go. What they did stays under a pseudonym, with the capacity in which they did it."
            ),
            new("Cannot be undone", "They can never sign in as this person again."),
        ];
    }

    private static Task<PersonErasure> ErasureAsync(Act act, PendingApproval approval) =>
        act.Db.Set<PersonErasure>().SingleAsync(each => each.Id == approval.SubjectId);
}
