using System.Globalization;
using Governance.Contracts;
using Governance.Host.SignIn;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Api;

/// <summary>Challenges of the scrutiny function, and the public register of them.</summary>
internal static class ScrutinyApi
{
    public static void MapScrutiny(this RouteGroupBuilder api)
    {
        RouteGroupBuilder partnership = api.MapGroup("/partnerships/{p}/challenges")
            .WithTags("Scrutiny");
        partnership
            .MapPost(string.Empty, RaiseAsync)
            .WithSummary(
                "The scrutiny function challenges something; every addressed seat is asked at once."
            )
            .Produces<ChallengeAnswer>(StatusCodes.Status201Created);
        partnership
            .MapGet(string.Empty, ListAsync)
            .WithSummary("The partnership’s challenges by number, filtered and sorted.")
            .Produces<Page<ChallengeLine>>();
        RouteGroupBuilder challenge = api.MapGroup("/challenges/{id}").WithTags("Scrutiny");
        challenge
            .MapGet(string.Empty, FindAsync)
            .WithSummary(
                "A challenge: per seat its stages, clocks, acknowledgement, responses and assessment."
            )
            .Produces<ChallengeAnswer>();
        challenge
            .MapGet("/attempts", ListAttemptsAsync)
            .WithSummary(
                "What somebody tried to do to it and was not allowed to; for the scrutiny function."
            )
            .Produces<IReadOnlyList<ChallengeAttempt>>();
        challenge.MapSeats();
        challenge.MapScrutinys();
        challenge.MapEvidence();
    }

    public static void MapChallengeRegister(this RouteGroupBuilder open)
    {
        open.MapGet("/partnerships/{p}/register/{n}/proof", ProveAsync)
            .WithTags("Scrutiny")
            .WithSummary(
                "What proves that an entry of the register stands in the record: its entries, and the hashes up to a signed checkpoint."
            )
            .Produces<ChallengeProof>();
        open.MapGet("/partnerships/{p}/register", RegisterAsync)
            .WithTags("Scrutiny")
            .WithSummary(
                "The public register of challenges, in order, without any person’s data; each entry names the entry of the record that proves it."
            )
            .Produces<ChallengeRegister>();
    }

    /// <summary>What seats do.</summary>
    private static void MapSeats(this RouteGroupBuilder challenge)
    {
        challenge
            .MapPost("/acknowledgements", AcknowledgeAsync)
            .WithSummary("A seat says that it has received it.")
            .Produces<ChallengeAnswer>();
        challenge
            .MapPost("/responses", RespondAsync)
            .WithSummary("A seat answers, with actions; a holding reply stops no clock.")
            .Produces<ChallengeAnswer>(StatusCodes.Status201Created);
        challenge
            .MapPost("/actions", ActAsync)
            .WithSummary("A seat adds an action with an owner and a date.")
            .Produces<ChallengeAnswer>(StatusCodes.Status201Created);
        challenge
            .MapPost("/positions", TakePositionAsync)
            .WithSummary("A seat puts its own position on record; it changes no state.")
            .Produces<ChallengeAnswer>(StatusCodes.Status201Created);
    }

    /// <summary>What only the scrutiny function does.</summary>
    private static void MapScrutinys(this RouteGroupBuilder challenge)
    {
        challenge
            .MapPut(string.Empty, EditAsync)
            .WithSummary("Edits what it says, its public summary included, or redacts it.")
            .Produces<ChallengeAnswer>();
        challenge
            .MapPost("/assessments", AssessAsync)
            .WithSummary("Says whether an answer is adequate; an inadequate one moves its seat on.")
            .Produces<ChallengeAnswer>(StatusCodes.Status201Created);
        challenge
            .MapPost("/external", ReferAsync)
            .WithSummary("Records the step outside, once the ladder inside is used up.")
            .Produces<ChallengeAnswer>(StatusCodes.Status201Created);
        challenge
            .MapPost("/seriousness", SetSeriousnessAsync)
            .WithSummary("Gives it another seriousness, with a reason.")
            .Produces<ChallengeAnswer>();
        challenge
            .MapPost("/closure", CloseAsync)
            .WithSummary("Closes it; one on a policy opens that policy’s review.")
            .Produces<ChallengeAnswer>()
            .NeedsFreshSignIn();
        challenge
            .MapPost("/withdrawal", WithdrawAsync)
            .WithSummary("Takes it back.")
            .Produces<ChallengeAnswer>()
            .NeedsFreshSignIn();
        challenge
            .MapPost("/reopening", ReopenAsync)
            .WithSummary("Opens it again; every seat receives it anew.")
            .Produces<ChallengeAnswer>()
            .NeedsFreshSignIn();
    }

    private static async Task<IResult> RaiseAsync(
        string p,
        RaiseChallengeBody body,
        Caller caller,
        RaiseChallenge raise,
        CancellationToken cancellation
    ) => (await raise.HandleAsync(caller, p, body, cancellation)).ToCreated(AddressOf);

    private static async Task<IResult> ListAsync(
        string p,
        Caller caller,
        [AsParameters] ChallengeQuery query,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (
            await ChallengeBook.ListAsync(
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

    private static async Task<IResult> FindAsync(string id, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await ChallengeBook.FindAsync(db, id, caller.PersonId, reading.Now)).ToSingle();
    }

    private static async Task<IResult> ListAttemptsAsync(string id, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await ChallengeBook.AttemptsAsync(db, id, caller.PersonId, reading.Now)).ToOk();
    }

    private static async Task<IResult> RegisterAsync(
        string p,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (
            await ChallengeBook.RegisterAsync(db, p, reading.Now, paging.After, paging.Count)
        ).ToOk();
    }

    private static async Task<IResult> ProveAsync(
        string p,
        string n,
        Reading reading,
        CancellationToken cancellation
    )
    {
        await using GovernanceDb db = reading.Open();
        return (
            await ChallengeProofs.FindAsync(
                db,
                p,
                int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                    ? number
                    : 0,
                cancellation
            )
        ).ToOk();
    }

    private static async Task<IResult> AcknowledgeAsync(
        string id,
        AcknowledgeChallengeBody body,
        Caller caller,
        AcknowledgeChallenge acknowledge,
        CancellationToken cancellation
    ) => (await acknowledge.HandleAsync(caller, id, body, cancellation)).ToOk();

    private static async Task<IResult> RespondAsync(
        string id,
        ChallengeResponseBody body,
        Caller caller,
        RespondToChallenge respond,
        CancellationToken cancellation
    ) => (await respond.HandleAsync(caller, id, body, cancellation)).ToCreated(AddressOf);

    private static async Task<IResult> ActAsync(
        string id,
        AddChallengeActionBody body,
        Caller caller,
        AddChallengeAction add,
        CancellationToken cancellation
    ) => (await add.HandleAsync(caller, id, body, cancellation)).ToCreated(AddressOf);

    private static async Task<IResult> TakePositionAsync(
        string id,
        ChallengePositionBody body,
        Caller caller,
        TakePosition take,
        CancellationToken cancellation
    ) => (await take.HandleAsync(caller, id, body, cancellation)).ToCreated(AddressOf);

    private static async Task<IResult> EditAsync(
        string id,
        EditChallengeBody body,
        Caller caller,
        ChangeChallenge change,
        CancellationToken cancellation
    ) => (await change.EditAsync(caller, id, body, cancellation)).ToOk();

    private static async Task<IResult> AssessAsync(
        string id,
        ChallengeAssessmentBody body,
        Caller caller,
        AssessResponse assess,
        CancellationToken cancellation
    ) => (await assess.HandleAsync(caller, id, body, cancellation)).ToCreated(AddressOf);

    private static async Task<IResult> ReferAsync(
        string id,
        ChallengeReferralBody body,
        Caller caller,
        RecordReferral refer,
        CancellationToken cancellation
    ) => (await refer.HandleAsync(caller, id, body, cancellation)).ToCreated(AddressOf);

    private static async Task<IResult> SetSeriousnessAsync(
        string id,
        ChallengeSeriousnessBody body,
        Caller caller,
        ChangeChallenge change,
        CancellationToken cancellation
    ) => (await change.SetSeriousnessAsync(caller, id, body, cancellation)).ToOk();

    private static async Task<IResult> CloseAsync(
        string id,
        ChallengeReasonBody body,
        Caller caller,
        EndChallenge end,
        CancellationToken cancellation
    ) => (await end.CloseAsync(caller, id, body, cancellation)).ToOk();

    private static async Task<IResult> WithdrawAsync(
        string id,
        ChallengeReasonBody body,
        Caller caller,
        EndChallenge end,
        CancellationToken cancellation
    ) => (await end.WithdrawAsync(caller, id, body, cancellation)).ToOk();

    private static async Task<IResult> ReopenAsync(
        string id,
        ChallengeReasonBody body,
        Caller caller,
        ReopenChallenge reopen,
        CancellationToken cancellation
    ) => (await reopen.HandleAsync(caller, id, body, cancellation)).ToOk();

    private static string AddressOf(ChallengeAnswer challenge) => $"/api/challenges/{challenge.Id}";
}

/// <summary>Which challenges are wanted.</summary>
/// <param name="State">open, closed or withdrawn.</param>
/// <param name="Seat">Addressed to this seat.</param>
/// <param name="SubjectType">policy, decision, group, seat, audit or matter.</param>
/// <param name="Subject">About this, by its id.</param>
/// <param name="Sort">newest or oldest.</param>
internal sealed record ChallengeQuery(
    [property: FromQuery(Name = "state")] string? State,
    [property: FromQuery(Name = "seat")] string? Seat,
    [property: FromQuery(Name = "seriousness")] string? Seriousness,
    [property: FromQuery(Name = "subjectType")] string? SubjectType,
    [property: FromQuery(Name = "subject")] string? Subject,
    [property: FromQuery(Name = "sort")] string? Sort
)
{
    public ChallengeFilter Filter =>
        new(
            Blank(State),
            Blank(Seat),
            Blank(Seriousness),
            Blank(SubjectType),
            Blank(Subject),
            Blank(Sort)
        );

    private static string? Blank(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
