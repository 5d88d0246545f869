using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Modules.Policies;
using Governance.Modules.SignOff;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Library;

/// <summary>
/// Finds published texts by their public name, and what proves them. A policy that was withdrawn is not in the library, with none
/// of its versions.
/// </summary>
internal static class LibraryTexts
{
    /// <summary>A text shows so many of its published versions.</summary>
    private const int MostVersions = 100;

    public static IQueryable<Policy> InForce(GovernanceDb db) =>
        db.Set<Policy>()
            .Where(policy =>
                policy.PublishedVersion != null && policy.State != PolicyStates.Withdrawn
            );

    /// <summary>A published version, the one in force when none is named; null when there is none of that name or number.</summary>
    public static async Task<PublishedText?> FindAsync(GovernanceDb db, string slug, int? number)
    {
        Policy? policy = await InForce(db).SingleOrDefaultAsync(policy => policy.Slug == slug);
        PolicyVersion? version = policy is null
            ? null
            : await PolicyTexts.FindVersionAsync(
                db,
                policy.Id,
                number ?? policy.PublishedVersion!.Value
            );
        return version?.PublishedAt is null ? null : new PublishedText(policy!, version);
    }

    /// <summary>The published versions, newest first.</summary>
    public static async Task<IReadOnlyList<LibraryVersionLine>> VersionsAsync(
        GovernanceDb db,
        string policyId
    )
    {
        var found = await db.Set<PolicyVersion>()
            .Where(version => version.PolicyId == policyId && version.PublishedAt != null)
            .OrderByDescending(version => version.Number)
            .Take(MostVersions)
            .Select(version => new
            {
                version.Number,
                version.Title,
                version.Hash,
                version.PublishedAt,
            })
            .ToListAsync();
        return
        [
            .. found.Select(
                (version, at) =>
                    new LibraryVersionLine(
                        version.Number,
                        version.Title,
                        version.Hash,
                        London.DateOf(version.PublishedAt!.Value),
                        at == 0 ? null : London.DateOf(found[at - 1].PublishedAt!.Value)
                    )
            ),
        ];
    }

    /// <summary>When a later version took the place of this one; null while it is in force.</summary>
    public static Task<DateTime?> SupersededAtAsync(GovernanceDb db, PolicyVersion version) =>
        db.Set<PolicyVersion>()
            .Where(later =>
                later.PolicyId == version.PolicyId
                && later.Number > version.Number
                && later.PublishedAt != null
            )
            .OrderBy(later => later.Number)
            .Select(later => later.PublishedAt)
            .FirstOrDefaultAsync();

    /// <summary>The round by which a version was published.</summary>
    public static Task<SignOffRound?> RoundAsync(GovernanceDb db, PolicyVersion version) =>
        db.Set<SignOffRound>()
            .Include(round => round.Signatures)
            .Where(round =>
                round.SubjectType == PoliciesWords.Policy
                && round.SubjectId == version.PolicyId
                && round.SubjectVersion == version.Number
                && round.State == RoundStates.Published
            )
            .SingleOrDefaultAsync();

    public static async Task<LibrarySignature[]> SignaturesAsync(
        GovernanceDb db,
        SignOffRound? round
    )
    {
        Dictionary<string, LibraryInstrument> instruments = await InstrumentsAsync(db, round);
        return
        [
            .. from seat in Seats.All
            from signature in round?.CurrentSignatures ?? []
            where signature.Seat == seat
            select new LibrarySignature(
                signature.Seat,
                signature.PersonName,
                signature.Capacity,
                signature.AccountableLeadName,
                signature.SignedAt,
                signature.Hash,
                instruments.GetValueOrDefault(signature.InstrumentId ?? "")
            ),
        ];
    }

    private static async Task<Dictionary<string, LibraryInstrument>> InstrumentsAsync(
        GovernanceDb db,
        SignOffRound? round
    )
    {
        string[] ids =
        [
            .. (round?.CurrentSignatures ?? [])
                .Select(signature => signature.InstrumentId)
                .OfType<string>()
                .Distinct(),
        ];
        return ids.Length == 0
            ? []
            : await (
                from instrument in db.Set<DelegationInstrument>()
                where ids.Contains(instrument.Id)
                join lender in db.Set<Person>() on instrument.FromPersonId equals lender.Id
                select new LibraryInstrument(
                    instrument.Id,
                    lender.DisplayName,
                    instrument.Starts,
                    instrument.Ends
                )
            ).ToDictionaryAsync(instrument => instrument.Id);
    }
}

/// <summary>A version that was published, and its policy.</summary>
internal sealed record PublishedText(Policy Policy, PolicyVersion Version)
{
    public bool IsInForce => Policy.PublishedVersion == Version.Number;
}
