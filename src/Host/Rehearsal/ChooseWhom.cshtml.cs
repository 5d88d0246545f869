using System.Globalization;
using Governance.Host.Composition;
using Governance.Host.Pages;
using Governance.Host.SignIn;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Governance.Host.Rehearsal;

/// <summary>Everybody whom one can be, and the clock. The rehearsal's sign-in for pages.</summary>
[AllowAnonymous]
internal sealed class ChooseWhomModel(
    IReadGovernance read,
    TimeProvider time,
    RehearsalClockSetting clock
) : GovernancePage
{
    private static readonly string[] Times = ["HH:mm:ss", "HH:mm", "H:mm"];

    private Dictionary<string, string> _names = [];

    protected override bool RequiresSignIn => false;

    public IReadOnlyList<RehearsalPerson> People { get; private set; } = [];

    public DateTime Now { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public DateFields Date { get; set; } = new();

    [BindProperty]
    public string? Time { get; set; }

    public string Commands =>
        $$"""
            curl -s {{Here}}/rehearsal/token -H 'content-type: application/json' -d '{"person":"ID"}'
            curl -s {{Here}}/rehearsal/clock -X PUT -H 'content-type: application/json' -d '{"now":"2027-02-03T17:00:01Z"}'
            """;

    private string Here => $"{Request.Scheme}://{Request.Host}";

    public string NameOf(string partnership) => _names.GetValueOrDefault(partnership, partnership);

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        Date = DateFields.Of(London.DateOf(Now));
        Time = London.TimeOf(Now).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPostBeAsync(string? person)
    {
        await using GovernanceDb db = read.OpenReader();
        Person? chosen = await db.Set<Person>().SingleOrDefaultAsync(known => known.Id == person);
        if (chosen is null)
        {
            ModelState.AddModelError(string.Empty, "Choose somebody from the list.");
            return await AgainAsync(OnGetAsync);
        }

        await PageSignIn.SignInAsync(
            HttpContext,
            chosen.Id,
            chosen.TenantId,
            RealTime.Clock.GetUtcNow().ToUnixTimeSeconds()
        );
        return LocalRedirect(Local(ReturnUrl));
    }

    public async Task<IActionResult> OnPostClockAsync()
    {
        TimeOnly at = default;
        bool isTime =
            Time is not null
            && TimeOnly.TryParseExact(
                Time.Trim(),
                Times,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out at
            );
        if (Date.Problem("The day", isRequired: true) is { } problem)
        {
            ModelState.AddModelError(nameof(Date), problem);
        }

        if (!isTime)
        {
            ModelState.AddModelError(nameof(Time), "The time must be like 17:00 or 17:00:01.");
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(async () =>
            {
                await LoadAsync();
                return Page();
            });
        }

        await clock.SetAsync(London.ToUtc(Date.Value!.Value, at));
        Tell("The clock is set.");
        return LocalRedirect(Local(ReturnUrl));
    }

    private async Task LoadAsync()
    {
        Now = Moments.Now(time);
        People = await RehearsalPeople.ListAsync(read, time, HttpContext.RequestAborted);
        await using GovernanceDb db = read.OpenReader();
        _names = await db.Set<Partnership>().ToDictionaryAsync(each => each.Id, each => each.Name);
    }
}
