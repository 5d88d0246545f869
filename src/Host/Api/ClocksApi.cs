using Governance.Contracts;
using Governance.Modules.Clocks;

namespace Governance.Host.Api;

/// <summary>Deadlines and how they came about, day by day.</summary>
internal static class ClocksApi
{
    public static void MapClocks(this RouteGroupBuilder api)
    {
        RouteGroupBuilder clocks = api.MapGroup("/clocks").WithTags("Clocks");
        clocks
            .MapGet("/calculation", CalculateAsync)
            .WithSummary("The receipt that a clock would have; starts none.")
            .Produces<ClockReceipt>();
        clocks
            .MapGet("/{id}", FindAsync)
            .WithSummary("A clock's receipt and how its deadline moved.")
            .Produces<ClockReceipt>();
        clocks
            .MapPost("/{id}/pauses", PauseAsync)
            .WithSummary(
                "The clock stands still for a listed reason until a named day; the receipt lists the reasons for whoever may."
            )
            .Produces(StatusCodes.Status204NoContent);
        clocks
            .MapPost("/{id}/resumption", ResumeAsync)
            .WithSummary("The clock runs again before that day.")
            .Produces(StatusCodes.Status204NoContent);
        clocks
            .MapPost("/{id}/review", ReviewAsync)
            .WithSummary("The business unit has looked at a flagged clock, and says what it found.")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> CalculateAsync(
        string? received,
        string? amount,
        string? unit,
        string? calendar,
        CalculateClock calculate
    ) => (await calculate.HandleAsync(received, amount, unit, calendar)).ToOk();

    private static async Task<IResult> FindAsync(string id, Caller caller, GetClock get) =>
        (await get.HandleAsync(caller.PersonId, id)).ToSingle();

    private static async Task<IResult> PauseAsync(
        string id,
        PauseClockBody body,
        Caller caller,
        PauseClock pause,
        CancellationToken cancellation
    ) => (await pause.HandleAsync(caller, id, body, cancellation)).ToNoContent();

    private static async Task<IResult> ResumeAsync(
        string id,
        Caller caller,
        PauseClock pause,
        CancellationToken cancellation
    ) => (await pause.EndAsync(caller, id, cancellation)).ToNoContent();

    private static async Task<IResult> ReviewAsync(
        string id,
        ReviewClockBody body,
        Caller caller,
        ReviewClock review,
        CancellationToken cancellation
    ) => (await review.HandleAsync(caller, id, body, cancellation)).ToNoContent();
}
