using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Search;

/// <summary>People by name, in every partnership in which they hold or have held something; whoever may see the partnership finds them.</summary>
internal sealed class SearchedPeople : ISearchSource
{
    public string Kind => SearchKinds.Person;

    public int Edition => 1;

    public IReadOnlyList<Permission> Permissions { get; } =
    [PartnershipsPermissions.SeePartnership];

    public IEnumerable<string> SubjectsOf(GovernanceDb db, object row) =>
        row switch
        {
            Person person => [person.Id],
            Appointment appointment => [appointment.PersonId],
            _ => [],
        };

    public async Task<IReadOnlyList<SearchDraft>> DescribeAsync(
        GovernanceDb db,
        IReadOnlyCollection<string> subjects
    )
    {
        List<Person> people = await db.Set<Person>()
            .AsNoTracking()
            .Where(person => subjects.Contains(person.Id))
            .ToListAsync();
        ILookup<string, Appointment> held = (
            await db.Set<Appointment>()
                .AsNoTracking()
                .Where(a => subjects.Contains(a.PersonId))
                .Where(a => a.PartnershipId != Partnership.Installation)
                .ToListAsync()
        ).ToLookup(a => a.PersonId, StringComparer.Ordinal);
        return
        [
            .. from person in people
            from partnership in held[person.Id].GroupBy(a => a.PartnershipId)
            select new SearchDraft(
                partnership.Key,
                person.Id,
                person.DisplayName,
                SearchDraft.Text(
                    partnership
                        .Select(a => RoleWords.Of(a))
                        .Distinct(StringComparer.Ordinal)
                        .Order(StringComparer.Ordinal)
                ),
                partnership.Max(a => a.ProposedAt),
                SearchKeys.May(PartnershipsPermissions.SeePartnership)
            )
            {
                PersonId = person.Id,
                Seats = [.. partnership.Select(a => a.Seat).OfType<string>().Distinct()],
            },
        ];
    }

    public async Task<IReadOnlyList<string>> NextAsync(GovernanceDb db, string? after, int take) =>
        await db.Set<Person>()
            .Select(person => person.Id)
            .Where(id => after == null || string.Compare(id, after) > 0)
            .OrderBy(id => id)
            .Take(take)
            .ToListAsync();
}

/// <summary>Relevant agencies by name, also those that are no longer named.</summary>
internal sealed class SearchedAgencies : ISearchSource
{
    public string Kind => SearchKinds.Agency;

    public int Edition => 1;

    public IReadOnlyList<Permission> Permissions { get; } =
    [PartnershipsPermissions.SeePartnership];

    public IEnumerable<string> SubjectsOf(GovernanceDb db, object row) =>
        row is RelevantAgency agency ? [agency.Id] : [];

    public async Task<IReadOnlyList<SearchDraft>> DescribeAsync(
        GovernanceDb db,
        IReadOnlyCollection<string> subjects
    ) =>
        [
            .. (
                await db.Set<RelevantAgency>()
                    .AsNoTracking()
                    .Where(agency => subjects.Contains(agency.Id))
                    .ToListAsync()
            ).Select(agency => new SearchDraft(
                agency.PartnershipId,
                agency.Id,
                agency.Name,
                "",
                London.ToUtc(agency.From, TimeOnly.MinValue),
                SearchKeys.May(PartnershipsPermissions.SeePartnership)
            )),
        ];

    public async Task<IReadOnlyList<string>> NextAsync(GovernanceDb db, string? after, int take) =>
        await db.Set<RelevantAgency>()
            .Select(agency => agency.Id)
            .Where(id => after == null || string.Compare(id, after) > 0)
            .Distinct()
            .OrderBy(id => id)
            .Take(take)
            .ToListAsync();
}

/// <summary>The calendars, which are everybody's, by the reasons of their versions and the days that those changed.</summary>
internal sealed class SearchedCalendars : ISearchSource
{
    public string Kind => SearchKinds.Calendar;

    public int Edition => 1;

    public IReadOnlyList<Permission> Permissions { get; } =
    [PartnershipsPermissions.SeePartnership];

    public IEnumerable<string> SubjectsOf(GovernanceDb db, object row) =>
        row switch
        {
            CalendarVersion version => [version.CalendarId],
            Partnership => CalendarIds.All,
            _ => [],
        };

    public async Task<IReadOnlyList<SearchDraft>> DescribeAsync(
        GovernanceDb db,
        IReadOnlyCollection<string> subjects
    )
    {
        List<Partnership> partnerships = await db.Set<Partnership>()
            .AsNoTracking()
            .Where(partnership => partnership.Id != Partnership.Installation)
            .ToListAsync();
        ILookup<string, CalendarVersion> versions = (
            await db.Set<CalendarVersion>()
                .AsNoTracking()
                .Where(version => subjects.Contains(version.CalendarId))
                .OrderBy(version => version.Version)
                .ToListAsync()
        ).ToLookup(version => version.CalendarId, StringComparer.Ordinal);
        return
        [
            .. from id in subjects.Where(id => CalendarIds.All.Contains(id))
            from partnership in partnerships
            select new SearchDraft(
                partnership.Id,
                id,
                $"Calendar: {CalendarIds.NameOf(id)}",
                SearchDraft.Text(
                    versions[id]
                        .SelectMany(version =>
                            version.Changes.Select(change => change.Name).Prepend(version.Reason)
                        )
                ),
                versions[id].Select(version => version.CreatedAt).LastOrDefault(Never(partnership)),
                SearchKeys.May(PartnershipsPermissions.SeePartnership)
            ),
        ];
    }

    public Task<IReadOnlyList<string>> NextAsync(GovernanceDb db, string? after, int take) =>
        Task.FromResult<IReadOnlyList<string>>([
            .. CalendarIds
                .All.Where(id => after is null || string.CompareOrdinal(id, after) > 0)
                .Order(StringComparer.Ordinal)
                .Take(take),
        ]);

    /// <summary>Without a loaded version it stands as it came with the release.</summary>
    private static DateTime Never(Partnership partnership) =>
        London.ToUtc(partnership.EstablishedOn, TimeOnly.MinValue);
}
