using System.Text.Encodings.Web;
using System.Text.Json;
using Governance.Engine.Interpreter;

namespace Governance.Tests.Workflows.Framework;

/// <summary>The history of one instance of a framework definition, as a file that is never edited.</summary>
internal sealed record RecordedHistory(
    string Instance,
    string SubStatus,
    IReadOnlyList<string> Waits,
    IReadOnlyList<HistoryEntry> History
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Beside its definition version, which stands in the same folder as <c>definition.json</c>.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Framework", "Histories");

    public static RecordedHistory Of(WorkflowState state, IReadOnlyList<HistoryEntry> history) =>
        new(
            state.InstanceId,
            state.SubStatus.ToString(),
            [
                .. state.Waits.Select(wait => $"{wait.ActivityId} {wait.Stimulus}"),
                .. state.Timers.Select(timer => $"{timer.ActivityId} timer {timer.Name}"),
            ],
            history
        );

    public static RecordedHistory Read(string path) =>
        JsonSerializer.Deserialize<RecordedHistory>(File.ReadAllText(path), Json)!;

    public string Write() => JsonSerializer.Serialize(this, Json) + "\n";

    /// <summary>The folder of a definition as it stands now: its name and the beginning of its hash.</summary>
    public static string FolderOf(string name, string json) =>
        $"{name}-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(json)))[..8]}";

    public static IEnumerable<string> FilesOf(string folder) =>
        Directory
            .GetFiles(folder, "*.json")
            .Where(path => Path.GetFileName(path) != "definition.json")
            .Order(StringComparer.Ordinal);
}
