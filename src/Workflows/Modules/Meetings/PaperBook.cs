using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>Hands out papers, always as a download under their own type, to whoever may read what they are for.</summary>
public static class PaperBook
{
    public static async Task<Result<PaperFile>> FindAsync(
        GovernanceDb db,
        string paperId,
        int version,
        string personId,
        DateTime now
    )
    {
        Paper? paper = await db.Set<Paper>()
            .Include(each => each.Versions)
            .SingleOrDefaultAsync(each => each.Id == paperId);
        Refusal? refusal =
            paper?.ItemId is null && paper is not null
                ? (await ProcedureBook.FindAsync(db, paper.ForId, personId, now)).Refusal
                : (await MeetingBook.FindAsync(db, paper?.ForId ?? "", personId, now)).Refusal;
        PaperVersion? found = paper?.Versions.Find(each => each.Number == version);
        if (refusal is not null || found is null)
        {
            return refusal ?? Refusal.NotFound;
        }

        byte[] bytes = await PaperContents.FindAsync(db, found.Hash);
        return new PaperFile(paper!.Name, found.ContentType, bytes, found.Hash);
    }
}
