using Governance.Contracts;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Scrutiny;

/// <summary>
/// The scrutiny function adds a file to the evidence of a challenge or takes one off (DOMAIN B5.2); nobody else does either. A file that
/// was taken off can still be read with the challenge: the seats may have answered to it.
/// </summary>
public sealed class ChangeEvidence(Acts acts)
{
    /// <summary>Files that a challenge can have at one time.</summary>
    public const int Most = 20;

    public Task<Result<ChallengeAnswer>> AddAsync(
        ActCaller caller,
        string challengeId,
        PaperUpload upload,
        string? reason,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            ChallengePlace.Ruling(
                "challenge.add-evidence",
                caller,
                challengeId,
                (act, challenge) => AddAsync(act, challenge, upload, reason)
            ),
            cancellation
        );

    /// <param name="number">The file's number in the challenge.</param>
    public Task<Result<ChallengeAnswer>> TakeOffAsync(
        ActCaller caller,
        string challengeId,
        int number,
        ChallengeReasonBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            ChallengePlace.Ruling(
                "challenge.take-off-evidence",
                caller,
                challengeId,
                (act, challenge) => TakeOffAsync(act, challenge, number, body.Reason)
            ),
            cancellation
        );

    private static async Task<Refusal?> AddAsync(
        Act act,
        Challenge challenge,
        PaperUpload upload,
        string? reason
    )
    {
        Result<PaperFile> file = PaperRules.Check(upload.FileName, upload.Content, "file");
        if ((file.Refusal ?? ChallengeRules.CheckReason(reason)) is { } invalid)
        {
            return invalid;
        }

        List<EvidenceFile> files = await AllAsync(act.Db, challenge.Id);
        EvidenceFile[] current = [.. files.Where(each => each.TakenOffBy is null)];
        if (current.Any(each => each.Hash == file.Value.Hash))
        {
            return ScrutinyRefusals.SameEvidence;
        }

        if (current.Length == Most)
        {
            return Refusal.Invalid("file", $"A challenge can have {Most} files.");
        }

        await RuleAsync(act, challenge, reason!, file.Value.Name, file.Value.Hash);
        await PaperContents.KeepAsync(act, file.Value);
        act.Db.Add(
            new EvidenceFile
            {
                ChallengeId = challenge.Id,
                Number = files.Count + 1,
                PartnershipId = challenge.PartnershipId,
                Hash = file.Value.Hash,
                Name = file.Value.Name,
                ContentType = file.Value.ContentType,
                Size = file.Value.Bytes.Length,
                AddedBy = challenge.LastRuling,
            }
        );
        return null;
    }

    private static async Task<Refusal?> TakeOffAsync(
        Act act,
        Challenge challenge,
        int number,
        string? reason
    )
    {
        List<EvidenceFile> files = await AllAsync(act.Db, challenge.Id);
        if (files.Find(each => each.Number == number) is not { } file)
        {
            return Refusal.NotFound;
        }

        if (ChallengeRules.CheckReason(reason) is { } invalid)
        {
            return invalid;
        }

        if (file.TakenOffBy is not null)
        {
            return ScrutinyRefusals.Unchanged;
        }

        await RuleAsync(act, challenge, reason!, file.Name, file.Hash);
        file.TakenOffBy = challenge.LastRuling;
        return null;
    }

    private static async Task RuleAsync(
        Act act,
        Challenge challenge,
        string reason,
        string name,
        string hash
    )
    {
        act.Payload = new
        {
            challenge.Number,
            name,
            hash,
            reason,
        };
        await ChallengeRulings.RuleAsync(act, challenge, RulingKinds.Evidence, reason);
        // The database takes a file only with the ruling that the challenge's row names.
        await act.Db.SaveChangesAsync();
        await ScrutinyNotices.RuledAsync(act, challenge, RulingKinds.Evidence);
    }

    private static Task<List<EvidenceFile>> AllAsync(GovernanceDb db, string challengeId) =>
        db.Set<EvidenceFile>()
            .Where(file => file.ChallengeId == challengeId)
            .OrderBy(file => file.Number)
            .ToListAsync();
}
