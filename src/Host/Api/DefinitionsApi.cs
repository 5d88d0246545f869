using Governance.Contracts;
using Governance.Modules.Definitions;
using Governance.Storage;

namespace Governance.Host.Api;

/// <summary>Rehearsals of a changed workflow. Reading and writing the definitions themselves is the designer's API.</summary>
internal static class DefinitionsApi
{
    public static void MapDefinitions(this RouteGroupBuilder api)
    {
        RouteGroupBuilder definitions = api.MapGroup(string.Empty).WithTags("Workflows");
        definitions
            .MapPost("/partnerships/{p}/definitions/{d}/rehearsals", RehearseAsync)
            .WithSummary(
                "Plays recorded and awkward cases through the published and the latest version, and keeps what came of it."
            )
            .Produces<DefinitionRehearsed>(StatusCodes.Status201Created);
        definitions
            .MapGet("/partnerships/{p}/definitions/{d}/rehearsals", ListAsync)
            .WithSummary("The rehearsals of a workflow that are kept, latest first.")
            .Produces<Page<DefinitionRehearsed>>();
    }

    private static async Task<IResult> RehearseAsync(
        string p,
        string d,
        Caller caller,
        RehearseDefinition rehearse,
        CancellationToken cancellation
    ) =>
        (await rehearse.HandleAsync(caller, p, d, cancellation)).ToCreated(_ =>
            $"/api/partnerships/{Uri.EscapeDataString(p)}/definitions/{Uri.EscapeDataString(d)}/rehearsals"
        );

    private static async Task<IResult> ListAsync(
        string p,
        string d,
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        if (await reading.RefuseAsync(db, p, caller, DefinitionsPermissions.Read) is { } refusal)
        {
            return ResultHttp.Problem(refusal);
        }

        if (await DefinitionOverview.FindAsync(db, p, d) is null)
        {
            return ResultHttp.Problem(Refusal.NotFound);
        }

        return paging
            .Of(await RehearseDefinition.ListAsync(db, p, d, Paging.Most), one => one.Id)
            .ToOk();
    }
}
