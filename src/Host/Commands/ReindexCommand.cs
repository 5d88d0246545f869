using Governance.Host.Composition;
using Governance.Modules.Search;

namespace Governance.Host.Commands;

/// <summary><c>reindex</c>: makes the index of the search anew, and says how far it is. People search on meanwhile.</summary>
internal static class ReindexCommand
{
    public static async Task<int> RunAsync(Invocation asked)
    {
        int all = 0;
        string? last = null;
        int of = 0;
        await asked
            .Services.GetRequiredService<FillIndex>()
            .RebuildAsync(
                (kind, looked) =>
                {
                    if (last is not null && last != kind)
                    {
                        asked.Out.WriteLine($"{last}: {of}");
                        all += of;
                    }

                    (last, of) = (kind, looked);
                }
            );
        asked.Out.WriteLine($"{last}: {of}");
        asked.Out.WriteLine($"{all + of} subjects are in the index.");
        return CommandLine.Done;
    }
}
