using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Partnerships;

/// <summary>What is proposed, before it is written down as a <see cref="PendingApproval"/>.</summary>
/// <param name="Kind">The <see cref="IApprovalKind.Kind"/> that will apply it.</param>
/// <param name="Title">What a second person reads first; no case text.</param>
/// <param name="ConcernsPersonId">Whom it is about, who may not decide it.</param>
/// <param name="Proposal">JSON for the kind; null where the subject's row holds all.</param>
public sealed record ApprovalDraft(
    string Kind,
    SubjectRef Subject,
    string Title,
    string? ConcernsPersonId = null,
    string? Proposal = null
);

/// <summary>Proposals that wait for a second person.</summary>
public sealed class ApprovalBook(ApprovalKinds kinds, PartnershipEvents events)
{
    /// <summary>Opens a proposal of the act's caller.</summary>
    public async Task<PendingApproval> ProposeAsync(Act act, ApprovalDraft draft)
    {
        PendingApproval approval = new()
        {
            Id = act.NewId(),
            PartnershipId = act.PartnershipId,
            Kind = kinds[draft.Kind].Kind,
            SubjectType = draft.Subject.Type,
            SubjectId = draft.Subject.Id,
            Title = draft.Title,
            ConcernsPersonId = draft.ConcernsPersonId,
            Proposal = draft.Proposal,
            ProposedBy = act.Caller.PersonId,
            ProposerBodies = [.. act.Kept<Standing>()?.Bodies ?? new HashSet<string>()],
            ProposedAt = act.Now,
            State = ApprovalStates.Pending,
        };
        act.Db.Add(approval);
        await events.RaiseAsync(
            act,
            new ApprovalOpened(approval, await WhoMayDecideAsync(act, approval))
        );
        return approval;
    }

    /// <summary>One proposal with what it would change, for those who may be second persons in its place, and for whoever proposed it.</summary>
    public async Task<Result<ApprovalDetail>> FindAsync(
        GovernanceDb db,
        string approvalId,
        string personId,
        DateTime now
    )
    {
        PendingApproval? approval = await db.Set<PendingApproval>()
            .SingleOrDefaultAsync(a => a.Id == approvalId);
        if (approval is null)
        {
            return Refusal.NotFound;
        }

        Standing standing = await Standing.LoadAsync(
            db,
            approval.PartnershipId,
            personId,
            London.DateOf(now)
        );
        if (
            PermissionAuthorisation.Check(standing, PartnershipsPermissions.Approve) is { } refusal
            && (approval.ProposedBy != personId || !standing.IsKnown)
        )
        {
            return refusal;
        }

        IApprovalKind kind = kinds[approval.Kind];
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            new[] { approval.ProposedBy, approval.DecidedBy }.OfType<string>()
        );
        Refusal? whyNot = ApprovalRules.Check(approval, kind, standing);
        return new ApprovalDetail(
            AnswerFor(approval, names, whyNot is null),
            await kind.DescribeAsync(db, approval),
            whyNot?.Message,
            ApprovalRules.CheckWithdrawal(approval, personId) is null,
            approval.DecidedBy is { } decider
                ? new PersonLine(decider, names.GetValueOrDefault(decider, decider))
                : null,
            approval.DecidedAt,
            approval.Reason
        );
    }

    internal Task PutAsideAsync(Act act, PendingApproval approval) =>
        kinds[approval.Kind].DeclineAsync(act, approval);

    internal async Task<IReadOnlyList<string>> WhoMayDecideAsync(Act act, PendingApproval approval)
    {
        DateOnly today = London.DateOf(act.Now);
        IReadOnlyList<Appointment> held = await AppointmentRoll.HeldAsync(
            act.Db,
            approval.PartnershipId,
            today
        );
        return
        [
            .. from person in held.GroupBy(a => a.PersonId)
            let standing = Standing.Of(approval.PartnershipId, person.Key, today, person)
            where ApprovalRules.Check(approval, kinds[approval.Kind], standing) is null
            orderby person.Key
            select person.Key,
        ];
    }

    /// <summary>What waits, of what the person may decide or has proposed, oldest first, over all their partnerships.</summary>
    public async Task<IReadOnlyList<ApprovalAnswer>> WaitingForAsync(
        GovernanceDb db,
        string personId,
        DateTime now
    )
    {
        DateOnly today = London.DateOf(now);
        IReadOnlyList<Appointment> held = await AppointmentRoll.OfPersonAsync(db, personId, today);
        string[] places =
        [
            .. held.Select(a => a.PartnershipId).Append(Partnership.Installation).Distinct(),
        ];
        List<PendingApproval> waiting = await db.Set<PendingApproval>()
            .Where(a => places.Contains(a.PartnershipId) && a.State == ApprovalStates.Pending)
            .OrderBy(a => a.Id)
            .ToListAsync();
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            waiting.Select(a => a.ProposedBy)
        );
        return
        [
            .. from approval in waiting
            let standing = Standing.Of(approval.PartnershipId, personId, today, held)
            let may = ApprovalRules.Check(approval, kinds[approval.Kind], standing) is null
            where standing.IsKnown && (may || approval.ProposedBy == personId)
            select AnswerFor(approval, names, may),
        ];
    }

    internal static ApprovalAnswer AnswerFor(
        PendingApproval approval,
        IReadOnlyDictionary<string, string> names,
        bool mayDecide
    ) =>
        new(
            approval.Id,
            approval.PartnershipId,
            approval.Kind,
            new ApprovalSubject(approval.SubjectType, approval.SubjectId, approval.Title),
            new PersonLine(
                approval.ProposedBy,
                names.GetValueOrDefault(approval.ProposedBy, approval.ProposedBy)
            ),
            approval.ProposedAt,
            approval.State,
            mayDecide
        );
}
