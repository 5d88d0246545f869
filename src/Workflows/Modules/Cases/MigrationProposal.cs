using System.Text.Json;
using Governance.Modules.Partnerships;

namespace Governance.Modules.Cases;

/// <summary>Which instances are to go over to which version, and why. Saved with the approval; names never change.</summary>
public sealed record MigrationProposal(
    IReadOnlyList<string> Instances,
    string ToVersion,
    int Number,
    string Reason
)
{
    internal static MigrationProposal Of(PendingApproval approval) =>
        JsonSerializer.Deserialize<MigrationProposal>(
            approval.Proposal!,
            JsonSerializerOptions.Web
        )!;

    internal string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
