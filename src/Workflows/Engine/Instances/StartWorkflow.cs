using System.Text.Json.Nodes;

namespace Governance.Engine.Instances;

/// <summary>What is started, about what, with which values.</summary>
/// <param name="TriggeredBy">The id of the activity whose stimulus starts it, when one does.</param>
/// <param name="Payload">What comes with that stimulus.</param>
/// <param name="ParentId">The instance that starts it as its child, about the same subject.</param>
public sealed record StartWorkflow(
    string DefinitionId,
    string SubjectType,
    string SubjectId,
    JsonObject? Inputs = null,
    string? TriggeredBy = null,
    JsonNode? Payload = null,
    string? CorrelationId = null,
    string? ParentId = null
);
