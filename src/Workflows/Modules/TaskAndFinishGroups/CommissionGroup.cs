using System.Globalization;
using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Modules.Calendars;
using Governance.Modules.Meetings;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>
/// The business unit enters a commission: by a quorate decision, or by the lead of the commissioning seat (DOMAIN B4.1). The group's
/// body stands in the meeting structure, its first terms are written, its workflow starts.
/// </summary>
public sealed class CommissionGroup(
    Acts acts,
    WorkflowRunner workflows,
    InstallGroupFramework framework
)
{
    public Task<Result<GroupAnswer>> HandleAsync(
        ActCaller caller,
        string partnershipId,
        CommissionGroupBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<GroupAnswer>
            {
                Name = "group.commission",
                Caller = caller,
                Permission = GroupPermissions.Commission,
                Locate = async act =>
                    partnershipId == Partnership.Installation
                        ? null
                        : await PartnershipPlace.LocateAsync(act, partnershipId),
                Decide = act => DecideAsync(act, body),
            },
            cancellation
        );

    private async Task<Result<GroupAnswer>> DecideAsync(Act act, CommissionGroupBody body)
    {
        DateOnly today = London.DateOf(act.Now);
        Result<Commission> commission = GroupRules.Check(body, today);
        Decision? decision = string.IsNullOrWhiteSpace(body.Decision)
            ? null
            : await DecisionBook.FindAsync(act.Db, act.PartnershipId, body.Decision);
        if (Named(body, commission.Refusal, decision) is { } wrong)
        {
            return wrong;
        }

        MeetingBody? parent = body.Parent is null
            ? null
            : await BodyBook.FindAsync(act.Db, act.PartnershipId, body.Parent);
        if (body.Parent is not null && parent is not { IsDissolved: false })
        {
            return Refusal.Invalid("parent", "Name a body of this partnership that still meets.");
        }

        if (await CheckAuthorityAsync(act, commission.Value, decision) is { } refusal)
        {
            return refusal;
        }

        return await CreateAsync(
            act,
            commission.Value,
            decision,
            parent?.Id ?? decision?.BodyId,
            body.TermsOfReference
        );
    }

    /// <summary>All mistakes of the body in one answer.</summary>
    private static Refusal? Named(CommissionGroupBody body, Refusal? wrong, Decision? decision)
    {
        if (string.IsNullOrWhiteSpace(body.Decision) || decision is not null)
        {
            return wrong;
        }

        Dictionary<string, string[]> errors = wrong?.Errors?.ToDictionary() ?? [];
        errors["decision"] =
        [
            "Name a decision of this partnership by its id; leave it out where the seat’s lead commissions the group.",
        ];
        return Refusal.Invalid(errors);
    }

    private static async Task<Refusal?> CheckAuthorityAsync(
        Act act,
        Commission commission,
        Decision? decision
    )
    {
        if (decision is not null)
        {
            return decision.IsDecided ? null : GroupRefusals.NoDecision;
        }

        bool hasLead = (
            await AppointmentRoll.HeldAsync(act.Db, act.PartnershipId, London.DateOf(act.Now))
        ).Any(a => a.Seat == commission.CommissionedBy && a.Level == Levels.Lead);
        return hasLead ? null : GroupRefusals.NoLead;
    }

    private async Task<Result<GroupAnswer>> CreateAsync(
        Act act,
        Commission commission,
        Decision? decision,
        string? parent,
        string? terms
    )
    {
        TaskAndFinishGroup group = NewGroup(act, commission, decision);
        act.Db.Add(group);
        string text = TermsRules.Normal(
            GroupRules.Blank(terms) ?? TermsRules.Template(commission, NameOf(decision))
        );
        TermsOfReference first = SaveTerms.NewVersion(act, group, text, reviewOn: null);
        act.Db.Add(first);
        await BodyBook.AddAsync(
            act,
            new BodyDraft(
                group.Id,
                parent,
                group.Name,
                Short(group.Purpose, MeetingBody.MostPurpose),
                BodyKinds.TaskAndFinishGroup,
                QuorumRule.OfPlaces(2, allowsDiscretion: true),
                text
            )
        );
        act.Subject = group.Subject;
        act.Payload = new
        {
            group.Name,
            group.Purpose,
            group.Scope,
            deliverables = commission.Deliverables,
            decision = decision?.Id,
            decisionHash = decision?.Hash,
            group.CommissionedBy,
            group.Deadline,
            group.Sunset,
            group.ReportEvery,
            terms = first.Hash,
        };
        await act.Db.SaveChangesAsync();
        await framework.EnsureAsync(act);
        await GroupNotices.CommissionedAsync(act, group);
        Result<string> started = await workflows.StartAsync(
            act,
            new StartWorkflow(GroupWords.Definition, GroupWords.Group, group.Id)
        );
        if (started.IsRefused)
        {
            return started.Refusal;
        }

        group.InstanceId = started.Value;
        await act.Db.SaveChangesAsync();
        return await GroupWorkflow.AnswerAsync(act, group);
    }

    private static TaskAndFinishGroup NewGroup(
        Act act,
        Commission commission,
        Decision? decision
    ) =>
        new()
        {
            Id = act.NewId(),
            PartnershipId = act.PartnershipId,
            Name = commission.Name,
            Purpose = commission.Purpose,
            Scope = commission.Scope,
            Deliverables =
            [
                .. commission.Deliverables.Select(
                    (text, place) => new GroupDeliverable { Number = place + 1, Text = text }
                ),
            ],
            DecisionId = decision?.Id,
            CommissionedBy = commission.CommissionedBy,
            Deadline = commission.Deadline,
            Sunset = commission.Sunset,
            ReportEvery = commission.ReportEvery,
            State = GroupStates.Commissioned,
            CreatedAt = act.Now,
            CreatedBy = act.Caller.PersonId,
        };

    private static string? NameOf(Decision? decision) =>
        decision is null
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"decision {decision.Number} of {London.DateOf(decision.DecidedAt):d MMMM yyyy}"
            );

    private static string Short(string text, int most) => text.Length > most ? text[..most] : text;
}
