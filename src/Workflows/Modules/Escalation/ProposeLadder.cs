using System.Globalization;
using System.Text.Json;
using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Escalation;

/// <summary>
/// The business unit proposes a new version of a ladder, or a new ladder; it takes effect when a second person agrees
/// (<see cref="LadderApproval"/>). Challenges that are under way keep the version that they began on.
/// </summary>
public sealed class ProposeLadder(Acts acts, ApprovalBook approvals)
{
    public Task<Result<LadderProposed>> HandleAsync(
        ActCaller caller,
        string partnershipId,
        string key,
        LadderBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<LadderProposed>
            {
                Name = "ladder.propose",
                Caller = caller,
                Permission = EscalationPermissions.ProposeLadder,
                Locate = async act =>
                    partnershipId == Partnership.Installation
                        ? null
                        : await PartnershipPlace.LocateAsync(act, partnershipId),
                Decide = act => DecideAsync(act, key, body),
            },
            cancellation
        );

    private async Task<Result<LadderProposed>> DecideAsync(Act act, string key, LadderBody body)
    {
        Result<LadderContent> content = LadderRules.Check(key, body);
        FieldErrors errors = new();
        errors.Text(body.Reason, "reason", "Say why it changes; the second person reads it.");
        if (content.IsRefused || errors.AsRefusal() is not null)
        {
            return Refusal.Invalid(
                new Dictionary<string, string[]>(
                    (content.Refusal?.Errors ?? new Dictionary<string, string[]>()).Concat(
                        errors.AsRefusal()?.Errors ?? new Dictionary<string, string[]>()
                    ),
                    StringComparer.Ordinal
                )
            );
        }

        Ladder? ladder = await act
            .Db.Set<Ladder>()
            .SingleOrDefaultAsync(row => row.PartnershipId == act.PartnershipId && row.Key == key);
        int next = (ladder?.Newest ?? 0) + 1;
        PendingApproval approval = await approvals.ProposeAsync(
            act,
            new ApprovalDraft(
                LadderApproval.Name,
                new SubjectRef(EscalationWords.Ladder, ladder?.Id ?? key),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Ladder “{content.Value.Name}”, version {next}"
                ),
                Proposal: new LadderProposal(key, next, content.Value, body.Reason!.Trim()).Write()
            )
        );
        act.Payload = new
        {
            approval = approval.Id,
            key,
            version = next,
            content = content.Value,
            body.Reason,
        };
        return new LadderProposed(approval.Id, key, next);
    }
}

internal sealed record LadderProposal(string Key, int Version, LadderContent Content, string Reason)
{
    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static LadderProposal Read(PendingApproval approval) =>
        JsonSerializer.Deserialize<LadderProposal>(approval.Proposal!, JsonSerializerOptions.Web)!;
}

/// <summary>The second person's agreement to a ladder: from then on challenges begin on it.</summary>
public sealed class LadderApproval : IApprovalKind
{
    public const string Name = "ladder";

    public string Kind => Name;

    public bool FromAnotherBody => false;

    public bool MayApprove(Standing standing) =>
        standing.Holds(Roles.BusinessUnit) || standing.Seats.Any();

    public async Task<Result<Done>> ApplyAsync(Act act, PendingApproval approval)
    {
        LadderProposal proposal = LadderProposal.Read(approval);
        Ladder? ladder = await act
            .Db.Set<Ladder>()
            .SingleOrDefaultAsync(row =>
                row.PartnershipId == act.PartnershipId && row.Key == proposal.Key
            );
        if ((ladder?.Newest ?? 0) + 1 != proposal.Version)
        {
            return EscalationRefusals.LadderOvertaken;
        }

        if (ladder is null)
        {
            ladder = new Ladder
            {
                Id = act.NewId(),
                PartnershipId = act.PartnershipId,
                Key = proposal.Key,
                Newest = proposal.Version,
            };
            act.Db.Add(ladder);
        }

        ladder.Newest = proposal.Version;
        act.Db.Add(
            new LadderVersion
            {
                LadderId = ladder.Id,
                Number = proposal.Version,
                Content = proposal.Content.Write(),
                CreatedAt = act.Now,
                ProposedBy = approval.ProposedBy,
                AgreedBy = act.Caller.PersonId,
            }
        );
        act.AlsoRecord(
            "ladder.changed",
            new SubjectRef(EscalationWords.Ladder, ladder.Id),
            new
            {
                proposal.Key,
                proposal.Version,
                proposal.Content,
            }
        );
        return new Done();
    }

    public Task DeclineAsync(Act act, PendingApproval approval) => Task.CompletedTask;

    public Task<IReadOnlyList<ApprovalChange>> DescribeAsync(
        GovernanceDb db,
        PendingApproval approval
    )
    {
        LadderProposal proposal = LadderProposal.Read(approval);
        return Task.FromResult<IReadOnlyList<ApprovalChange>>([
            new("Ladder", proposal.Content.Name),
            new("Reason", proposal.Reason),
            .. proposal.Content.Stages.Select(
                (stage, place) =>
                    new ApprovalChange(
                        string.Create(CultureInfo.InvariantCulture, $"Stage {place + 1}"),
                        LadderWords.Of(stage, proposal.Content.WhereBlank)
                    )
            ),
        ]);
    }
}
