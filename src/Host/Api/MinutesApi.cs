using Governance.Contracts;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Api;

/// <summary>Minutes: drafted, agreed by a later meeting, published redacted for everybody.</summary>
internal static class MinutesApi
{
    public static void MapMinutes(this RouteGroupBuilder meetings)
    {
        meetings
            .MapGet("/meetings/{m}/minutes", FindAsync)
            .WithSummary(
                "The minutes; until somebody has saved some, a draft from what was noted. The ETag goes into If-Match."
            )
            .Produces<MinutesAnswer>();
        meetings
            .MapPut("/meetings/{m}/minutes", SaveAsync)
            .WithSummary("Writes the minutes of a closed meeting, until they are agreed.")
            .WithMetadata(new NeedsIfMatch())
            .Produces<MinutesAnswer>();
        meetings
            .MapPost("/meetings/{m}/minutes/agreement", AgreeAsync)
            .WithSummary("A later meeting of the body, under way and quorate, agrees them.")
            .Produces<MinutesAnswer>();
        meetings
            .MapPost("/meetings/{m}/minutes/publication", PublishAsync)
            .WithSummary("Publishes a redacted text of agreed minutes; the agreed text is kept.")
            .Produces<MinutesAnswer>();
    }

    public static void MapPublicMinutes(this RouteGroupBuilder open)
    {
        RouteGroupBuilder minutes = open.MapGroup(string.Empty).WithTags("Meetings");
        minutes
            .MapGet("/partnerships/{p}/minutes", ListAsync)
            .WithSummary("Public minutes of a partnership, latest first.")
            .Produces<Page<PublicMinutesLine>>();
        minutes
            .MapGet("/minutes/{m}", ReadAsync)
            .WithSummary("The redacted minutes of one meeting.")
            .Produces<PublicMinutesAnswer>();
    }

    private static async Task<IResult> FindAsync(string m, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await MinutesBook.FindAsync(db, m, caller.PersonId, reading.Now)).To(found =>
            Tagged.Ok(found, found.Tag)
        );
    }

    private static async Task<IResult> SaveAsync(
        string m,
        SaveMinutesBody body,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        Caller caller,
        SaveMinutes save,
        CancellationToken cancellation
    ) =>
        string.IsNullOrWhiteSpace(ifMatch)
            ? new ProblemResult(Problems.ForStatus(StatusCodes.Status428PreconditionRequired))
            : (await save.HandleAsync(caller, m, body, ifMatch, cancellation)).To(saved =>
                Tagged.Ok(saved, saved.Tag)
            );

    private static async Task<IResult> AgreeAsync(
        string m,
        AgreeMinutesBody body,
        Caller caller,
        AgreeMinutes agree,
        CancellationToken cancellation
    ) => (await agree.HandleAsync(caller, m, body, cancellation)).ToOk();

    private static async Task<IResult> PublishAsync(
        string m,
        PublishMinutesBody body,
        Caller caller,
        PublishMinutes publish,
        CancellationToken cancellation
    ) => (await publish.HandleAsync(caller, m, body, cancellation)).ToOk();

    private static async Task<IResult> ListAsync(
        string p,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        if (paging.After is { } after && !Ids.IsId(after))
        {
            return ResultHttp.Problem(Cursors.Unreadable());
        }

        await using GovernanceDb db = reading.Open();
        return TypedResults.Ok(
            await MinutesBook.ListPublicAsync(db, p, paging.After, paging.Count)
        );
    }

    private static async Task<IResult> ReadAsync(string m, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await MinutesBook.PublicAsync(db, m)).ToSingle();
    }
}
