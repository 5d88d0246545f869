using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Host.Api;
using Governance.Modules.Definitions;
using Governance.Storage;

namespace Governance.Host.Designer;

/// <summary>Proposing, taking back, rolling back and deleting definitions in Elsa's shapes.</summary>
internal static class DefinitionSteering
{
    private const string Media = "application/json";

    public static void MapDefinitionSteering(this RouteGroupBuilder designer)
    {
        RouteGroupBuilder definitions = designer.MapGroup("/workflow-definitions");
        definitions
            .MapPost("/{definitionId}/publish", PublishAsync)
            .Accepts<ProposalToPost>(isOptional: true, Media)
            .WithSummary("Proposes to publish the latest version: a second person has to agree.")
            .Produces<DefinitionAnswer>()
            .Produces<DefinitionAnswer>(StatusCodes.Status202Accepted);
        definitions
            .MapPost("/{definitionId}/retract", RetractAsync)
            .Accepts<ProposalToPost>(isOptional: true, Media)
            .WithSummary("Proposes to take the published version back; 400 says that it waits.")
            .Produces<DefinitionDocument>();
        definitions
            .MapPost("/{definitionId}/revert/{version:int}", RevertAsync)
            .WithSummary("Rolls back: an earlier version's text as a new draft.")
            .Produces<DefinitionSummary>();
        definitions
            .MapDelete("/{definitionId}", DeleteAsync)
            .WithSummary("Deletes a definition that never ran.")
            .Produces(StatusCodes.Status204NoContent);
        definitions
            .MapDelete("/{definitionId}/version/{version:int}", DeleteNumberAsync)
            .WithSummary("Deletes a version that never ran and is not published.")
            .Produces(StatusCodes.Status204NoContent);
        designer
            .MapDelete("/workflow-definition-versions/{id}", DeleteVersionAsync)
            .WithSummary("Deletes a version that never ran and is not published, by its own id.")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> PublishAsync(
        string definitionId,
        DesignerBody body,
        [AsParameters] DesignerPlace place,
        Caller caller,
        ProposePublication propose,
        Reading reading,
        ActivityRegistry registry,
        CancellationToken cancellation
    )
    {
        await using GovernanceDb db = reading.Open();
        Result<string> partnership = await place.ChooseAsync(db, caller, reading);
        if (partnership.IsRefused)
        {
            return DesignerProblems.Of(partnership.Refusal);
        }

        Result<DefinitionSaved> proposed = await propose.PublishAsync(
            caller,
            partnership.Value,
            definitionId,
            body.Text("reason"),
            cancellation
        );
        if (proposed.Refusal == DefinitionsRefusals.AlreadyPublished)
        {
            WorkflowDefinitionVersion published = (
                await DefinitionCatalogue.FindAsync(
                    db,
                    partnership.Value,
                    definitionId,
                    VersionOptions.Published
                )
            )!;
            return DefinitionReads.Json(
                DefinitionAnswers.Answer(published, mayEdit: true, alreadyPublished: true, registry)
            );
        }

        return proposed.IsRefused
            ? DesignerProblems.Of(proposed.Refusal)
            : await DefinitionAnswers.AnswerAsync(
                proposed.Value,
                caller,
                reading,
                registry,
                isWhole: true,
                StatusCodes.Status202Accepted
            );
    }

    private static async Task<IResult> RetractAsync(
        string definitionId,
        DesignerBody body,
        [AsParameters] DesignerPlace place,
        Caller caller,
        ProposePublication propose,
        Reading reading,
        CancellationToken cancellation
    )
    {
        Result<DefinitionSaved> proposed = await place.ActAsync(
            caller,
            reading,
            partnership =>
                propose.RetractAsync(
                    caller,
                    partnership,
                    definitionId,
                    body.Text("reason"),
                    cancellation
                )
        );
        return proposed.IsRefused
            ? DesignerProblems.Of(proposed.Refusal)
            : DesignerProblems.Waits(
                $"To take version {proposed.Value.Version} back was sent for approval: it takes effect when a second person agrees."
            );
    }

    private static async Task<IResult> RevertAsync(
        string definitionId,
        int version,
        [AsParameters] DesignerPlace place,
        Caller caller,
        RevertDefinition revert,
        Reading reading,
        CancellationToken cancellation
    )
    {
        Result<DefinitionSaved> draft = await place.ActAsync(
            caller,
            reading,
            partnership =>
                revert.HandleAsync(caller, partnership, definitionId, version, cancellation)
        );
        if (draft.IsRefused)
        {
            return DesignerProblems.Of(draft.Refusal);
        }

        await using GovernanceDb db = reading.Open();
        return TypedResults.Ok(
            ElsaDefinition.Summary(
                (await DefinitionBook.FindAsync(db, draft.Value.VersionId))!,
                mayEdit: true
            )
        );
    }

    private static Task<IResult> DeleteAsync(
        string definitionId,
        [AsParameters] DesignerPlace place,
        Caller caller,
        DeleteDefinition delete,
        Reading reading,
        CancellationToken cancellation
    ) => RemoveAsync(definitionId, null, place, caller, delete, reading, cancellation);

    private static Task<IResult> DeleteNumberAsync(
        string definitionId,
        int version,
        [AsParameters] DesignerPlace place,
        Caller caller,
        DeleteDefinition delete,
        Reading reading,
        CancellationToken cancellation
    ) => RemoveAsync(definitionId, version, place, caller, delete, reading, cancellation);

    private static async Task<IResult> RemoveAsync(
        string definitionId,
        int? version,
        DesignerPlace place,
        Caller caller,
        DeleteDefinition delete,
        Reading reading,
        CancellationToken cancellation
    )
    {
        Result<Done> deleted = await place.ActAsync(
            caller,
            reading,
            partnership =>
                delete.HandleAsync(caller, partnership, definitionId, version, cancellation)
        );
        return deleted.IsRefused ? DesignerProblems.Of(deleted.Refusal) : TypedResults.NoContent();
    }

    private static async Task<IResult> DeleteVersionAsync(
        string id,
        Caller caller,
        DeleteDefinition delete,
        CancellationToken cancellation
    )
    {
        Result<Done> deleted = await delete.HandleVersionAsync(caller, id, cancellation);
        return deleted.IsRefused ? DesignerProblems.Of(deleted.Refusal) : TypedResults.NoContent();
    }
}
