using System.Globalization;
using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Calendars;

/// <summary>One calendar: its bank holidays by year, and its versions with who loaded them and why.</summary>
internal sealed class CalendarModel(ListCalendars list) : GovernancePage
{
    private const int YearsShown = 3;

    /// <summary>The first year shown; this year when left out.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    public CalendarAnswer Found { get; private set; } = null!;

    public int FirstYear { get; private set; }

    public IReadOnlyDictionary<int, CalendarVersionAuthors> Authors { get; private set; } =
        new Dictionary<int, CalendarVersionAuthors>();

    public IEnumerable<IGrouping<int, CalendarHoliday>> Years =>
        Found.Versions[^1].Holidays.GroupBy(day => day.Date.Year);

    public bool MayPropose =>
        Viewer.Partnerships.Any(known =>
            Viewer.May(known.Id, ClocksPermissions.ConfigureCalendars)
        );

    public async Task<IActionResult> OnGetAsync(string c)
    {
        FirstYear = Reading.Today.Year;
        if (
            !string.IsNullOrWhiteSpace(From)
            && !(
                int.TryParse(From, NumberStyles.None, CultureInfo.InvariantCulture, out int year)
                && year is >= 1978 and <= 2197
            )
        )
        {
            ModelState.AddModelError(nameof(From), "Give a year from 1978 to 2197.");
        }
        else if (!string.IsNullOrWhiteSpace(From))
        {
            FirstYear = int.Parse(From, CultureInfo.InvariantCulture);
        }

        Result<IReadOnlyList<CalendarAnswer>> all = await list.HandleAsync(
            FirstYear,
            FirstYear + YearsShown - 1
        );
        if (all.IsRefused || all.Value.FirstOrDefault(known => known.Id == c) is not { } found)
        {
            return Refuse(all.Refusal ?? Refusal.NotFound);
        }

        Found = found;
        await using GovernanceDb db = Reading.Open();
        Authors = await CalendarAuthors.OfAsync(db, c, Viewer.PersonId, Reading.Today);
        return Page();
    }

    /// <summary>"Policy Officer; agreed by Business Manager", without people of partnerships that the viewer does not know.</summary>
    public string AuthorsOf(int version) =>
        !Authors.TryGetValue(version, out CalendarVersionAuthors? by)
            ? "Released with the product"
            : $"Proposed by {by.ProposedBy?.Name ?? "another partnership"}, agreed by {by.LoadedBy?.Name ?? "another partnership"}";
}
