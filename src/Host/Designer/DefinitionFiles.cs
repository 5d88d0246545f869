using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Host.Api;
using Governance.Modules.Definitions;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Designer;

/// <summary>What became of one file that was sent.</summary>
internal sealed record ImportedFile(string File, string DefinitionId, int Version);

/// <param name="Reasons">Every one of them; those about an activity begin with its id.</param>
internal sealed record RefusedFile(string File, string Code, IReadOnlyList<string> Reasons);

internal sealed record ImportedFiles(
    int Count,
    IReadOnlyList<ImportedFile> Imported,
    IReadOnlyList<RefusedFile> Refused
);

/// <summary>Several definitions at once. Each file is an act of its own: one that is refused keeps no other back.</summary>
internal static class DefinitionFiles
{
    private const int Most = 100;

    public static void MapDefinitionFiles(this RouteGroupBuilder designer)
    {
        RouteGroupBuilder definitions = designer.MapGroup("/workflow-definitions");
        definitions
            .MapPost("/import-files", ImportAsync)
            .Accepts<IFormFileCollection>("multipart/form-data")
            .WithSummary(
                "Saves each file as a draft, and names every refused file with every reason."
            )
            .Produces<ImportedFiles>();
        definitions
            .MapGet("/many-by-id", ManyAsync)
            .WithSummary("Versions by their own ids; what is not there is left out.")
            .Produces<ElsaList<DefinitionDocument>>();
    }

    private static async Task<IResult> ImportAsync(
        HttpRequest request,
        [AsParameters] DesignerPlace place,
        Caller caller,
        SaveDefinition save,
        Reading reading,
        CancellationToken cancellation
    )
    {
        string partnership;
        await using (GovernanceDb db = reading.Open())
        {
            Result<string> chosen = await place.ChooseAsync(db, caller, reading);
            if (chosen.IsRefused)
            {
                return DesignerProblems.Of(chosen.Refusal);
            }

            partnership = chosen.Value;
            if (
                await reading.RefuseAsync(
                    db,
                    partnership,
                    caller,
                    DefinitionsPermissions.Configure
                ) is
                { } refusal
            )
            {
                return DesignerProblems.Of(refusal);
            }
        }

        if (await FilesAsync(request, cancellation) is not { Count: > 0 and <= Most } files)
        {
            return DesignerProblems.Of(
                Refusal.Invalid("files", $"Send 1 to {Most} files as multipart/form-data.")
            );
        }

        List<ImportedFile> imported = [];
        List<RefusedFile> refused = [];
        for (int at = 0; at < files.Count; at++)
        {
            string name = files[at].FileName;
            Result<DefinitionSaved> saved = await SaveAsync(
                files[at],
                save,
                BulkActions.Each(caller, $"{at}"),
                partnership,
                cancellation
            );
            if (saved.Refusal is { } refusal)
            {
                refused.Add(new RefusedFile(name, refusal.Code, ReasonsOf(refusal)));
            }
            else
            {
                imported.Add(new ImportedFile(name, saved.Value.DefinitionId, saved.Value.Version));
            }
        }

        return TypedResults.Ok(new ImportedFiles(imported.Count, imported, refused));
    }

    private static async Task<IFormFileCollection?> FilesAsync(
        HttpRequest request,
        CancellationToken cancellation
    )
    {
        if (!request.HasFormContentType)
        {
            return null;
        }

        try
        {
            return (await request.ReadFormAsync(cancellation)).Files;
        }
        catch (Exception malformed) when (malformed is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static async Task<Result<DefinitionSaved>> SaveAsync(
        IFormFile file,
        SaveDefinition save,
        ActCaller caller,
        string partnership,
        CancellationToken cancellation
    )
    {
        using StreamReader reader = new(file.OpenReadStream());
        JsonObject? model;
        try
        {
            model = DesignerBody.Parse(await reader.ReadToEndAsync(cancellation)).Json;
        }
        catch (JsonException)
        {
            return Refusal.Invalid("file", "The file is no JSON.");
        }

        model?.Remove("links");
        return await save.HandleAsync(
            caller,
            partnership,
            new DefinitionToSave(
                DesignerBody.TextOf(model?["definitionId"]),
                model?.ToJsonString()
            ),
            cancellation
        );
    }

    private static string[] ReasonsOf(Refusal refusal) =>
        refusal.Errors is { Count: > 0 } errors
            ?
            [
                .. errors.SelectMany(of =>
                    of.Value.Select(reason => of.Key.Length == 0 ? reason : $"{of.Key}: {reason}")
                ),
            ]
            : [refusal.Message];

    private static async Task<IResult> ManyAsync(
        [FromQuery(Name = "Ids")] string[]? ids,
        [AsParameters] DesignerPlace place,
        Caller caller,
        Reading reading,
        ActivityRegistry registry
    )
    {
        await using GovernanceDb db = reading.Open();
        Result<string> partnership = await place.ForReadingAsync(db, caller, reading);
        if (partnership.IsRefused)
        {
            return DesignerProblems.Of(partnership.Refusal);
        }

        if (ids is { Length: > Most })
        {
            return DesignerProblems.Of(Refusal.Malformed("Ids", $"At most {Most} at once."));
        }

        var found = await DefinitionCatalogue.ListAsync(
            db,
            partnership.Value,
            new DefinitionQuery(VersionOptions.AllVersions, Ids: ids ?? [], PageSize: Most)
        );
        bool mayEdit = await DefinitionReads.MayEditAsync(db, partnership.Value, caller, reading);
        JsonNode[] items =
        [
            .. found.Value.Page.Select(version => ElsaDefinition.Of(version, mayEdit, registry)),
        ];
        return DefinitionReads.Json(
            new JsonObject { ["items"] = new JsonArray(items), ["count"] = items.Length }
        );
    }
}
