namespace Governance.Tests.Host;

/// <summary>
/// A folder as a host leaves it that was started once and did nothing: schema and example partnership. Hosts that ask for nothing
/// different begin with a copy of it, as after a restart, instead of making all of it anew; the keys of sessions are each host's own.
/// </summary>
internal static class HostTemplate
{
    private static readonly Lazy<Task<string>> Made = new(MakeAsync);

    public static async Task CopyAsync(string folder)
    {
        string template = await Made.Value;
        foreach (string file in Directory.EnumerateFiles(template))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }

    private static async Task<string> MakeAsync()
    {
        string folder = Directory.CreateTempSubdirectory("governance-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        await using RunningHost host = new([], folder);
        host.Start();
        return folder;
    }
}
