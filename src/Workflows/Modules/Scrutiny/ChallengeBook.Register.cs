using System.Globalization;
using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Modules.Record;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Scrutiny;

/// <content>The register that everybody may read, and what was tried and refused.</content>
public static partial class ChallengeBook
{
    /// <summary>
    /// The public register (DOMAIN B5.9, D5), by number: no question, no evidence, no person. A redacted entry keeps its place; so does
    /// one that the record knows and the database does not any more.
    /// </summary>
    public static async Task<Result<ChallengeRegister>> RegisterAsync(
        GovernanceDb db,
        string partnershipId,
        DateTime now,
        string? after = null,
        int take = 50
    )
    {
        int from = 0;
        if (
            after is not null
            && !int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out from)
        )
        {
            return Cursors.Unreadable();
        }

        string? name =
            partnershipId == Partnership.Installation
                ? null
                : await db.Set<Partnership>()
                    .Where(each => each.Id == partnershipId)
                    .Select(each => each.Name)
                    .SingleOrDefaultAsync();
        if (name is null)
        {
            return Refusal.NotFound;
        }

        List<Raising> raisings = await RaisingsAsync(db, partnershipId);
        Raising[] page = [.. raisings.Skip(from).Take(take)];
        List<RegisterEntry> items = [];
        for (int at = 0; at < page.Length; at++)
        {
            items.Add(await EntryAsync(db, page[at], from + at + 1));
        }

        return new ChallengeRegister(
            partnershipId,
            name,
            items,
            raisings.Count > from + page.Length
                ? (from + page.Length).ToString(CultureInfo.InvariantCulture)
                : null,
            await VacantSinceAsync(db, partnershipId, London.DateOf(now))
        );
    }

    /// <summary>Since when nobody holds the scrutiny function; null while somebody does.</summary>
    public static async Task<DateOnly?> VacantSinceAsync(
        GovernanceDb db,
        string partnershipId,
        DateOnly today
    )
    {
        Partnership? partnership = await db.Set<Partnership>()
            .AsNoTracking()
            .SingleOrDefaultAsync(each => each.Id == partnershipId);
        return partnership is null
            ? null
            : Vacancies
                .On(
                    today,
                    partnership.EstablishedOn,
                    [
                        .. (await AppointmentRoll.HistoryAsync(db, partnershipId)).Where(a =>
                            a.Role == Roles.Scrutineer
                        ),
                    ]
                )
                .FirstOrDefault(vacancy => vacancy.What == Roles.Scrutineer)
                ?.Since;
    }

    /// <summary>
    /// What somebody tried to do to a challenge and was not allowed to, newest first. For the scrutiny function alone, and for whoever
    /// reads the record anyway.
    /// </summary>
    public static async Task<Result<IReadOnlyList<ChallengeAttempt>>> AttemptsAsync(
        GovernanceDb db,
        string challengeId,
        string personId,
        DateTime now
    )
    {
        Challenge? challenge = await db.Set<Challenge>().FindAsync(challengeId);
        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            challenge?.PartnershipId,
            personId,
            ScrutinyPermissions.Scrutinise,
            London.DateOf(now)
        );
        if (standing.IsRefused)
        {
            return standing.Refusal;
        }

        string[] subjects =
        [
            challengeId,
            .. await db.Set<ChallengeAddressee>()
                .Where(each => each.ChallengeId == challengeId)
                .Select(each => each.Id)
                .ToListAsync(),
        ];
        List<RecordEntry> refused = await db.Set<RecordEntry>()
            .AsNoTracking()
            .Where(entry =>
                entry.PartnershipId == challenge!.PartnershipId
                && entry.Outcome == EntryOutcomes.Refused
                && (
                    (
                        (
                            entry.SubjectType == ScrutinyWords.Challenge
                            || entry.SubjectType == ScrutinyWords.Addressee
                        ) && subjects.Contains(entry.SubjectId)
                    )
                    // A workflow that would end challenges by itself is an attempt on every one that is open.
                    || (
                        entry.At >= challenge.RaisedAt
                        && (challenge.EndedAt == null || entry.At <= challenge.EndedAt)
                        && entry.Canonical.Contains("\"" + OnlyScrutinyEnds.Code + "\"")
                    )
                )
            )
            .OrderByDescending(entry => entry.Sequence)
            .Take(200)
            .ToListAsync();
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            refused.Select(entry => entry.Person)
        );
        return refused
            .Select(entry => new ChallengeAttempt(
                entry.Sequence,
                entry.At,
                names.GetValueOrDefault(entry.Person, entry.Person),
                entry.Act,
                EntryCanonicalForm
                    .Read(System.Text.Encoding.UTF8.GetBytes(entry.Canonical), out _)
                    ?.RefusalCode
                    ?? ""
            ))
            .ToList();
    }

    /// <summary>Every raising that the record knows, in order: the n-th is challenge n, whatever else is stored.</summary>
    private static async Task<List<Raising>> RaisingsAsync(GovernanceDb db, string partnershipId) =>
        await db.Set<RecordEntry>()
            .AsNoTracking()
            .Where(entry =>
                entry.PartnershipId == partnershipId
                && entry.SubjectType == ScrutinyWords.Challenge
                && entry.Act == "challenge.raise"
                && entry.Outcome == EntryOutcomes.Done
            )
            .OrderBy(entry => entry.Sequence)
            .Select(entry => new Raising(entry.SubjectId, entry.Sequence, entry.At))
            .ToListAsync();

    private static async Task<RegisterEntry> EntryAsync(
        GovernanceDb db,
        Raising raising,
        int number
    )
    {
        Challenge? challenge = await db.Set<Challenge>()
            .AsNoTracking()
            .SingleOrDefaultAsync(each => each.Id == raising.Id);
        DateOnly raised = London.DateOf(raising.At);
        if (challenge is null)
        {
            DateTime? disposed = await Erased
                .Disposals(db, ScrutinyWords.Challenge)
                .Where(entry => entry.SubjectId == raising.Id)
                .Select(entry => (DateTime?)entry.At)
                .FirstOrDefaultAsync();
            return new RegisterEntry(
                number,
                null,
                null,
                [],
                raised,
                null,
                null,
                null,
                null,
                Redacted: false,
                raising.Sequence,
                Missing: disposed is null,
                Fits: disposed is not null,
                DisposedOn: disposed is { } at ? London.DateOf(at) : null
            );
        }

        List<ChallengeAddressee> addressees = await db.Set<ChallengeAddressee>()
            .AsNoTracking()
            .Where(each => each.ChallengeId == challenge.Id)
            .ToListAsync();
        return new RegisterEntry(
            number,
            challenge.Redacted ? null : challenge.SubjectTitle,
            challenge.Redacted ? null : challenge.SubjectType,
            AddresseeLines(addressees),
            raised,
            challenge.EndedAt is { } ended ? London.DateOf(ended) : null,
            challenge.State,
            challenge.Seriousness,
            challenge.Redacted ? null : challenge.PublicSummary,
            challenge.Redacted,
            raising.Sequence,
            Missing: false,
            Fits: await ChallengeCheck.DoesNotFitAsync(db, challenge) is null
                && challenge.Number == number
        );
    }

    private sealed record Raising(string Id, long Sequence, DateTime At);
}
