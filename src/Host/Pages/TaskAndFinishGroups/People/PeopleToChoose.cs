using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>Whom one can bring into a group: everybody who holds or held something in its partnership, by name.</summary>
internal static class PeopleToChoose
{
    private const int MostAppointments = 500;

    public static async Task<IReadOnlyList<Choice>> OfAsync(
        GovernanceDb db,
        string partnership,
        string viewer,
        DateTime now
    )
    {
        Result<IReadOnlyList<PersonLine>> all = await PersonBook.OfPartnershipAsync(
            db,
            partnership,
            viewer,
            now
        );
        if (!all.IsRefused)
        {
            return Choices(all.Value);
        }

        // Whoever does not appoint sees the appointments themselves.
        Result<Page<AppointmentAnswer>> appointments = await AppointmentBook.ListAsync(
            db,
            partnership,
            viewer,
            now,
            new AppointmentFilter(),
            take: MostAppointments
        );
        return appointments.IsRefused
            ? []
            : Choices(appointments.Value.Items.Select(each => each.Person));
    }

    private static IReadOnlyList<Choice> Choices(IEnumerable<PersonLine> people) =>
        [
            .. people
                .DistinctBy(person => person.Id)
                .OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase)
                .Select(person => new Choice(person.Id, person.Name)),
        ];
}
