using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>The bytes of papers, each once under its hash, whatever they are for.</summary>
internal static class PaperContents
{
    /// <summary>Bytes that are there already are not stored again.</summary>
    public static async Task KeepAsync(Act act, PaperFile file)
    {
        bool isKept =
            act.Db.Set<PaperContent>().Local.Any(content => content.Hash == file.Hash)
            || await act.Db.Set<PaperContent>().AnyAsync(content => content.Hash == file.Hash);
        if (!isKept)
        {
            act.Db.Add(new PaperContent { Hash = file.Hash, Bytes = file.Bytes });
        }
    }

    /// <summary>They are there: what names a hash refers to them.</summary>
    public static Task<byte[]> FindAsync(GovernanceDb db, string hash) =>
        db.Set<PaperContent>()
            .Where(content => content.Hash == hash)
            .Select(content => content.Bytes)
            .SingleAsync();
}
