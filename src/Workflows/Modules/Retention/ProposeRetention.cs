using System.Text.Json;
using Governance.Contracts;
using Governance.Contracts.Retention;
using Governance.Modules.Meetings;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Retention;

/// <summary>
/// The business unit proposes how long a class is kept. It applies when a second person agrees (<see cref="RetentionApproval"/>); what
/// is under hold stays whatever the period is.
/// </summary>
public sealed class ProposeRetention(Acts acts, ApprovalBook approvals)
{
    public Task<Result<RetentionProposed>> HandleAsync(
        ActCaller caller,
        string partnershipId,
        string key,
        ProposeRetentionBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<RetentionProposed>
            {
                Name = "retention.propose",
                Caller = caller,
                Permission = RetentionPermissions.Keep,
                Locate = async act =>
                    partnershipId != Partnership.Installation
                    && await act.LockAsync<Partnership>(partnershipId) is not null
                        ? new ActPlace(partnershipId, new SubjectRef(RetentionWords.Class, key))
                        : null,
                Decide = act => DecideAsync(act, key, body),
            },
            cancellation
        );

    private async Task<Result<RetentionProposed>> DecideAsync(
        Act act,
        string key,
        ProposeRetentionBody body
    )
    {
        RetentionRule? current = (
            await RetentionSchedule.OfAsync(act.Db, act.PartnershipId)
        ).FirstOrDefault(rule => rule.Key == key);
        if (current is null)
        {
            return RetentionRefusals.NoSuchClass;
        }

        Result<RetentionRule> proposed = Next(current, body);
        if (proposed.IsRefused)
        {
            return proposed.Refusal;
        }

        RetentionRule next = proposed.Value;
        PendingApproval approval = await approvals.ProposeAsync(
            act,
            new ApprovalDraft(
                RetentionApproval.Name,
                act.Subject,
                $"{current.Name}: {next.InWords}",
                Proposal: JsonSerializer.Serialize(next, JsonSerializerOptions.Web)
            )
        );
        act.Payload = new { approval = approval.Id, rule = next };
        return new RetentionProposed(approval.Id, key, next.Version);
    }

    /// <summary>The rule that would follow, or everything that is wrong with it.</summary>
    internal static Result<RetentionRule> Next(RetentionRule current, ProposeRetentionBody body)
    {
        FieldErrors errors = new();
        string reason = errors.Needed(body.Reason, "reason", RetentionRules.MostText);
        string source = errors.Needed(body.Source, "source", RetentionRules.MostText);
        errors.When(
            !RetentionStarts.All.Contains(body.Starts),
            "starts",
            "Say what starts the period."
        );
        errors.When(
            body.Years is < RetentionRules.FewestYears or > RetentionRules.MostYears,
            "years",
            $"Give {RetentionRules.FewestYears} to {RetentionRules.MostYears} years, or none for what is kept for ever."
        );
        if (errors.AsRefusal() is { } invalid)
        {
            return invalid;
        }

        return current with
        {
            Version = current.Version + 1,
            Starts = body.Starts!,
            Years = body.Years,
            Reason = reason,
            Source = source,
        };
    }
}

/// <summary>The second person's agreement to how long a class is kept: of a business unit, or a seat's lead or delegate.</summary>
public sealed class RetentionApproval : IApprovalKind
{
    public const string Name = "retentionClass";

    public string Kind => Name;

    public bool FromAnotherBody => false;

    public bool MayApprove(Standing standing) =>
        standing.Holds(Roles.BusinessUnit) || HoldRules.SeatOf(standing) is not null;

    public async Task<Result<Done>> ApplyAsync(Act act, PendingApproval approval)
    {
        RetentionRule next = Read(approval);
        RetentionRule current = (await RetentionSchedule.OfAsync(act.Db, act.PartnershipId)).Single(
            rule => rule.Key == next.Key
        );
        if (next.Version != current.Version + 1)
        {
            return RetentionRefusals.Overtaken;
        }

        act.Db.Add(
            new RetentionClassVersion
            {
                PartnershipId = act.PartnershipId,
                Key = next.Key,
                Number = next.Version,
                Starts = next.Starts,
                Years = next.Years,
                Reason = next.Reason,
                Source = next.Source,
                ProposedBy = approval.ProposedBy,
                AgreedBy = act.Caller.PersonId,
                CreatedAt = act.Now,
            }
        );
        act.AlsoRecord(
            "retention.changed",
            new SubjectRef(RetentionWords.Class, next.Key),
            new { was = current, becomes = next }
        );
        return new Done();
    }

    public Task DeclineAsync(Act act, PendingApproval approval) => Task.CompletedTask;

    public async Task<IReadOnlyList<ApprovalChange>> DescribeAsync(
        GovernanceDb db,
        PendingApproval approval
    )
    {
        RetentionRule next = Read(approval);
        RetentionRule current = (
            await RetentionSchedule.OfAsync(db, approval.PartnershipId)
        ).Single(rule => rule.Key == next.Key);
        return
        [
            new("Class", next.Name),
            new("Kept", $"{next.InWords}, instead of {current.InWords}"),
            new("Why", next.Reason),
            new("Source", next.Source),
        ];
    }

    private static RetentionRule Read(PendingApproval approval) =>
        JsonSerializer.Deserialize<RetentionRule>(approval.Proposal!, JsonSerializerOptions.Web)!;
}
