using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Modules.Definitions;
using Governance.Storage;

namespace Governance.Host.Api;

/// <summary>Changes of the governance framework, which the three seats sign.</summary>
internal static class FrameworkChangesApi
{
    public static void MapFrameworkChanges(this RouteGroupBuilder api)
    {
        RouteGroupBuilder changes = api.MapGroup(string.Empty).WithTags("Definitions");
        changes
            .MapGet("/partnerships/{p}/framework-changes", ListAsync)
            .WithSummary("Changes of the framework’s workflows, newest first, and their rounds.")
            .Produces<Page<FrameworkChangeLine>>();
        changes
            .MapGet("/framework-changes/{id}", FindAsync)
            .WithSummary(
                "What the seats sign, in words: each difference, and the whole workflow as it would be."
            )
            .Produces<FrameworkChangeAnswer>();
        changes
            .MapPost("/partnerships/{p}/definitions/{d}/withdrawal", WithdrawAsync)
            .WithSummary(
                "Takes a change back while the seats sign it; every signature lapses, and the draft can be written again."
            )
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync(
        string p,
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (
            await FrameworkChangeBook.ListAsync(
                db,
                p,
                caller.PersonId,
                reading.Now,
                paging.After,
                paging.Count
            )
        ).ToOk();
    }

    private static async Task<IResult> FindAsync(
        string id,
        Caller caller,
        FrameworkChangeBook book,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (await book.FindAsync(db, id, caller.PersonId, reading.Now)).ToOk();
    }

    private static async Task<IResult> WithdrawAsync(
        string p,
        string d,
        WithdrawChangeBody body,
        Caller caller,
        WithdrawFrameworkChange withdraw,
        CancellationToken cancellation
    ) =>
        (await withdraw.HandleAsync(caller, p, d, body.Reason, cancellation)).To(_ =>
            TypedResults.NoContent()
        );
}
