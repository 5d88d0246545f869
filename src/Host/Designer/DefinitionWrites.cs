using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Host.Api;
using Governance.Modules.Definitions;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Designer;

/// <summary>Saving and importing definitions in Elsa's shapes.</summary>
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
            body.Text("reason"),
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
            ? await DefinitionAnswers.AnswerAsync(
                saved.Value,
                caller,
                reading,
                registry,
                isWhole: true
            )
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
            reason: null,
            place,
            caller,
            save,
            reading,
            cancellation
        );
        return saved.IsRefused
            ? DesignerProblems.Of(saved.Refusal)
            : await DefinitionAnswers.AnswerAsync(
                saved.Value,
                caller,
                reading,
                registry,
                isWhole: false
            );
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
        string? reason,
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
            SeenHash: seenText?.Trim('"'),
            Reason: reason
        );
        return place.ActAsync(
            caller,
            reading,
            partnership => save.HandleAsync(caller, partnership, kept, cancellation)
        );
    }
}
