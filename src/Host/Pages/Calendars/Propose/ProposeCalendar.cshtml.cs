using System.Globalization;
using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Calendars;

/// <summary>A bank holiday to add, as it is typed.</summary>
internal sealed class AddedDay
{
    public DateFields Date { get; set; } = new();

    public string? Name { get; set; }

    public bool IsEmpty => Date.IsEmpty && string.IsNullOrWhiteSpace(Name);
}

/// <summary>A business unit proposes a calendar's next version: days, reason; which deadlines would move; sent for approval.</summary>
internal sealed class ProposeCalendarModel(
    ListCalendars list,
    ProposeCalendarVersion propose,
    PreviewCalendarVersion preview
) : GovernancePage
{
    private const int RowsAtFirst = 2;
    private const int MostRows = 20;

    [BindProperty]
    public List<AddedDay> Holidays { get; set; } = [];

    /// <summary>Days to take away, as <c>2027-05-31</c>.</summary>
    [BindProperty]
    public List<string> Removed { get; set; } = [];

    [BindProperty]
    public DateFields PublishedThrough { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    public CalendarAnswer Found { get; private set; } = null!;

    public CalendarVersionPreview? Preview { get; private set; }

    public bool MayAddRows => Holidays.Count < MostRows;

    public IEnumerable<AddedDay> Given => Holidays.Where(day => !day.IsEmpty);

    public IEnumerable<Choice> Kept =>
        Found
            .Versions[^1]
            .Holidays.Select(day => new Choice(
                day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                $"{Dates.Weekday(day.Date)}: {day.Name}"
            ));

    public IEnumerable<string> RemovedNames =>
        Kept.Where(choice => Removed.Contains(choice.Value)).Select(choice => choice.Text);

    private CalendarVersionBody Body =>
        new(
            [.. Given.Select(day => new CalendarHolidayBody(day.Date.Value, day.Name))],
            Reason,
            [
                .. Removed
                    .Select(day =>
                        DateOnly.TryParseExact(day, "yyyy-MM-dd", out DateOnly date)
                            ? date
                            : (DateOnly?)null
                    )
                    .OfType<DateOnly>(),
            ],
            PublishedThrough.Value
        );

    public Task<IActionResult> OnGetAsync(string c) => LoadAsync(c);

    public async Task<IActionResult> OnPostMoreAsync(string c)
    {
        IActionResult page = await LoadAsync(c);
        if (MayAddRows)
        {
            Holidays.Add(new());
        }

        return page;
    }

    public async Task<IActionResult> OnPostCheckAsync(string c)
    {
        IActionResult page = await LoadAsync(c);
        for (int row = 0; row < Holidays.Count; row++)
        {
            if (
                !Holidays[row].IsEmpty
                && Holidays[row].Date.Problem("The day", isRequired: true) is { } wrong
            )
            {
                ModelState.AddModelError($"Holidays[{row}].Date", wrong);
            }
        }

        if (PublishedThrough.Problem("The last published day", isRequired: false) is { } through)
        {
            ModelState.AddModelError(nameof(PublishedThrough), through);
        }

        if (ModelState.IsValid)
        {
            Result<CalendarVersionPreview> moved = await preview.HandleAsync(
                Viewer.PersonId,
                c,
                Body
            );
            if (moved.Refusal is { } refusal)
            {
                AddErrors(AtRows(refusal));
            }
            else
            {
                Preview = moved.Value;
            }
        }

        return ModelState.IsValid ? page : await AgainAsync(() => Task.FromResult(page));
    }

    public Task<IActionResult> OnPostChangeAsync(string c) => LoadAsync(c);

    public async Task<IActionResult> OnPostSendAsync(string c)
    {
        IActionResult page = await LoadAsync(c);
        Result<CalendarVersionProposed> proposed = await propose.HandleAsync(Caller, c, Body);
        return await AnswerAsync(
            proposed.Refusal is { } refusal
                ? Result<CalendarVersionProposed>.Refused(AtRows(refusal))
                : proposed,
            done =>
            {
                Tell(
                    $"Version {done.Version} is sent for approval. Another person of a business unit decides it."
                );
                return LocalRedirect($"/approvals/{done.Approval}");
            },
            () => Task.FromResult(page)
        );
    }

    /// <summary>The rule counts the days that were given, the form has empty rows between them; days taken away are one question.</summary>
    private Refusal AtRows(Refusal refusal)
    {
        if (refusal.Errors is null)
        {
            return refusal;
        }

        int[] rows = [.. Enumerable.Range(0, Holidays.Count).Where(row => !Holidays[row].IsEmpty)];
        Dictionary<string, string[]> errors = new(StringComparer.Ordinal);
        foreach ((string field, string[] messages) in refusal.Errors)
        {
            string at = field.StartsWith("removed", StringComparison.Ordinal) ? "removed" : field;
            for (int given = 0; given < rows.Length; given++)
            {
                string before = $"holidays[{given}].";
                if (field.StartsWith(before, StringComparison.Ordinal))
                {
                    at = $"holidays[{rows[given]}].{field[before.Length..]}";
                }
            }

            errors[at == "holidays" ? "holidays[0].date" : at] = messages;
        }

        return refusal with
        {
            Errors = errors,
        };
    }

    private async Task<IActionResult> LoadAsync(string c)
    {
        if (
            !Viewer.Partnerships.Any(known =>
                Viewer.May(known.Id, ClocksPermissions.ConfigureCalendars)
            )
        )
        {
            return Refuse(
                Modules.Partnerships.PartnershipsRefusals.NotPermitted(
                    ClocksPermissions.ConfigureCalendars
                )
            );
        }

        Result<IReadOnlyList<CalendarAnswer>> all = await list.HandleAsync(
            Reading.Today.Year,
            Reading.Today.Year + 3
        );
        if (all.IsRefused || all.Value.FirstOrDefault(known => known.Id == c) is not { } found)
        {
            return Refuse(all.Refusal ?? Refusal.NotFound);
        }

        Found = found;
        while (Holidays.Count < RowsAtFirst)
        {
            Holidays.Add(new());
        }

        return Page();
    }
}
