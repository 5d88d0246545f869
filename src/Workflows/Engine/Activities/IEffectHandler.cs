using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Storage;

namespace Governance.Engine.Activities;

/// <summary>
/// Carries out one kind of effect inside the act that the workflow runs in: it writes rows, opens asks, starts clocks. A
/// refusal becomes the refusal of the whole act. A database error runs the act again. It may stimulate workflows, but not
/// the instance that it is called by.
/// </summary>
public interface IEffectHandler
{
    /// <summary>Stable name, <c>module.verb-noun</c>; it stands in histories for ever.</summary>
    string Kind { get; }

    /// <returns>The answer that the activity gets, kept in the history for replay: no personal data.</returns>
    Task<Result<JsonObject?>> HandleAsync(Act act, EffectContext context, JsonObject payload);
}

/// <summary>Which step of which instance wants the effect.</summary>
/// <param name="Subject">What the workflow is about (a policy, for example).</param>
/// <param name="EffectId">Unique in the instance; the same when the act runs again.</param>
public sealed record EffectContext(
    string InstanceId,
    string DefinitionId,
    string DefinitionVersionId,
    SubjectRef Subject,
    string ActivityId,
    string ActivityType,
    int EffectId
);
