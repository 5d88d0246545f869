using Governance.Contracts;
using Governance.Contracts.Search;
using Governance.Modules.Search;
using Governance.Storage;

namespace Governance.Host.Api;

/// <summary>Searches and lists that the caller keeps under a name.</summary>
internal static class SavedViewsApi
{
    public static void MapSavedViews(this RouteGroupBuilder api)
    {
        RouteGroupBuilder views = api.MapGroup(string.Empty).WithTags("Search");
        views
            .MapGet("/partnerships/{p}/views", ListAsync)
            .WithSummary("The searches and lists that I keep, by name.")
            .Produces<Page<SavedViewAnswer>>();
        views
            .MapPost("/partnerships/{p}/views", SaveAsync)
            .WithSummary("Keeps a search, or a list with its filters, under a name.")
            .Produces<SavedViewAnswer>(StatusCodes.Status201Created);
        views
            .MapPut("/views/{id}", RenameAsync)
            .WithSummary("Gives a view of mine another name.")
            .Produces<SavedViewAnswer>();
        views
            .MapDelete("/views/{id}", DeleteAsync)
            .WithSummary("Forgets a view of mine.")
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
        return (await SavedViewBook.ListAsync(db, p, caller.PersonId, reading.Today)).To(views =>
            paging.Of(views.Items, view => view.Id).ToOk()
        );
    }

    private static async Task<IResult> SaveAsync(
        string p,
        SaveViewBody body,
        Caller caller,
        SaveView save,
        CancellationToken cancellation
    ) =>
        (await save.HandleAsync(caller, p, body, cancellation)).ToCreated(_ =>
            $"/api/partnerships/{Uri.EscapeDataString(p)}/views"
        );

    private static async Task<IResult> RenameAsync(
        string id,
        RenameViewBody body,
        Caller caller,
        RenameView rename,
        CancellationToken cancellation
    ) => (await rename.HandleAsync(caller, id, body, cancellation)).ToOk();

    private static async Task<IResult> DeleteAsync(
        string id,
        Caller caller,
        DeleteView delete,
        CancellationToken cancellation
    ) => (await delete.HandleAsync(caller, id, cancellation)).ToNoContent();
}
