using Governance.Contracts;
using Governance.Host.Api;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Host.Rehearsal;

/// <summary>Whom one can be, a token for them, and the clock.</summary>
internal static class RehearsalApi
{
    public static void MapRehearsalApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder rehearsal = routes
            .MapGroup("/rehearsal")
            .AllowAnonymous()
            .WithTags("Rehearsal");
        rehearsal
            .MapGet("/people", PeopleAsync)
            .WithSummary("Everybody one can be: one row per appointment held today.")
            .Produces<IReadOnlyList<RehearsalPerson>>();
        rehearsal
            .MapPost("/token", TokenAsync)
            .WithSummary("A bearer token for /api.")
            .Produces<RehearsalToken>();
        rehearsal
            .MapGet("/clock", (TimeProvider time) => new RehearsalClock(Moments.Now(time)))
            .WithSummary("The time that acts and timers see.");
        rehearsal
            .MapPut("/clock", SetClockAsync)
            .WithSummary(
                "Sets the clock, forward or back; it stands still from then on. Answers when everything due by then is done."
            )
            .Produces<RehearsalClock>()
            .DisableRequestTimeout();
    }

    private static async Task<IResult> PeopleAsync(
        IReadGovernance read,
        TimeProvider time,
        CancellationToken cancellation
    ) => Results.Ok(await RehearsalPeople.ListAsync(read, time, cancellation));

    private static async Task<IResult> TokenAsync(
        RehearsalTokenBody body,
        RehearsalTokens tokens,
        IReadGovernance read,
        CancellationToken cancellation
    )
    {
        await using GovernanceDb db = read.OpenReader();
        Person? person = await db.Set<Person>()
            .SingleOrDefaultAsync(known => known.Id == body.Person, cancellation);
        return person is null
            ? ResultHttp.Problem(
                Refusal.Invalid("person", "Nobody has this id; GET /rehearsal/people lists them.")
            )
            : Results.Ok(new RehearsalToken(tokens.Issue(person)));
    }

    private static async Task<IResult> SetClockAsync(
        RehearsalClock body,
        RehearsalClockSetting setting
    )
    {
        if (!RehearsalClockSetting.IsWithinReach(body.Now))
        {
            return ResultHttp.Problem(
                Refusal.Invalid("now", "The clock can be set from 2000 to 2199.")
            );
        }

        return Results.Ok(
            new RehearsalClock(await setting.SetAsync(Moments.WholeMilliseconds(body.Now)))
        );
    }
}

internal sealed record RehearsalTokenBody(string Person);

internal sealed record RehearsalToken(string AccessToken);

internal sealed record RehearsalClock(DateTime Now);

/// <summary>Somebody one can be, by one of their appointments.</summary>
internal sealed record RehearsalPerson(
    string Id,
    string Name,
    string Role,
    string? Seat,
    string? Level,
    string? Agency,
    string Partnership
);
