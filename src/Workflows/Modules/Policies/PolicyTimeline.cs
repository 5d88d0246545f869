using System.Globalization;
using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Modules.Record;
using Governance.Modules.SignOff;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Policies;

/// <summary>A part of a policy's timeline, newest first.</summary>
/// <param name="Next">Send it as <c>after</c> for what came before these; null at the beginning of time.</param>
/// <param name="Previous">Send it as <c>before</c> for what came later; null at the newest.</param>
public sealed record PolicyTimelinePart(
    IReadOnlyList<PolicyFact> Items,
    string? Next,
    string? Previous
);

/// <summary>What happened to a policy, read from the record: who did what in what capacity and when.</summary>
public static class PolicyTimeline
{
    private static readonly string[] SubjectTypes = [PoliciesWords.Policy, SignOffWords.Round];

    public static async Task<Result<PolicyTimelinePart>> FindAsync(
        GovernanceDb db,
        string policyId,
        string personId,
        DateTime now,
        string? after = null,
        string? before = null,
        int take = 20
    )
    {
        Result<PolicyReader> reader = await PolicyReader.OfAsync(db, policyId, personId, now);
        if (reader.IsRefused)
        {
            return reader.Refusal;
        }

        if (!TryRead(after, out long? below) || !TryRead(before, out long? above))
        {
            return Cursors.Unreadable();
        }

        string partnershipId = reader.Value.Policy.PartnershipId;
        List<SignOffRound> rounds = await db.Set<SignOffRound>()
            .AsNoTracking()
            .Where(round =>
                round.SubjectType == PoliciesWords.Policy && round.SubjectId == policyId
            )
            .ToListAsync();
        IReadOnlyList<SubjectAct> found = await SubjectHistory.ReadAsync(
            db,
            partnershipId,
            SubjectTypes,
            [policyId, .. rounds.Select(round => round.Id)],
            [.. reader.Value.SeesDrafts ? PolicyFacts.Acts : PolicyFacts.Public],
            new HistoryPart(below, above, take + 1)
        );
        bool back = above is not null;
        bool more = found.Count > take;
        SubjectAct[] shown =
            !more ? [.. found]
            : back ? [.. found.Skip(1)]
            : [.. found.Take(take)];
        string[] people = [.. shown.Select(done => done.Person).Distinct(StringComparer.Ordinal)];
        List<Appointment> appointments = await db.Set<Appointment>()
            .AsNoTracking()
            .Where(each => each.PartnershipId == partnershipId && people.Contains(each.PersonId))
            .ToListAsync();
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(db, people);
        return new PolicyTimelinePart(
            [
                .. shown.Select(done =>
                    PolicyFacts.Of(done, partnershipId, rounds, appointments, names)
                ),
            ],
            shown.Length > 0 && (back || more) ? Write(shown[^1]) : null,
            shown.Length > 0 && (back ? more : below is not null) ? Write(shown[0]) : null
        );
    }

    private static string Write(SubjectAct done) =>
        done.Sequence.ToString(CultureInfo.InvariantCulture);

    private static bool TryRead(string? cursor, out long? sequence)
    {
        sequence = null;
        if (cursor is null)
        {
            return true;
        }

        bool isRead = long.TryParse(
            cursor,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out long number
        );
        sequence = isRead ? number : null;
        return isRead;
    }
}
