using System.Text.Json;
using Governance.Contracts;
using Governance.Contracts.Retention;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Retention;

/// <summary>What an erasure did, and what by rule it left.</summary>
internal sealed record ErasureOutcome(
    IReadOnlyList<ErasedColumn> Changed,
    IReadOnlyList<ErasedColumn> Kept
);

/// <summary>Reads of erasures, which are the installation's: for administrators and business units.</summary>
public static class ErasureBook
{
    /// <summary>Newest first.</summary>
    public static async Task<Result<IReadOnlyList<ErasureAnswer>>> AllAsync(
        GovernanceDb db,
        string personId,
        DateTime now
    )
    {
        if (await RefuseAsync(db, personId, now) is { } refusal)
        {
            return refusal;
        }

        List<ErasureAnswer> answers = [];
        foreach (
            PersonErasure erasure in await db.Set<PersonErasure>()
                .AsNoTracking()
                .OrderByDescending(each => each.Id)
                .Take(200)
                .ToListAsync()
        )
        {
            answers.Add(await AnswerAsync(db, erasure));
        }

        return answers;
    }

    public static async Task<Result<ErasureAnswer>> FindAsync(
        GovernanceDb db,
        string erasureId,
        string personId,
        DateTime now
    )
    {
        PersonErasure? erasure = await db.Set<PersonErasure>()
            .AsNoTracking()
            .SingleOrDefaultAsync(each => each.Id == erasureId);
        return await RefuseAsync(db, personId, now) is { } refusal ? refusal
            : erasure is null ? Refusal.NotFound
            : await AnswerAsync(db, erasure);
    }

    private static async Task<ErasureAnswer> AnswerAsync(GovernanceDb db, PersonErasure erasure)
    {
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            new[] { erasure.ProposedBy, erasure.ApprovedBy }.OfType<string>()
        );
        ErasureOutcome outcome = erasure.Outcome is { } json
            ? JsonSerializer.Deserialize<ErasureOutcome>(json, JsonSerializerOptions.Web)!
            : new ErasureOutcome([], []);
        return new ErasureAnswer(
            erasure.Id,
            erasure.PersonId,
            erasure.State,
            erasure.Reason,
            HoldBook.Line(names, erasure.ProposedBy)!,
            erasure.ProposedAt,
            HoldBook.Line(names, erasure.ApprovedBy),
            erasure.ApprovedAt,
            erasure.StoppedBy,
            erasure.DoneAt,
            erasure.Pseudonym,
            erasure.Payloads,
            outcome.Changed,
            outcome.Kept
        );
    }

    private static async Task<Refusal?> RefuseAsync(
        GovernanceDb db,
        string personId,
        DateTime now
    ) =>
        (
            await PermissionAuthorisation.ForReadingAsync(
                db,
                Partnership.Installation,
                personId,
                RetentionPermissions.ReadErasures,
                London.DateOf(now)
            )
        ).Refusal;
}
