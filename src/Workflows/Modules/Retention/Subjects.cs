using Governance.Modules.Calendars;
using Governance.Modules.Record;
using Governance.Modules.Retention.Holdings;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Retention;

/// <summary>What can be disposed of: the facts about one subject, all that belongs to it, and whether a hold covers it.</summary>
internal sealed class Subjects(IEnumerable<IHolding> holdings)
{
    private readonly Dictionary<string, IHolding> _holdings = holdings.ToDictionary(
        holding => holding.Type,
        StringComparer.Ordinal
    );

    public IReadOnlyCollection<IHolding> All => _holdings.Values;

    public IHolding? OfType(string? type) =>
        type is null ? null : _holdings.GetValueOrDefault(type);

    /// <summary>One subject of the partnership with its parts; null when there is none.</summary>
    public async Task<HeldSubject?> FindAsync(
        GovernanceDb db,
        string partnershipId,
        string? type,
        string? id
    )
    {
        if (OfType(type) is not { } holding || id is null)
        {
            return null;
        }

        HeldSubject? found = await holding.FindAsync(db, id);
        return found?.PartnershipId != partnershipId
            ? null
            : found with
            {
                Parts =
                [
                    .. found.Parts,
                    .. await SharedRows.PartsAsync(db, partnershipId, found.Parts),
                ],
            };
    }

    public static async Task<RetentionFacts> FactsAsync(GovernanceDb db, HeldSubject subject)
    {
        string[] ids = [.. subject.Parts.Select(part => part.Id)];
        DateTime? last = await Entries(db, subject.PartnershipId, ids)
            .Where(entry => entry.Outcome == EntryOutcomes.Done)
            .MaxAsync(entry => (DateTime?)entry.At);
        return new RetentionFacts(
            subject.EndedAt is { } ended ? London.DateOf(ended) : null,
            last is { } at ? London.DateOf(at) : null
        );
    }

    /// <summary>Whether any hold covers it: read anew each time, so that what joined it since is covered.</summary>
    public static async Task<bool> IsHeldAsync(GovernanceDb db, HeldSubject subject)
    {
        List<LegalHold> holds = await Holds.StandingAsync(db, subject.PartnershipId);
        if (holds.Count == 0)
        {
            return false;
        }

        HashSet<string> actors = [];
        if (holds.Any(hold => hold.Scope == HoldScopes.Person))
        {
            string[] ids = [.. subject.Parts.Select(part => part.Id)];
            actors =
            [
                .. await Entries(db, subject.PartnershipId, ids)
                    .Select(entry => entry.Person)
                    .Distinct()
                    .ToListAsync(),
            ];
        }

        return holds.Any(hold => HoldRules.Covers(hold, subject.Parts, actors));
    }

    /// <summary>What the record says about a subject and its parts. Ids are unlike in the whole installation.</summary>
    public static IQueryable<RecordEntry> Entries(
        GovernanceDb db,
        string partnershipId,
        string[] ids
    ) =>
        db.Set<RecordEntry>()
            .AsNoTracking()
            .Where(entry => entry.PartnershipId == partnershipId && ids.Contains(entry.SubjectId));
}

/// <summary>The holds that stand.</summary>
internal static class Holds
{
    public static Task<List<LegalHold>> StandingAsync(GovernanceDb db, string partnershipId) =>
        db.Set<LegalHold>()
            .AsNoTracking()
            .Where(hold => hold.PartnershipId == partnershipId && hold.LiftedAt == null)
            .ToListAsync();
}
