using Governance.Storage;

namespace Governance.Tests.EndToEnd.Browser;

/// <summary>A new SQLite database in a folder of its own.</summary>
internal sealed class BrowserStore : IAsyncDisposable
{
    private readonly string _folder = Directory
        .CreateTempSubdirectory("governance-browser-")
        .FullName;

    public DatabaseSettings Settings =>
        new(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(_folder, "governance.db")}");

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
