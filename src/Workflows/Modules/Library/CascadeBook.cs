using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Library;

/// <summary>Reads of cascades, as far as the reader may see them: who may see the policy sees how far each agency is.</summary>
public static class CascadeBook
{
    /// <summary>How the version in force has reached the agencies.</summary>
    public static async Task<Result<CascadeAnswer>> FindAsync(
        GovernanceDb db,
        string policyId,
        string personId,
        DateTime now
    )
    {
        Result<PolicyReader> reader = await PolicyReader.OfAsync(db, policyId, personId, now);
        if (reader.IsRefused)
        {
            return reader.Refusal;
        }

        Policy policy = reader.Value.Policy;
        PolicyVersion shown = (
            await PolicyTexts.FindVersionAsync(
                db,
                policyId,
                policy.PublishedVersion ?? policy.NewestVersion
            )
        )!;
        List<Dissemination> all = await db.Set<Dissemination>()
            .Include(each => each.Agencies)
            .Where(each => each.PolicyId == policyId)
            .OrderByDescending(each => each.Number)
            .ToListAsync();
        Dissemination? about = all.Find(each => each.Number == shown.Number);
        CascadeReader who = new(
            await Standing.LoadAsync(db, policy.PartnershipId, personId, London.DateOf(now)),
            reader.Value.SeesDrafts
        );
        CascadeAnswer answer = new()
        {
            Policy = policy.Id,
            Partnership = policy.PartnershipId,
            Title = shown.Title,
            Version = shown.Number,
            Hash = shown.Hash,
            State = about?.State ?? DisseminationStates.None,
            Told = about?.ToldAt,
            Ended = about?.EndedAt,
            Count = about is null ? new CascadeCount(0, 0) : CountOf(about),
            Agencies = [],
            Outstanding = [],
            Chased = about?.ChasedAt,
            MayChase = who.MayChase(policy),
            Earlier =
            [
                .. all.Where(each => each != about)
                    .Select(each => new CascadeHistoryLine(
                        each.Number,
                        each.State,
                        CountOf(each),
                        each.ToldAt,
                        each.EndedAt
                    )),
            ],
        };
        return about is null ? answer : await WithAgenciesAsync(db, answer, about, who, now);
    }

    /// <summary>One agency's cascade as its representative sees it.</summary>
    internal static async Task<CascadeAgencyAnswer> AnswerAsync(
        GovernanceDb db,
        Dissemination about,
        AgencyCascade agency,
        bool mayConfirm
    )
    {
        Clock? clock = about.ClockId is null
            ? null
            : await db.Set<Clock>().FindAsync(about.ClockId);
        return Of(agency, clock, await NamesAsync(db, [agency]), seesNote: true, mayConfirm);
    }

    /// <summary>k of n for one version; null when nobody was asked.</summary>
    internal static async Task<CascadeCount?> CountAsync(
        GovernanceDb db,
        string policyId,
        int number
    ) =>
        await db.Set<Dissemination>()
            .Where(each => each.PolicyId == policyId && each.Number == number)
            .Select(each => new CascadeCount(
                each.Agencies.Count(agency => agency.ConfirmedAt != null),
                each.Agencies.Count
            ))
            .SingleOrDefaultAsync()
            is { Agencies: > 0 } count
            ? count
            : null;

    internal static CascadeCount CountOf(Dissemination about) =>
        new(about.Agencies.Count - about.Outstanding.Count(), about.Agencies.Count);

    private static async Task<CascadeAnswer> WithAgenciesAsync(
        GovernanceDb db,
        CascadeAnswer answer,
        Dissemination about,
        CascadeReader who,
        DateTime now
    )
    {
        Clock? clock = about.ClockId is null
            ? null
            : await db.Set<Clock>().SingleOrDefaultAsync(each => each.Id == about.ClockId);
        WorkingCalendar calendar = await CalendarBook.CurrentAsync(db, CalendarIds.EnglandAndWales);
        IReadOnlyDictionary<string, string> names = await NamesAsync(db, about.Agencies);
        int? left =
            clock is not null && about.IsOpen
                ? ClockCalculation.WorkingDaysLeft(now, clock.DueAt, calendar)
                : null;
        return answer with
        {
            Due = clock?.DueAt,
            Clock = clock?.Id,
            WorkingDaysLeft = left,
            Agencies =
            [
                .. InOrder(about.Agencies)
                    .Select(agency =>
                        Of(
                            agency,
                            clock,
                            names,
                            who.SeesNoteOf(agency),
                            about.IsOpen && who.Represents(agency)
                        )
                    ),
            ],
            Outstanding = left is { } days
                ? await OutstandingAsync(db, about, clock!, days, now)
                : [],
            ChaseFrom =
                about.IsOpen && about.Outstanding.Any()
                    ? ChaseRules.From(about, calendar, now)
                    : null,
        };
    }

    private static async Task<IReadOnlyList<CascadeOutstanding>> OutstandingAsync(
        GovernanceDb db,
        Dissemination about,
        Clock clock,
        int workingDaysLeft,
        DateTime now
    )
    {
        Appointment[] representing =
        [
            .. (await AppointmentRoll.HeldAsync(db, about.PartnershipId, London.DateOf(now))).Where(
                held => held.Role == Roles.AgencyRepresentative
            ),
        ];
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            representing.Select(held => held.PersonId)
        );
        return
        [
            .. InOrder(about.Outstanding)
                .Select(agency => new CascadeOutstanding(
                    agency.AgencyId,
                    agency.AgencyName,
                    workingDaysLeft,
                    ClockCalculation.IsLate(now, clock.DueAt),
                    [.. agency.Missing],
                    [
                        .. representing
                            .Where(held => held.AgencyId == agency.AgencyId)
                            .Select(held => held.PersonId)
                            .Distinct()
                            .Order(StringComparer.Ordinal)
                            .Select(id => new PersonLine(id, names.GetValueOrDefault(id, id))),
                    ],
                    about.ChasedAt
                )),
        ];
    }

    private static CascadeAgencyAnswer Of(
        AgencyCascade agency,
        Clock? clock,
        IReadOnlyDictionary<string, string> names,
        bool seesNote,
        bool mayConfirm
    ) =>
        new(
            agency.AgencyId,
            agency.AgencyName,
            agency.ToldAt,
            clock?.DueAt,
            agency.Briefed,
            agency.WebsiteUpdated,
            agency.OwnPolicyUpdated,
            agency.TrainingUpdated,
            seesNote ? agency.Note : null,
            agency.ChangedAt,
            agency.ChangedBy is null ? null : names.GetValueOrDefault(agency.ChangedBy),
            agency.ConfirmedAt,
            agency.ConfirmedBy is null ? null : names.GetValueOrDefault(agency.ConfirmedBy),
            mayConfirm
        );

    private static IEnumerable<AgencyCascade> InOrder(IEnumerable<AgencyCascade> agencies) =>
        agencies
            .OrderBy(agency => agency.AgencyName, StringComparer.Ordinal)
            .ThenBy(agency => agency.AgencyId, StringComparer.Ordinal);

    private static Task<IReadOnlyDictionary<string, string>> NamesAsync(
        GovernanceDb db,
        IEnumerable<AgencyCascade> agencies
    ) =>
        AppointmentRoll.NamesAsync(
            db,
            agencies
                .SelectMany(agency => new[] { agency.ChangedBy, agency.ConfirmedBy })
                .OfType<string>()
        );

    /// <summary>Notes are for the agency itself and for those who see drafts.</summary>
    private sealed record CascadeReader(Standing Standing, bool SeesDrafts)
    {
        public bool Represents(AgencyCascade agency) => Standing.Agencies.Contains(agency.AgencyId);

        public bool MayChase(Policy policy) =>
            Standing.Holds(Roles.BusinessUnit)
            || policy.GroupId is { } group && Standing.Chairs(group);

        public bool SeesNoteOf(AgencyCascade agency) => SeesDrafts || Represents(agency);
    }
}
