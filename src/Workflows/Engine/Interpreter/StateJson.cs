using System.Text.Json;
using System.Text.Json.Serialization;

namespace Governance.Engine.Interpreter;

/// <summary>The saved form of an instance's state.</summary>
internal static class StateJson
{
    public static string Write(WorkflowState state) =>
        JsonSerializer.Serialize(state, StateContext.Default.WorkflowState);

    /// <exception cref="InvalidDataException">It was written by a newer version of the product, or is no state.</exception>
    public static WorkflowState Read(string json)
    {
        WorkflowState? state = JsonSerializer.Deserialize(json, StateContext.Default.WorkflowState);
        return state?.Format is >= 1 and <= WorkflowState.CurrentFormat
            ? state
            : throw new InvalidDataException(
                $"The saved state has the format {state?.Format}; this version reads up to {WorkflowState.CurrentFormat}."
            );
    }
}

[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(WorkflowState))]
internal sealed partial class StateContext : JsonSerializerContext;
