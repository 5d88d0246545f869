using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Modules.Record;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Scrutiny;

/// <summary>
/// What proves to anybody that a challenge stands in the record as the register has it: every entry about it that its payload does not
/// belong to, with the hashes up to a signed checkpoint. Offline it is checked as docs/record.md says.
/// </summary>
public static class ChallengeProofs
{
    /// <param name="number">Its place in the register.</param>
    public static async Task<Result<ChallengeProof>> FindAsync(
        GovernanceDb db,
        string partnershipId,
        int number,
        CancellationToken cancellation
    )
    {
        if (partnershipId == Partnership.Installation || number < 1)
        {
            return Refusal.NotFound;
        }

        string? id = await db.Set<RecordEntry>()
            .Where(entry =>
                entry.PartnershipId == partnershipId
                && entry.SubjectType == ScrutinyWords.Challenge
                && entry.Act == "challenge.raise"
                && entry.Outcome == EntryOutcomes.Done
            )
            .OrderBy(entry => entry.Sequence)
            .Skip(number - 1)
            .Select(entry => entry.SubjectId)
            .FirstOrDefaultAsync(cancellation);
        if (id is null)
        {
            return Refusal.NotFound;
        }

        List<RecordEntry> entries = await db.Set<RecordEntry>()
            .AsNoTracking()
            .Where(entry =>
                entry.PartnershipId == partnershipId
                && entry.SubjectType == ScrutinyWords.Challenge
                && entry.SubjectId == id
                && entry.Outcome == EntryOutcomes.Done
            )
            .OrderBy(entry => entry.Sequence)
            .ToListAsync(cancellation);
        InclusionEvidence evidence = await RecordEvidence.ProveAsync(
            db,
            partnershipId,
            [.. entries.Select(entry => entry.Sequence)],
            cancellation
        );
        return new ChallengeProof(
            number,
            evidence.Checkpoint,
            [
                .. entries.Select(entry => new ChallengeProofEntry(
                    entry.Sequence,
                    entry.Canonical,
                    RecordHash.ToHex(entry.Hash),
                    evidence.Paths.GetValueOrDefault(entry.Sequence)
                )),
            ]
        );
    }
}
