using Governance.Contracts;
using Governance.Contracts.Retention;
using Governance.Modules.Calendars;
using Governance.Modules.Meetings;
using Governance.Modules.Partnerships;
using Governance.Modules.Retention.Holdings;
using Governance.Modules.Scrutiny;
using Governance.Storage;

namespace Governance.Modules.Retention;

/// <summary>The business unit proposes a list of what is due and under no hold; the rule that applies is kept with each.</summary>
public sealed class ProposeDisposal
{
    /// <summary>So that whoever agrees can look at each.</summary>
    public const int Most = 50;

    private readonly Acts _acts;
    private readonly Subjects _subjects;

    internal ProposeDisposal(Acts acts, Subjects subjects) => (_acts, _subjects) = (acts, subjects);

    public Task<Result<DisposalAnswer>> HandleAsync(
        ActCaller caller,
        string partnershipId,
        ProposeDisposalBody body,
        CancellationToken cancellation = default
    ) =>
        _acts.RunAsync(
            new ActRequest<DisposalAnswer>
            {
                Name = "disposal.propose",
                Caller = caller,
                Permission = RetentionPermissions.Keep,
                Locate = async act =>
                    partnershipId != Partnership.Installation
                    && await act.LockAsync<Partnership>(partnershipId) is not null
                        ? new ActPlace(
                            partnershipId,
                            new SubjectRef(RetentionWords.Disposal, act.NewId())
                        )
                        : null,
                Decide = act => DecideAsync(act, body),
            },
            cancellation
        );

    private async Task<Result<DisposalAnswer>> DecideAsync(Act act, ProposeDisposalBody body)
    {
        FieldErrors errors = new();
        string reason = errors.Needed(body.Reason, "reason", Disposal.MostReason);
        DisposalSubject[] wanted = [.. (body.Subjects ?? []).Distinct()];
        errors.When(
            wanted.Length is 0 or > Most || wanted.Contains(null!),
            "subjects",
            $"Choose 1 to {Most} of what is due."
        );
        if (errors.AsRefusal() is { } invalid)
        {
            return invalid;
        }

        Disposal disposal = new()
        {
            Id = act.Subject.Id,
            PartnershipId = act.PartnershipId,
            Reason = reason,
            State = DisposalStates.Proposed,
            ProposedBy = act.Caller.PersonId,
            ProposedAt = act.Now,
            NeedsScrutiny = wanted.Any(each => each.Type == ScrutinyWords.Challenge),
        };
        act.Db.Add(disposal);
        IReadOnlyList<RetentionRule> schedule = await RetentionSchedule.OfAsync(
            act.Db,
            act.PartnershipId
        );
        List<DisposalItem> items = [];
        foreach (DisposalSubject each in wanted)
        {
            Result<DisposalItem> item = await ItemAsync(act, disposal, each, schedule);
            if (item.IsRefused)
            {
                return item.Refusal;
            }

            items.Add(item.Value);
        }

        act.Db.AddRange(items);
        act.Payload = new
        {
            reason,
            subjects = items.Select(item => new
            {
                item.SubjectType,
                item.SubjectId,
                item.Rule,
                item.DueOn,
            }),
        };
        await RetentionNotices.ProposedAsync(act, disposal);
        return await DisposalBook.AnswerAsync(act.Db, _subjects, disposal, items);
    }

    private async Task<Result<DisposalItem>> ItemAsync(
        Act act,
        Disposal disposal,
        DisposalSubject wanted,
        IReadOnlyList<RetentionRule> schedule
    )
    {
        HeldSubject? subject = await _subjects.FindAsync(
            act.Db,
            act.PartnershipId,
            wanted.Type,
            wanted.Id
        );
        if (subject is null)
        {
            return Refusal.Invalid("subjects", "Choose from what is due.");
        }

        if (await Subjects.IsHeldAsync(act.Db, subject))
        {
            return RetentionRefusals.Held;
        }

        RetentionRule rule = schedule.Single(each => each.SubjectType == wanted.Type);
        RetentionFacts facts = await Subjects.FactsAsync(act.Db, subject);
        if (!RetentionRules.IsDue(rule, facts, isHeld: false, London.DateOf(act.Now)))
        {
            return RetentionRefusals.NotDue;
        }

        if (await DisposalBook.OpenItemAsync(act.Db, wanted.Type!, wanted.Id!) is not null)
        {
            return RetentionRefusals.OnAList;
        }

        return new DisposalItem
        {
            Id = act.NewId(),
            DisposalId = disposal.Id,
            PartnershipId = act.PartnershipId,
            SubjectType = wanted.Type!,
            SubjectId = wanted.Id!,
            Label = subject.Label,
            ClassKey = rule.Key,
            ClassVersion = rule.Version,
            Rule = rule.InWords,
            DueOn = RetentionRules.DueOn(rule, facts)!.Value,
            State = DisposalItemStates.Waiting,
        };
    }
}
