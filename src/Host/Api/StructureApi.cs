using Governance.Contracts;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Api;

/// <summary>The structure of a partnership's meetings: bodies as a tree, their terms of reference and members.</summary>
internal static class StructureApi
{
    public static void MapStructure(this RouteGroupBuilder api)
    {
        RouteGroupBuilder bodies = api.MapGroup(string.Empty).WithTags("Meetings");
        bodies
            .MapGet("/partnerships/{p}/bodies", TreeAsync)
            .WithSummary(
                "The tree of bodies, each after the one above it; with dissolved=true those that are no more."
            )
            .Produces<Page<BodyLine>>();
        bodies
            .MapPost("/partnerships/{p}/bodies", AddAsync)
            .WithSummary("Adds a sub-group with its terms of reference and quorum.")
            .Produces<BodyAnswer>(StatusCodes.Status201Created);
        bodies
            .MapGet("/bodies/{b}", FindAsync)
            .WithSummary("One body: terms of reference, quorum in words, members today.")
            .Produces<BodyAnswer>();
        bodies
            .MapPut("/bodies/{b}", ChangeAsync)
            .WithSummary("Writes name, purpose and terms of reference as they shall be.")
            .WithMetadata(new NeedsIfMatch())
            .Produces<BodyAnswer>();
        bodies
            .MapPost("/bodies/{b}/move", MoveAsync)
            .WithSummary("Puts a body under another one, never below itself.")
            .Produces<BodyAnswer>();
        bodies
            .MapPost("/bodies/{b}/dissolution", DissolveAsync)
            .WithSummary("Dissolves a sub-group for good, with a reason.")
            .Produces<BodyAnswer>();
        bodies
            .MapPost("/bodies/{b}/members", AddMemberAsync)
            .WithSummary("Makes somebody a member of a body for dated terms.")
            .Produces<BodyAnswer>(StatusCodes.Status201Created);
        bodies
            .MapPost("/body-members/{t}/end", EndMemberAsync)
            .WithSummary("Ends a term in a body, today or on a later day.")
            .Produces<BodyAnswer>();
    }

    private static async Task<IResult> TreeAsync(
        string p,
        [FromQuery] bool? dissolved,
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        Result<IReadOnlyList<BodyLine>> tree = await StructureBook.TreeAsync(
            db,
            p,
            caller.PersonId,
            reading.Now,
            dissolved == true
        );
        return tree.IsRefused
            ? ResultHttp.Problem(tree.Refusal)
            : paging.Of(tree.Value, body => body.Id).ToOk();
    }

    private static async Task<IResult> AddAsync(
        string p,
        AddBodyBody body,
        Caller caller,
        AddBody add,
        CancellationToken cancellation
    ) =>
        (await add.HandleAsync(caller, p, body, cancellation)).To(added =>
            Tagged.Created($"/api/bodies/{added.Id}", added, added.Tag)
        );

    private static async Task<IResult> FindAsync(string b, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await StructureBook.FindAsync(db, b, caller.PersonId, reading.Now)).To(found =>
            Tagged.Ok(found, found.Tag)
        );
    }

    private static async Task<IResult> ChangeAsync(
        string b,
        ChangeBodyBody body,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        Caller caller,
        ChangeBody change,
        CancellationToken cancellation
    ) =>
        string.IsNullOrWhiteSpace(ifMatch)
            ? new ProblemResult(Problems.ForStatus(StatusCodes.Status428PreconditionRequired))
            : (await change.HandleAsync(caller, b, body, ifMatch, cancellation)).To(changed =>
                Tagged.Ok(changed, changed.Tag)
            );

    private static async Task<IResult> MoveAsync(
        string b,
        MoveBodyBody body,
        Caller caller,
        MoveBody move,
        CancellationToken cancellation
    ) => (await move.HandleAsync(caller, b, body, cancellation)).ToOk();

    private static async Task<IResult> DissolveAsync(
        string b,
        DissolveBodyBody body,
        Caller caller,
        DissolveBody dissolve,
        CancellationToken cancellation
    ) => (await dissolve.HandleAsync(caller, b, body, cancellation)).ToOk();

    private static async Task<IResult> AddMemberAsync(
        string b,
        AddBodyMemberBody body,
        Caller caller,
        AddBodyMember add,
        CancellationToken cancellation
    ) =>
        (await add.HandleAsync(caller, b, body, cancellation)).ToCreated(added =>
            $"/api/bodies/{added.Id}"
        );

    private static async Task<IResult> EndMemberAsync(
        string t,
        EndBodyMemberBody body,
        Caller caller,
        EndBodyMember end,
        CancellationToken cancellation
    ) => (await end.HandleAsync(caller, t, body, cancellation)).ToOk();
}
