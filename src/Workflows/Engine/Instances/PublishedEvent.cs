using System.Text.Json.Nodes;
using Governance.Storage;

namespace Governance.Engine.Instances;

/// <summary>An event in the act's partnership.</summary>
/// <param name="Subject">What workflows that begin with the event are started about.</param>
/// <param name="CorrelationId">Given: only instances of this correlation id hear it.</param>
/// <param name="OnlyInstance">Given: only this instance hears it.</param>
public sealed record PublishedEvent(
    string Name,
    SubjectRef Subject,
    string? CorrelationId = null,
    JsonNode? Payload = null,
    string? OnlyInstance = null
);
