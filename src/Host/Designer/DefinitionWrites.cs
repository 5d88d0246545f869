using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Host.Api;
using Governance.Modules.Definitions;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Designer;

/// <summary>Saving, proposing and taking away definitions in Elsa's shapes.</summary>
internal static class DefinitionWrites
{
    private const string Media = "application/json";

    public static void MapDefinitionWrites(this RouteGroupBuilder designer)
    {
        RouteGroupBuilder definitions = designer.MapGroup("/workflow-definitions");
        definitions
            .MapPost(string.Empty, SaveAsync)
            .Accepts<DefinitionToPost>(Media)
            .WithSummary(
                "Saves a draft. With publish, its publication is proposed too, and 400 says that it waits for a second person."
            )
            .Produces<DefinitionAnswer>();
        definitions
            .MapPost("/import", ImportAsync)
            .Accepts<DefinitionDocument>(Media)
            .WithSummary(
                "Saves an exported definition as a draft; every unknown activity type is named."
            )
            .Produces<DefinitionDocument>();
        definitions
            .MapPost("/{definitionId}/import", ImportIntoAsync)
            .Accepts<DefinitionDocument>(Media)
            .WithSummary("Saves an exported definition as the next draft of this one.")
            .Produces<DefinitionDocument>();
        definitions
            .MapPost("/{definitionId}/publish", PublishAsync)
            .WithSummary("Proposes to publish the latest version: a second person has to agree.")
            .Produces<DefinitionAnswer>()
            .Produces<DefinitionAnswer>(StatusCodes.Status202Accepted);
        definitions
            .MapPost("/{definitionId}/retract", RetractAsync)
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

    /// <param name="seenText">The tag of the text that was changed: another one is saved over by nobody.</param>
    private static async Task<IResult> SaveAsync(
        DesignerBody body,
        [FromHeader(Name = "If-Match")] string? seenText,
        [AsParameters] DesignerPlace place,
        Caller caller,
        SaveDefinition save,
        Reading reading,
        ActivityRegistry registry,
        CancellationToken cancellation
    )
    {
        JsonObject? model = body.Json?["model"] as JsonObject;
        bool publishes =
            body.Json?["publish"] is JsonValue asked && asked.GetValueKind() == JsonValueKind.True;
        Result<DefinitionSaved> saved = await KeepAsync(
            model,
            DesignerBody.TextOf(model?["id"]),
            seenText,
            publishes,
            place,
            caller,
            save,
            reading,
            cancellation
        );
        if (saved.IsRefused)
        {
            return DesignerProblems.Of(saved.Refusal);
        }

        return saved.Value is { Approval: null, Round: null }
            ? await AnswerAsync(saved.Value, caller, reading, registry, isWhole: true)
            : DesignerProblems.WaitsToBePublished(saved.Value);
    }

    private static async Task<IResult> ImportAsync(
        DesignerBody body,
        [AsParameters] DesignerPlace place,
        Caller caller,
        SaveDefinition save,
        Reading reading,
        ActivityRegistry registry,
        CancellationToken cancellation
    )
    {
        Result<DefinitionSaved> saved = await KeepAsync(
            body.Json,
            seen: null,
            seenText: null,
            publishes: false,
            place,
            caller,
            save,
            reading,
            cancellation
        );
        return saved.IsRefused
            ? DesignerProblems.Of(saved.Refusal)
            : await AnswerAsync(saved.Value, caller, reading, registry, isWhole: false);
    }

    private static Task<IResult> ImportIntoAsync(
        string definitionId,
        DesignerBody body,
        [AsParameters] DesignerPlace place,
        Caller caller,
        SaveDefinition save,
        Reading reading,
        ActivityRegistry registry,
        CancellationToken cancellation
    )
    {
        if (body.Json is { } model)
        {
            model["definitionId"] = definitionId;
        }

        return ImportAsync(body, place, caller, save, reading, registry, cancellation);
    }

    private static Task<Result<DefinitionSaved>> KeepAsync(
        JsonObject? model,
        string? seen,
        string? seenText,
        bool publishes,
        DesignerPlace place,
        Caller caller,
        SaveDefinition save,
        Reading reading,
        CancellationToken cancellation
    )
    {
        // They are the server's own, made anew for each answer.
        model?.Remove("links");
        ElsaCanvas.Restore(model?["root"]);
        DefinitionToSave kept = new(
            DesignerBody.TextOf(model?["definitionId"]),
            model?.ToJsonString(),
            seen,
            publishes,
            SeenHash: seenText?.Trim('"')
        );
        return place.ActAsync(
            caller,
            reading,
            partnership => save.HandleAsync(caller, partnership, kept, cancellation)
        );
    }

    private static async Task<IResult> PublishAsync(
        string definitionId,
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
                Answer(published, mayEdit: true, alreadyPublished: true, registry)
            );
        }

        return proposed.IsRefused
            ? DesignerProblems.Of(proposed.Refusal)
            : await AnswerAsync(
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
            partnership => propose.RetractAsync(caller, partnership, definitionId, cancellation)
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

    /// <summary>Read anew, since a repeated request is answered from what was kept of the first.</summary>
    private static async Task<IResult> AnswerAsync(
        DefinitionSaved saved,
        Caller caller,
        Reading reading,
        ActivityRegistry registry,
        bool isWhole,
        int status = StatusCodes.Status200OK
    )
    {
        await using GovernanceDb db = reading.Open();
        if (await DefinitionBook.FindAsync(db, saved.VersionId) is not { } version)
        {
            return ResultHttp.Problem(Refusal.NotFound);
        }

        bool mayEdit = await DefinitionReads.MayEditAsync(
            db,
            version.PartnershipId,
            caller,
            reading
        );
        return new Tagged(
            DefinitionReads.Json(
                isWhole
                    ? Answer(version, mayEdit, alreadyPublished: false, registry)
                    : ElsaDefinition.Of(version, mayEdit, registry),
                status
            ),
            version.Hash
        );
    }

    private static JsonObject Answer(
        WorkflowDefinitionVersion version,
        bool mayEdit,
        bool alreadyPublished,
        ActivityRegistry registry
    ) =>
        new()
        {
            ["workflowDefinition"] = ElsaDefinition.Of(version, mayEdit, registry),
            ["alreadyPublished"] = alreadyPublished,
            ["consumingWorkflowCount"] = 0,
        };
}
