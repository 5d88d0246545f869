using Governance.Contracts;
using Governance.Modules.Calendars;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Calendars;

/// <summary>The calendars that deadlines are counted by.</summary>
internal sealed class CalendarsModel(ListCalendars list) : GovernancePage
{
    public IReadOnlyList<CalendarAnswer> Found { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() =>
        Show(await list.HandleAsync(), found => Found = found);
}
