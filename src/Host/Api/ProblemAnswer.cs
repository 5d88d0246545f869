namespace Governance.Host.Api;

/// <summary>The shape of every error, for the OpenAPI document.</summary>
/// <param name="Code">Stable for ever: names the rule or the state that said no.</param>
/// <param name="Errors">Messages by field, where a field is at fault.</param>
/// <param name="Given">What the caller sent and was not saved, where it must not be lost.</param>
internal sealed record ProblemAnswer(
    string Type,
    string Title,
    int Status,
    string Code,
    IReadOnlyDictionary<string, string[]>? Errors,
    string? TraceId,
    object? Given
);

/// <summary>Marks a route that changes only what the caller has seen: it needs <c>If-Match</c>.</summary>
internal sealed record NeedsIfMatch;
