using System.Text.Json;
using Governance.Contracts;
using Governance.Engine.Definitions;
using Governance.Modules.Meetings;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Definitions;

/// <summary>What a second person is asked to agree to.</summary>
/// <param name="Action"><c>publish</c> or <c>retract</c>. Saved; never changes.</param>
/// <param name="Hash">Of the text as it was proposed.</param>
/// <param name="Reason">Why, in the words of whoever proposed it; null where none was given.</param>
public sealed record DefinitionProposal(
    string Action,
    string Version,
    int Number,
    string Hash,
    string? Reason = null
)
{
    public const int MostReason = 2_000;

    public const string Publish = "publish";
    public const string Retract = "retract";

    internal static DefinitionProposal Of(PendingApproval approval) =>
        JsonSerializer.Deserialize<DefinitionProposal>(
            approval.Proposal!,
            JsonSerializerOptions.Web
        )!;
}

/// <summary>Where a proposal waits: for a second person, or for the three seats.</summary>
internal sealed record Proposed(string? Approval, string? Round);

/// <summary>Asks a second person, or the three seats, to agree to the publication or retraction of a version.</summary>
public sealed class DefinitionProposals(
    DefinitionBook definitions,
    ApprovalBook approvals,
    FrameworkChanges framework
)
{
    /// <summary>What waits for a second person about a definition; null when nothing does.</summary>
    public static Task<PendingApproval?> WaitingAsync(
        GovernanceDb db,
        string partnershipId,
        string definitionId
    ) =>
        db.Set<PendingApproval>()
            .SingleOrDefaultAsync(one =>
                one.PartnershipId == partnershipId
                && one.Kind == DefinitionApproval.Name
                && one.SubjectId == definitionId
                && one.State == ApprovalStates.Pending
            );

    /// <summary>
    /// Checks that it could be done now, and opens the approval, or the sign-off by the three seats where the definition is the
    /// framework's. The same proposal twice is one: the second answers the first.
    /// </summary>
    internal async Task<Result<Proposed>> ProposeAsync(
        Act act,
        string action,
        WorkflowDefinitionVersion version,
        string? reason
    )
    {
        FieldErrors errors = new();
        string? why = errors.Optional(reason, "reason", DefinitionProposal.MostReason);
        if (errors.AsRefusal() is { } invalid)
        {
            return invalid;
        }

        if (
            action == DefinitionProposal.Publish
            && definitions.CheckPublishable(version) is { } cannot
        )
        {
            return DefinitionsRefusals.ByRuleOf(cannot);
        }

        if (
            action == DefinitionProposal.Publish
            && FrameworkDefinitions.Ids.Contains(version.DefinitionId)
        )
        {
            return (await framework.ProposeAsync(act, version, why)).Then(round => new Proposed(
                null,
                round
            ));
        }

        DefinitionProposal proposal = new(action, version.Id, version.Version, version.Hash, why);
        PendingApproval? waiting = await WaitingAsync(
            act.Db,
            act.PartnershipId,
            version.DefinitionId
        );
        if (waiting is not null)
        {
            return DefinitionProposal.Of(waiting) with { Reason = why } == proposal
                ? new Proposed(waiting.Id, null)
                : DefinitionsRefusals.ProposalWaits;
        }

        PendingApproval approval = await approvals.ProposeAsync(
            act,
            new ApprovalDraft(
                DefinitionApproval.Name,
                new SubjectRef(DefinitionPlace.Subject, version.DefinitionId, version.Hash),
                action == DefinitionProposal.Publish
                    ? $"Publish the workflow “{version.Name}”, version {version.Version}"
                    : $"Retract the workflow “{version.Name}”, version {version.Version}",
                Proposal: JsonSerializer.Serialize(proposal, JsonSerializerOptions.Web)
            )
        );
        return new Proposed(approval.Id, null);
    }
}
