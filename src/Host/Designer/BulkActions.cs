using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine;
using Governance.Engine.Definitions;
using Governance.Host.Api;
using Governance.Modules.Definitions;
using Governance.Storage;

namespace Governance.Host.Designer;

/// <summary>Many definitions in one request; each is an act of its own, and the answer says what became of each.</summary>
internal static class BulkActions
{
    private const int Most = 100;
    private const string Media = "application/json";

    public static void MapBulkActions(this RouteGroupBuilder designer)
    {
        RouteGroupBuilder bulk = designer.MapGroup("/bulk-actions");
        bulk.MapPost("/publish/workflow-definitions/by-definition-ids", PublishAsync)
            .Accepts<ChosenDefinitions>(Media)
            .WithSummary("Proposes to publish the latest version of each.")
            .Produces<BulkProposed>();
        bulk.MapPost("/retract/workflow-definitions/by-definition-ids", RetractAsync)
            .Accepts<ChosenDefinitions>(Media)
            .WithSummary("Proposes to take the published version of each back.")
            .Produces<BulkProposed>();
        bulk.MapPost("/delete/workflow-definitions/by-definition-id", DeleteAsync)
            .Accepts<ChosenDefinitions>(Media)
            .WithSummary("Deletes each that never ran.")
            .Produces<DeletedCount>();
        bulk.MapPost("/delete/workflow-definitions/by-id", DeleteVersionsAsync)
            .Accepts<ChosenVersions>(Media)
            .WithSummary("Deletes each version that never ran and is not published.")
            .Produces<DeletedCount>();
        bulk.MapPost("/export/workflow-definitions", ExportAsync)
            .Accepts<ChosenVersions>(Media)
            .WithSummary("Versions as files in one zip.")
            .Produces(StatusCodes.Status200OK, contentType: "application/zip");
    }

    private static Task<IResult> PublishAsync(
        DesignerBody body,
        [AsParameters] DesignerPlace place,
        Caller caller,
        ProposePublication propose,
        Reading reading,
        CancellationToken cancellation
    ) =>
        ProposeAsync(
            body,
            place,
            caller,
            reading,
            (partnership, id) =>
                propose.PublishAsync(
                    Each(caller, id),
                    partnership,
                    id,
                    body.Text("reason"),
                    cancellation
                )
        );

    private static Task<IResult> RetractAsync(
        DesignerBody body,
        [AsParameters] DesignerPlace place,
        Caller caller,
        ProposePublication propose,
        Reading reading,
        CancellationToken cancellation
    ) =>
        ProposeAsync(
            body,
            place,
            caller,
            reading,
            (partnership, id) =>
                propose.RetractAsync(
                    Each(caller, id),
                    partnership,
                    id,
                    body.Text("reason"),
                    cancellation
                )
        );

    private static async Task<IResult> ProposeAsync(
        DesignerBody body,
        DesignerPlace place,
        Caller caller,
        Reading reading,
        Func<string, string, Task<Result<DefinitionSaved>>> propose
    )
    {
        Result<Asked> asked = await ReadAsync(
            body.Texts("definitionIds"),
            place,
            caller,
            reading,
            DefinitionsPermissions.Configure
        );
        if (asked.IsRefused)
        {
            return DesignerProblems.Of(asked.Refusal);
        }

        List<string> waiting = [];
        List<string> already = [];
        List<string> notFound = [];
        List<string> notPublished = [];
        List<string> refusedIds = [];
        Dictionary<string, string> refused = [];
        foreach (string id in asked.Value.Ids)
        {
            Result<DefinitionSaved> one = await propose(asked.Value.Partnership, id);
            List<string> fate =
                one.Refusal is not { } refusal ? waiting
                : refusal.Code == Refusal.NotFound.Code ? notFound
                : refusal.Code == DefinitionsRefusals.AlreadyPublished.Code ? already
                : refusal.Code == EngineRefusals.NotPublishedCode ? notPublished
                : refusedIds;
            fate.Add(id);
            if (fate == refusedIds)
            {
                refused[id] = one.Refusal!.Message;
            }
        }

        return TypedResults.Ok(
            new BulkProposed([], already, [], notPublished, notFound, [], waiting, refused)
        );
    }

    private static async Task<IResult> DeleteAsync(
        DesignerBody body,
        [AsParameters] DesignerPlace place,
        Caller caller,
        DeleteDefinition delete,
        Reading reading,
        CancellationToken cancellation
    )
    {
        Result<Asked> asked = await ReadAsync(
            body.Texts("definitionIds"),
            place,
            caller,
            reading,
            DefinitionsPermissions.Configure
        );
        return asked.IsRefused
            ? DesignerProblems.Of(asked.Refusal)
            : await CountAsync(
                asked.Value.Ids,
                id =>
                    delete.HandleAsync(
                        Each(caller, id),
                        asked.Value.Partnership,
                        id,
                        null,
                        cancellation
                    )
            );
    }

    private static async Task<IResult> DeleteVersionsAsync(
        DesignerBody body,
        [AsParameters] DesignerPlace place,
        Caller caller,
        DeleteDefinition delete,
        Reading reading,
        CancellationToken cancellation
    )
    {
        Result<Asked> asked = await ReadAsync(
            body.Texts("ids"),
            place,
            caller,
            reading,
            DefinitionsPermissions.Configure
        );
        return asked.IsRefused
            ? DesignerProblems.Of(asked.Refusal)
            : await CountAsync(
                asked.Value.Ids,
                id => delete.HandleVersionAsync(Each(caller, id), id, cancellation)
            );
    }

    private static async Task<IResult> CountAsync(
        IReadOnlyList<string> ids,
        Func<string, Task<Result<Done>>> delete
    )
    {
        int deleted = 0;
        foreach (string id in ids)
        {
            deleted += (await delete(id)).IsRefused ? 0 : 1;
        }

        return TypedResults.Ok(new DeletedCount(deleted));
    }

    private static async Task<IResult> ExportAsync(
        DesignerBody body,
        [AsParameters] DesignerPlace place,
        Caller caller,
        Reading reading
    )
    {
        Result<Asked> asked = await ReadAsync(
            body.Texts("ids"),
            place,
            caller,
            reading,
            DefinitionsPermissions.Read
        );
        if (asked.IsRefused)
        {
            return DesignerProblems.Of(asked.Refusal);
        }

        await using GovernanceDb db = reading.Open();
        var found = await DefinitionCatalogue.ListAsync(
            db,
            asked.Value.Partnership,
            new DefinitionQuery(
                VersionOptions.AllVersions,
                Ids: asked.Value.Ids.ToHashSet(StringComparer.Ordinal),
                PageSize: Most
            )
        );
        using MemoryStream zipped = new();
        using (ZipArchive archive = new(zipped, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (WorkflowDefinitionVersion version in found.Value.Page)
            {
                await using Stream file = archive
                    .CreateEntry(DefinitionReads.FileName(version))
                    .Open();
                await file.WriteAsync(
                    Encoding.UTF8.GetBytes(ElsaDefinition.Exported(version).ToJsonString())
                );
            }
        }

        return TypedResults.File(zipped.ToArray(), "application/zip", "workflow-definitions.zip");
    }

    private static async Task<Result<Asked>> ReadAsync(
        IReadOnlyList<string> ids,
        DesignerPlace place,
        Caller caller,
        Reading reading,
        Permission permission
    )
    {
        await using GovernanceDb db = reading.Open();
        Result<string> partnership = await place.ChooseAsync(db, caller, reading);
        if (partnership.IsRefused)
        {
            return partnership.Refusal;
        }

        return await reading.RefuseAsync(db, partnership.Value, caller, permission) is { } refusal
                ? refusal
            : ids.Count > Most ? Refusal.Malformed("ids", $"At most {Most} at once.")
            : new Asked(partnership.Value, [.. ids.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The caller with a key of their own for each act, made from the one they sent for the whole.</summary>
    public static ActCaller Each(Caller caller, string id) =>
        caller with
        {
            Key = caller.Key is { } key
                ? key with
                {
                    Key = Convert.ToHexStringLower(
                        SHA256.HashData(Encoding.UTF8.GetBytes($"{key.Key}\n{id}"))
                    ),
                }
                : null,
        };

    private sealed record Asked(string Partnership, IReadOnlyList<string> Ids);
}
