using Governance.Contracts;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Scrutiny;

/// <content>The files of the evidence.</content>
public static partial class ChallengeBook
{
    /// <summary>One file, always as a download under its own type, to whoever may read the challenge.</summary>
    public static async Task<Result<PaperFile>> EvidenceAsync(
        GovernanceDb db,
        string challengeId,
        int number,
        string personId,
        DateTime now
    )
    {
        Result<Challenge> challenge = await ReadableAsync(db, challengeId, personId, now);
        EvidenceFile? file = challenge.IsRefused
            ? null
            : await db.Set<EvidenceFile>()
                .AsNoTracking()
                .SingleOrDefaultAsync(each =>
                    each.ChallengeId == challengeId && each.Number == number
                );
        return file is null
            ? challenge.Refusal ?? Refusal.NotFound
            : new PaperFile(
                file.Name,
                file.ContentType,
                await PaperContents.FindAsync(db, file.Hash),
                file.Hash
            );
    }
}
