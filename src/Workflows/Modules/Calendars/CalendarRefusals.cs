using Governance.Contracts;

namespace Governance.Modules.Calendars;

/// <summary>The expected noes of calendars.</summary>
public static class CalendarRefusals
{
    public static Refusal UnknownCalendar { get; } =
        Refusal.Invalid(
            "calendar",
            $"Name one of the calendars: {string.Join(", ", CalendarIds.All)}."
        );
}
