using System.Globalization;
using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Clocks;

/// <summary>Works out any deadline and shows its receipt; starts no clock. A GET form, so that the address keeps the answer.</summary>
internal sealed class CalculationModel(CalculateClock calculate) : GovernancePage
{
    private static readonly string[] Times = ["HH:mm", "H:mm", "HH:mm:ss"];

    [BindProperty(SupportsGet = true)]
    public DateFields Received { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Time { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Amount { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Calendar { get; set; }

    public ClockReceipt? Receipt { get; private set; }

    public static IReadOnlyList<Choice> Units { get; } =
    [
        new("workingDays", "Working days"),
        new("hours", "Hours", "They run by night and at weekends too"),
    ];

    public static IReadOnlyList<Choice> Calendars { get; } =
        Choice.Of(CalendarIds.All, CalendarIds.NameOf);

    public async Task<IActionResult> OnGetAsync()
    {
        if (Request.Query.Count == 0)
        {
            Received = DateFields.Of(Reading.Today);
            Time = "09:00";
            Unit = "workingDays";
            Calendar = CalendarIds.EnglandAndWales;
            return Page();
        }

        if (Received.Problem("The day of receipt", isRequired: true) is { } problem)
        {
            ModelState.AddModelError(nameof(Received), problem);
        }

        TimeOnly at = default;
        if (
            !string.IsNullOrWhiteSpace(Time)
            && !TimeOnly.TryParseExact(
                Time.Trim(),
                Times,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out at
            )
        )
        {
            ModelState.AddModelError(nameof(Time), "The time must be like 17:00.");
        }

        Result<ClockReceipt> receipt = await calculate.HandleAsync(
            Received.Value is { } day
                ? day.ToDateTime(at).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)
                : null,
            Amount?.Trim(),
            Unit,
            Calendar
        );
        if (receipt.Refusal is { Errors: { } errors })
        {
            foreach ((string field, string[] messages) in errors)
            {
                if (field != "received" || Received.Value is not null)
                {
                    ModelState.AddModelError(field, messages[0]);
                }
            }
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(() => Task.FromResult<IActionResult>(Page()));
        }

        Receipt = receipt.Value;
        return Page();
    }
}
