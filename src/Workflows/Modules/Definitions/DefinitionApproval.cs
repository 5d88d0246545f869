using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Definitions;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Definitions;

/// <summary>
/// The second person's agreement to publish or retract a version of a definition that is not the framework's: it is done in the act of
/// the decision. Of the business unit, or a seat's lead or delegate.
/// </summary>
public sealed class DefinitionApproval(DefinitionBook definitions) : IApprovalKind
{
    public const string Name = "definition";

    public string Kind => Name;

    public bool FromAnotherBody => false;

    public bool MayApprove(Standing standing) =>
        standing.Holds(Roles.BusinessUnit)
        || standing.Appointments.Any(held => held.Level is Levels.Lead or Levels.Delegate);

    public async Task<Result<Done>> ApplyAsync(Act act, PendingApproval approval)
    {
        DefinitionProposal proposal = DefinitionProposal.Of(approval);
        WorkflowDefinitionVersion? version = await DefinitionBook.FindAsync(
            act.Db,
            proposal.Version
        );
        if (version is null || version.Hash != proposal.Hash)
        {
            return DefinitionsRefusals.ChangedSinceProposed;
        }

        if (
            proposal.Action == DefinitionProposal.Publish
            && FrameworkDefinitions.Ids.Contains(version.DefinitionId)
        )
        {
            // Proposed before the framework's own were signed by the three seats.
            return DefinitionsRefusals.ThreeSeats;
        }

        Result<WorkflowDefinitionVersion> done =
            proposal.Action == DefinitionProposal.Publish
                ? await definitions.PublishVersionAsync(act, version)
                : await DefinitionBook.RetractAsync(act, version.DefinitionId);
        if (done.IsRefused)
        {
            return done.Refusal;
        }

        act.DefinitionVersionId = version.Id;
        act.AlsoRecord(
            proposal.Action == DefinitionProposal.Publish
                ? "definition.published"
                : "definition.retracted",
            new SubjectRef(DefinitionPlace.Subject, version.DefinitionId, version.Hash),
            new
            {
                version = version.Version,
                versionId = version.Id,
                approval.ProposedBy,
            }
        );
        return new Done();
    }

    public Task DeclineAsync(Act act, PendingApproval approval) => Task.CompletedTask;

    public async Task<IReadOnlyList<ApprovalChange>> DescribeAsync(
        GovernanceDb db,
        PendingApproval approval
    )
    {
        DefinitionProposal proposal = DefinitionProposal.Of(approval);
        WorkflowDefinitionVersion? version = await DefinitionBook.FindAsync(db, proposal.Version);
        if (version is null || version.Hash != proposal.Hash)
        {
            return [new("Version", $"{proposal.Number}, which has changed since it was proposed")];
        }

        WorkflowDefinitionVersion? published = await DefinitionBook.FindPublishedAsync(
            db,
            approval.PartnershipId,
            version.DefinitionId
        );
        List<ApprovalChange> changes =
        [
            new("Workflow", version.Name),
            new(
                "What happens",
                proposal.Action == DefinitionProposal.Retract
                        ? $"Version {version.Version} is taken back: nothing new starts, what runs goes on"
                    : published is null
                        ? $"Version {version.Version} is published: new instances run it"
                    : $"Version {version.Version} is published in the place of version {published.Version}; running instances stay on theirs"
            ),
            new("Why", proposal.Reason ?? "No reason was given"),
        ];
        if (proposal.Action == DefinitionProposal.Publish && published is not null)
        {
            changes.AddRange(Differences(published.Json, version.Json));
        }

        return changes;
    }

    /// <summary>Which steps are new, gone or changed, by their ids; where they stand on the drawing does not count.</summary>
    internal static IEnumerable<ApprovalChange> Differences(string before, string after)
    {
        Dictionary<string, string> old = Steps(before);
        Dictionary<string, string> young = Steps(after);
        foreach (string id in young.Keys.Except(old.Keys))
        {
            yield return new ApprovalChange($"Step {id}", "is new");
        }

        foreach (string id in old.Keys.Except(young.Keys))
        {
            yield return new ApprovalChange($"Step {id}", "is gone");
        }

        foreach (
            string id in young.Keys.Where(id =>
                old.TryGetValue(id, out string? was) && was != young[id]
            )
        )
        {
            yield return new ApprovalChange($"Step {id}", "is changed");
        }
    }

    private static Dictionary<string, string> Steps(string json)
    {
        Dictionary<string, string> steps = new(StringComparer.Ordinal);
        void read(JsonNode? node)
        {
            if (node is JsonArray list)
            {
                foreach (JsonNode? one in list)
                {
                    read(one);
                }
            }
            else if (node is JsonObject fields)
            {
                foreach ((_, JsonNode? value) in fields)
                {
                    read(value);
                }

                if (fields["type"] is JsonValue && fields["id"] is JsonValue id)
                {
                    JsonObject itself = fields.DeepClone().AsObject();
                    itself.Remove("metadata");
                    itself.Remove("nodeId");
                    itself.Remove("activities");
                    steps[id.ToString()] = itself.ToJsonString();
                }
            }
        }

        read(JsonNode.Parse(json)?["root"]);
        return steps;
    }
}
