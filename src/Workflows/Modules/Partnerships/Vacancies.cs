using Governance.Contracts;

namespace Governance.Modules.Partnerships;

/// <summary>What nobody holds on a day, and since when (DOMAIN A1.7, B1.9). Computed, never stored. Pure.</summary>
public static class Vacancies
{
    public static IReadOnlyList<VacancyAnswer> On(
        DateOnly day,
        DateOnly established,
        IReadOnlyCollection<Appointment> history
    )
    {
        List<VacancyAnswer> vacancies = [];
        foreach (string seat in Seats.All)
        {
            foreach (string level in (string[])[Levels.Lead, Levels.Delegate])
            {
                Add(
                    level,
                    seat,
                    a => a.Seat == seat && a.Level == level,
                    $"The {RoleWords.OfSeat(seat)} seat has no {level}"
                );
            }
        }

        Add(
            Roles.PartnershipChair,
            null,
            a => a.Role == Roles.PartnershipChair,
            "The partnership has no chair"
        );
        Add(Roles.Scrutineer, null, a => a.Role == Roles.Scrutineer, "No scrutineer is appointed");
        Add(
            Roles.BusinessUnit,
            null,
            a => a.Role == Roles.BusinessUnit,
            "Nobody is appointed to the business unit"
        );
        return vacancies;

        void Add(string what, string? seat, Func<Appointment, bool> holds, string message)
        {
            if (Since(day, established, [.. history.Where(holds)], history) is { } since)
            {
                vacancies.Add(
                    new VacancyAnswer(what, seat, since, $"{message} since {since:d MMMM yyyy}.")
                );
            }
        }
    }

    /// <summary>
    /// Null when somebody holds it; otherwise the first day of the gap. A chair holds the chair only while they are a seat's
    /// delegate.
    /// </summary>
    private static DateOnly? Since(
        DateOnly day,
        DateOnly established,
        IReadOnlyList<Appointment> holding,
        IReadOnlyCollection<Appointment> history
    )
    {
        DateOnly? lastHeld = null;
        foreach (Appointment held in holding.Where(a => a.Status == AppointmentStates.Active))
        {
            if (
                LastDayHeld(held, day, history) is { } last
                && (lastHeld is null || last > lastHeld)
            )
            {
                lastHeld = last;
            }
        }

        if (lastHeld >= day)
        {
            return null;
        }

        return lastHeld?.AddDays(1) ?? established;
    }

    /// <summary>The last day, up to the given one, on which the appointment counted; null when there was none.</summary>
    private static DateOnly? LastDayHeld(
        Appointment held,
        DateOnly day,
        IReadOnlyCollection<Appointment> history
    )
    {
        DateOnly last = Earlier(held.LastDay, day);
        if (held.Role == Roles.PartnershipChair)
        {
            DateOnly? asDelegate = history
                .Where(a =>
                    a.PersonId == held.PersonId
                    && a.Level == Levels.Delegate
                    && a.Status == AppointmentStates.Active
                    && a.From <= last
                    && a.From <= a.LastDay
                )
                .Select(a => (DateOnly?)a.LastDay)
                .Max();
            if (asDelegate is null)
            {
                return null;
            }

            last = Earlier(last, asDelegate.Value);
        }

        return held.From <= last ? last : null;
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
