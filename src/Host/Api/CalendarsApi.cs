using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;

namespace Governance.Host.Api;

/// <summary>Bank holidays by version, and new versions.</summary>
internal static class CalendarsApi
{
    public static void MapCalendars(this RouteGroupBuilder api)
    {
        RouteGroupBuilder calendars = api.MapGroup("/calendars").WithTags("Calendars");
        calendars
            .MapGet(string.Empty, ListAsync)
            .WithSummary("Every calendar with its versions and the holidays of some years.")
            .Produces<Page<CalendarAnswer>>();
        calendars
            .MapPost("/{c}/versions", ProposeAsync)
            .WithSummary("Proposes a new version; it takes effect when a second person agrees.")
            .Produces<CalendarVersionProposed>(StatusCodes.Status202Accepted);
        calendars
            .MapPost("/{c}/versions/preview", PreviewAsync)
            .WithSummary("Which running clocks a version would move; changes nothing.")
            .Produces<CalendarVersionPreview>();
    }

    /// <param name="from">The first year whose holidays are listed; this year when left out.</param>
    /// <param name="to">The last one; two years on when left out.</param>
    private static async Task<IResult> ListAsync(
        int? from,
        int? to,
        [AsParameters] Paging paging,
        ListCalendars list,
        CancellationToken cancellation
    ) =>
        (await list.HandleAsync(from, to, cancellation)).To(calendars =>
            paging.Of(calendars, calendar => calendar.Id).ToOk()
        );

    private static async Task<IResult> ProposeAsync(
        string c,
        CalendarVersionBody body,
        Caller caller,
        ProposeCalendarVersion propose,
        CancellationToken cancellation
    ) =>
        (await propose.HandleAsync(caller, c, body, cancellation)).To(proposed =>
            TypedResults.Accepted("/api/approvals", proposed)
        );

    private static async Task<IResult> PreviewAsync(
        string c,
        CalendarVersionBody body,
        Caller caller,
        PreviewCalendarVersion preview,
        CancellationToken cancellation
    ) => (await preview.HandleAsync(caller.PersonId, c, body, cancellation)).ToOk();
}
