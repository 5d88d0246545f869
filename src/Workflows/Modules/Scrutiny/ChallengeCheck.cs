using System.Text;
using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Modules.Record;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Scrutiny;

/// <summary>
/// Compares a stored challenge with what the record says of it: the newest entry about it that names its hash. A change behind the
/// product's back, with the triggers switched off, shows here whoever made it; the record itself is verified apart.
/// </summary>
internal static class ChallengeCheck
{
    private static readonly string[] Fulfilled = [AddresseeStates.Adequate, AddresseeStates.Ended];

    /// <summary>Null when it fits; otherwise what does not, in words for its page.</summary>
    public static async Task<string?> DoesNotFitAsync(GovernanceDb db, Challenge challenge)
    {
        if (await LastHashAsync(db, challenge.PartnershipId, challenge.Id) is not { } recorded)
        {
            return "The record knows nothing of this challenge.";
        }

        if (recorded != await ChallengeContent.HashAsync(db, challenge))
        {
            return "What is stored of this challenge is not what the record says of it.";
        }

        List<ChallengeAddressee> addressees = await db.Set<ChallengeAddressee>()
            .AsNoTracking()
            .Where(each => each.ChallengeId == challenge.Id)
            .ToListAsync();
        foreach (
            ChallengeAddressee addressee in addressees.Where(each => Fulfilled.Contains(each.State))
        )
        {
            bool fits =
                addressee.State == AddresseeStates.Ended
                    ? !challenge.IsOpen
                    : await db.Set<ChallengeStatement>()
                        .Where(said =>
                            said.ChallengeId == challenge.Id
                            && said.Seat == addressee.Seat
                            && said.Kind == StatementKinds.Assessment
                        )
                        .OrderByDescending(said => said.Number)
                        .Select(said => said.Adequate)
                        .FirstOrDefaultAsync() == true;
            if (!fits)
            {
                return "A seat counts as satisfied without the scrutiny function’s word.";
            }
        }

        return null;
    }

    /// <summary>Every challenge that does not fit, and every one that is gone, by the code that <c>reconcile</c> gives it.</summary>
    public static async Task<IReadOnlyList<Drift>> DriftsAsync(
        GovernanceDb db,
        string? partnershipId,
        CancellationToken cancellation
    )
    {
        List<Drift> drifts = [];
        foreach (
            Challenge challenge in await db.Set<Challenge>()
                .AsNoTracking()
                .Where(each => partnershipId == null || each.PartnershipId == partnershipId)
                .OrderBy(each => each.Id)
                .ToListAsync(cancellation)
        )
        {
            if (await DoesNotFitAsync(db, challenge) is { } what)
            {
                drifts.Add(
                    DriftOf(
                        "challenge.does-not-fit-record",
                        challenge.PartnershipId,
                        challenge.Id,
                        what
                    )
                );
            }
        }

        foreach (var missing in await MissingAsync(db, partnershipId, cancellation))
        {
            drifts.Add(
                DriftOf(
                    "challenge.missing",
                    missing.PartnershipId,
                    missing.Id,
                    $"Entry {missing.Entry} of the record says that this challenge was raised, and it is not stored any more."
                )
            );
        }

        return drifts;
    }

    /// <summary>
    /// Challenges that the record says were raised and that are stored no more, by their ids: somebody has deleted them. One that the
    /// record says was disposed of is none of them.
    /// </summary>
    public static async Task<
        IReadOnlyList<(string Id, string PartnershipId, long Entry, DateTime At)>
    > MissingAsync(GovernanceDb db, string? partnershipId, CancellationToken cancellation = default)
    {
        var raised = await db.Set<RecordEntry>()
            .AsNoTracking()
            .Where(entry =>
                entry.SubjectType == ScrutinyWords.Challenge
                && entry.Act == "challenge.raise"
                && entry.Outcome == EntryOutcomes.Done
                && (partnershipId == null || entry.PartnershipId == partnershipId)
                && !db.Set<Challenge>().Any(challenge => challenge.Id == entry.SubjectId)
                && !Erased
                    .Disposals(db, ScrutinyWords.Challenge)
                    .Any(gone =>
                        gone.PartnershipId == entry.PartnershipId
                        && gone.SubjectId == entry.SubjectId
                    )
            )
            .OrderBy(entry => entry.PartnershipId)
            .ThenBy(entry => entry.Sequence)
            .Select(entry => new
            {
                entry.SubjectId,
                entry.PartnershipId,
                entry.Sequence,
                entry.At,
            })
            .ToListAsync(cancellation);
        return
        [
            .. raised.Select(entry =>
                (entry.SubjectId, entry.PartnershipId, entry.Sequence, entry.At)
            ),
        ];
    }

    private static Drift DriftOf(string code, string partnershipId, string id, string text) =>
        new(code, partnershipId, new SubjectRef(ScrutinyWords.Challenge, id), text);

    private static async Task<string?> LastHashAsync(
        GovernanceDb db,
        string partnershipId,
        string challengeId
    )
    {
        List<string> entries = await db.Set<RecordEntry>()
            .AsNoTracking()
            .Where(entry =>
                entry.PartnershipId == partnershipId
                && entry.SubjectType == ScrutinyWords.Challenge
                && entry.SubjectId == challengeId
                && entry.Outcome == EntryOutcomes.Done
            )
            .OrderByDescending(entry => entry.Sequence)
            .Select(entry => entry.Canonical)
            .ToListAsync();
        return entries
            .Select(canonical =>
                EntryCanonicalForm.Read(Encoding.UTF8.GetBytes(canonical), out _)?.Subject.Hash
            )
            .FirstOrDefault(hash => hash is not null);
    }
}

/// <summary>A challenge that was changed or deleted behind the product's back makes the verification of the record fail.</summary>
internal sealed class CompareChallenges : ICompareWithRecord
{
    public async Task<IReadOnlyList<RecordDisagreement>> CompareAsync(
        GovernanceDb db,
        string partnershipId,
        CancellationToken cancellation
    )
    {
        IReadOnlyList<Drift> drifts = await ChallengeCheck.DriftsAsync(
            db,
            partnershipId,
            cancellation
        );
        string[] ids = [.. drifts.Select(drift => drift.Subject.Id)];
        Dictionary<string, int> numbers = await db.Set<Challenge>()
            .Where(each => ids.Contains(each.Id))
            .ToDictionaryAsync(each => each.Id, each => each.Number, cancellation);
        return
        [
            .. drifts.Select(drift => new RecordDisagreement(
                ScrutinyWords.Challenge,
                drift.Subject.Id,
                numbers.TryGetValue(drift.Subject.Id, out int number)
                    ? $"Challenge {number}"
                    : "A challenge that is gone",
                drift.Text
            )),
        ];
    }
}
