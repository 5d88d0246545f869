using Governance.Contracts;
using Governance.Modules.Meetings;
using Governance.Modules.Transfer;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Api;

/// <summary>The registers of decisions and actions, and what is done with an action.</summary>
internal static class DecisionsApi
{
    public static void MapDecisions(this RouteGroupBuilder api)
    {
        RouteGroupBuilder decisions = api.MapGroup(string.Empty).WithTags("Meetings");
        decisions
            .MapGet("/partnerships/{p}/decisions", ListAsync)
            .WithSummary("Decisions of the bodies that I may read, latest first.")
            .Produces<Page<DecisionLine>>();
        decisions
            .MapGet("/partnerships/{p}/decisions.csv", CsvAsync)
            .WithSummary("The same register as a CSV file.")
            .Produces(StatusCodes.Status200OK, contentType: CsvText.ContentType);
        decisions
            .MapGet("/decisions/{d}", FindAsync)
            .WithSummary("One decision with everything that it rests on, exactly as it was hashed.")
            .Produces<DecisionAnswer>();
        MapActions(decisions);
    }

    private static void MapActions(RouteGroupBuilder actions)
    {
        actions
            .MapGet("/partnerships/{p}/actions", ActionsAsync)
            .WithSummary("Actions that I may see, earliest due first, by filter.")
            .Produces<Page<ActionLine>>();
        actions
            .MapGet("/partnerships/{p}/actions.csv", ActionsCsvAsync)
            .WithSummary("The same register as a CSV file.")
            .Produces(StatusCodes.Status200OK, contentType: CsvText.ContentType);
        actions
            .MapPost("/partnerships/{p}/actions", OpenAsync)
            .WithSummary(
                "Opens an action, from a decision or on its own, with an owner and a date."
            )
            .Produces<ActionAnswer>(StatusCodes.Status201Created);
        actions
            .MapGet("/actions/{a}", FindActionAsync)
            .WithSummary("One action with its evidence.")
            .Produces<ActionAnswer>();
        actions
            .MapPost("/actions/{a}/completion", CompleteAsync)
            .WithSummary("Its owner says that it is done, with evidence.")
            .Produces<ActionAnswer>();
        actions
            .MapPost("/actions/{a}/verification", VerifyAsync)
            .WithSummary(
                "Somebody else than the owner verifies it, or gives it back with a reason."
            )
            .Produces<ActionAnswer>();
    }

    private static async Task<IResult> ListAsync(
        string p,
        [FromQuery] string? body,
        [FromQuery] string? outcome,
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (
            await DecisionBook.ListAsync(
                db,
                p,
                caller.PersonId,
                reading.Now,
                new DecisionFilter(body, outcome),
                paging.After,
                paging.Count
            )
        ).ToOk();
    }

    private static async Task<IResult> CsvAsync(
        string p,
        [FromQuery] string? body,
        [FromQuery] string? outcome,
        Caller caller,
        Reading reading
    ) =>
        (
            await RegisterCsv.OfDecisionsAsync(
                reading,
                p,
                caller.PersonId,
                new DecisionFilter(body, outcome)
            )
        ).To(RegisterCsv.Download("decisions.csv"));

    private static async Task<IResult> FindAsync(string d, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await DecisionBook.ReadAsync(db, d, caller.PersonId, reading.Now)).ToSingle();
    }

    private static async Task<IResult> ActionsAsync(
        string p,
        [AsParameters] ActionQuery query,
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (
            await ActionListing.ListAsync(
                db,
                p,
                caller.PersonId,
                reading.Now,
                query.Filter,
                paging.After,
                paging.Count
            )
        ).ToOk();
    }

    private static async Task<IResult> ActionsCsvAsync(
        string p,
        [AsParameters] ActionQuery query,
        Caller caller,
        Reading reading
    ) =>
        (await RegisterCsv.OfActionsAsync(reading, p, caller.PersonId, query.Filter)).To(
            RegisterCsv.Download("actions.csv")
        );

    private static async Task<IResult> OpenAsync(
        string p,
        OpenActionBody body,
        Caller caller,
        OpenAction open,
        CancellationToken cancellation
    ) =>
        (await open.HandleAsync(caller, p, body, cancellation)).ToCreated(action =>
            $"/api/actions/{action.Id}"
        );

    private static async Task<IResult> FindActionAsync(string a, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await ActionListing.FindAsync(db, a, caller.PersonId, reading.Now)).ToSingle();
    }

    private static async Task<IResult> CompleteAsync(
        string a,
        CompleteActionBody body,
        Caller caller,
        CompleteAction complete,
        CancellationToken cancellation
    ) => (await complete.HandleAsync(caller, a, body, cancellation)).ToOk();

    private static async Task<IResult> VerifyAsync(
        string a,
        VerifyActionBody body,
        Caller caller,
        VerifyAction verify,
        CancellationToken cancellation
    ) => (await verify.HandleAsync(caller, a, body, cancellation)).ToOk();
}

/// <summary>Which actions are asked for.</summary>
/// <param name="State">open, completed or verified.</param>
/// <param name="Owner">A seat, or a person's id.</param>
/// <param name="Overdue">Only those that are late.</param>
/// <param name="Mine">Only what I, or a seat of mine, have to do or to verify.</param>
internal sealed record ActionQuery(
    [property: FromQuery(Name = "state")] string? State,
    [property: FromQuery(Name = "body")] string? Body,
    [property: FromQuery(Name = "owner")] string? Owner,
    [property: FromQuery(Name = "overdue")] bool? Overdue,
    [property: FromQuery(Name = "mine")] bool? Mine
)
{
    public ActionFilter Filter => new(State, Body, Owner, Overdue == true, Mine == true);
}
