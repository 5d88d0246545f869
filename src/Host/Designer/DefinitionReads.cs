using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Host.Api;
using Governance.Modules.Definitions;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Designer;

/// <summary>The part of Elsa's list that is asked for, under Elsa's own names.</summary>
internal sealed record DefinitionList(
    [property: FromQuery(Name = "versionOptions")] string? VersionOptions,
    [property: FromQuery(Name = "Ids")] string[]? Ids,
    [property: FromQuery(Name = "DefinitionIds")] string[]? DefinitionIds,
    [property: FromQuery(Name = "SearchTerm")] string? SearchTerm,
    [property: FromQuery(Name = "OrderBy")] string? OrderBy,
    [property: FromQuery(Name = "OrderDirection")] string? OrderDirection,
    [property: FromQuery(Name = "Page")] int? Page,
    [property: FromQuery(Name = "PageSize")] int? PageSize
)
{
    private const int Most = 200;

    public Result<DefinitionQuery> Read() =>
        Page is < 0 ? Refusal.Malformed("Page", "Pages are counted from 0.")
        : PageSize is < 1 or > Most ? Refusal.Malformed("PageSize", $"Ask for 1 to {Most}.")
        : new DefinitionQuery(
            VersionOptions,
            Ids is { Length: > 0 } ? Ids : null,
            DefinitionIds is { Length: > 0 } ? DefinitionIds : null,
            SearchTerm,
            OrderBy,
            string.Equals(OrderDirection, "Descending", StringComparison.OrdinalIgnoreCase),
            Page ?? 0,
            PageSize ?? 10
        );
}

/// <summary>Reading definitions in Elsa's shapes.</summary>
internal static class DefinitionReads
{
    public static void MapDefinitionReads(this RouteGroupBuilder designer)
    {
        RouteGroupBuilder definitions = designer.MapGroup("/workflow-definitions");
        definitions
            .MapGet(string.Empty, ListAsync)
            .WithSummary("Versions of definitions: by page, search, sort and version options.")
            .Produces<DefinitionPage>();
        definitions
            .MapGet("/by-definition-id/{definitionId}", ByDefinitionAsync)
            .WithSummary("One definition, in the version that is asked for; the latest else.")
            .Produces<DefinitionDocument>();
        definitions
            .MapGet("/by-id/{id}", ByIdAsync)
            .WithSummary("One version by its own id.")
            .Produces<DefinitionDocument>();
        definitions
            .MapGet("/{definitionId}/versions", VersionsAsync)
            .WithSummary("Every version of a definition, newest first.")
            .Produces<DefinitionPage>();
        definitions
            .MapGet("/{definitionId}/export", ExportAsync)
            .WithSummary("A version as a file, to be imported elsewhere.")
            .Produces<DefinitionDocument>();
        definitions
            .MapGet("/validation/is-name-unique", IsNameUniqueAsync)
            .WithSummary("Whether no other definition has this name.")
            .Produces<NameUnique>();
        definitions
            .MapGet("/query/count", CountAsync)
            .WithSummary("How many definitions there are.")
            .Produces<DefinitionCount>();
    }

    public static IResult Json(JsonObject answer, int status = StatusCodes.Status200OK) =>
        TypedResults.Text(answer.ToJsonString(), "application/json", Encoding.UTF8, status);

    public static async Task<bool> MayEditAsync(
        GovernanceDb db,
        string partnershipId,
        Caller caller,
        Reading reading
    ) =>
        await reading.RefuseAsync(db, partnershipId, caller, DefinitionsPermissions.Configure)
            is null;

    private static async Task<IResult> ListAsync(
        [AsParameters] DefinitionList list,
        [AsParameters] DesignerPlace place,
        Caller caller,
        Reading reading
    )
    {
        Result<DefinitionQuery> query = list.Read();
        if (query.IsRefused)
        {
            return DesignerProblems.Of(query.Refusal);
        }

        await using GovernanceDb db = reading.Open();
        Result<string> partnership = await place.ForReadingAsync(db, caller, reading);
        return partnership.IsRefused
            ? DesignerProblems.Of(partnership.Refusal)
            : await PageAsync(db, partnership.Value, query.Value, caller, reading);
    }

    private static async Task<IResult> PageAsync(
        GovernanceDb db,
        string partnership,
        DefinitionQuery query,
        Caller caller,
        Reading reading
    )
    {
        var found = await DefinitionCatalogue.ListAsync(db, partnership, query);
        if (found.IsRefused)
        {
            return DesignerProblems.Of(found.Refusal);
        }

        bool mayEdit = await MayEditAsync(db, partnership, caller, reading);
        return TypedResults.Ok(
            new DefinitionPage(
                [.. found.Value.Page.Select(version => ElsaDefinition.Summary(version, mayEdit))],
                found.Value.Total,
                mayEdit
                    ?
                    [
                        new ElsaLink(
                            "/bulk-actions/publish/workflow-definitions/by-definition-ids",
                            "bulk-publish",
                            "POST"
                        ),
                        new ElsaLink("/workflow-definitions", "create", "POST"),
                        new ElsaLink("/workflow-definitions/import", "import", "POST"),
                    ]
                    : []
            )
        );
    }

    private static Task<IResult> ByDefinitionAsync(
        string definitionId,
        string? versionOptions,
        [AsParameters] DesignerPlace place,
        Caller caller,
        Reading reading,
        ActivityRegistry registry
    ) =>
        OneAsync(
            definitionId,
            versionOptions,
            place,
            caller,
            reading,
            (version, mayEdit) =>
                new Tagged(Json(ElsaDefinition.Of(version, mayEdit, registry)), version.Hash)
        );

    private static Task<IResult> ExportAsync(
        string definitionId,
        string? versionOptions,
        [AsParameters] DesignerPlace place,
        Caller caller,
        Reading reading
    ) =>
        OneAsync(
            definitionId,
            versionOptions,
            place,
            caller,
            reading,
            (version, _) =>
                TypedResults.File(
                    Encoding.UTF8.GetBytes(ElsaDefinition.Exported(version).ToJsonString()),
                    "application/json",
                    FileName(version)
                )
        );

    public static string FileName(WorkflowDefinitionVersion version) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{string.Concat(version.DefinitionId.Select(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-' ? sign : '-'))}-v{version.Version}.json"
        );

    private static async Task<IResult> OneAsync(
        string definitionId,
        string? versionOptions,
        DesignerPlace place,
        Caller caller,
        Reading reading,
        Func<WorkflowDefinitionVersion, bool, IResult> answer
    )
    {
        await using GovernanceDb db = reading.Open();
        Result<string> partnership = await place.ForReadingAsync(db, caller, reading);
        if (partnership.IsRefused)
        {
            return DesignerProblems.Of(partnership.Refusal);
        }

        WorkflowDefinitionVersion? version = await DefinitionCatalogue.FindAsync(
            db,
            partnership.Value,
            definitionId,
            string.IsNullOrEmpty(versionOptions) ? null : versionOptions
        );
        return version is null
            ? ResultHttp.Problem(Refusal.NotFound)
            : answer(version, await MayEditAsync(db, partnership.Value, caller, reading));
    }

    private static async Task<IResult> ByIdAsync(
        string id,
        Caller caller,
        Reading reading,
        ActivityRegistry registry
    )
    {
        await using GovernanceDb db = reading.Open();
        if (await DefinitionBook.FindAsync(db, id) is not { } version)
        {
            return ResultHttp.Problem(Refusal.NotFound);
        }

        string partnership = version.PartnershipId;
        return
            await reading.RefuseAsync(db, partnership, caller, DefinitionsPermissions.Read)
                is { } refusal
            ? ResultHttp.Problem(refusal)
            : Json(
                ElsaDefinition.Of(
                    version,
                    await MayEditAsync(db, partnership, caller, reading),
                    registry
                )
            );
    }

    private static async Task<IResult> VersionsAsync(
        string definitionId,
        [AsParameters] DesignerPlace place,
        Caller caller,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        Result<string> partnership = await place.ForReadingAsync(db, caller, reading);
        return partnership.IsRefused
            ? DesignerProblems.Of(partnership.Refusal)
            : await PageAsync(
                db,
                partnership.Value,
                new DefinitionQuery(
                    VersionOptions.AllVersions,
                    DefinitionIds: [definitionId],
                    OrderBy: "Version",
                    Descending: true,
                    PageSize: int.MaxValue
                ),
                caller,
                reading
            );
    }

    private static async Task<IResult> IsNameUniqueAsync(
        string name,
        string? definitionId,
        [AsParameters] DesignerPlace place,
        Caller caller,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        Result<string> partnership = await place.ForReadingAsync(db, caller, reading);
        return partnership.IsRefused
            ? DesignerProblems.Of(partnership.Refusal)
            : TypedResults.Ok(
                new NameUnique(
                    await DefinitionCatalogue.IsNameUniqueAsync(
                        db,
                        partnership.Value,
                        name,
                        definitionId
                    )
                )
            );
    }

    private static async Task<IResult> CountAsync(
        [AsParameters] DesignerPlace place,
        Caller caller,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        Result<string> partnership = await place.ForReadingAsync(db, caller, reading);
        return partnership.IsRefused
            ? DesignerProblems.Of(partnership.Refusal)
            : TypedResults.Ok(
                new DefinitionCount(
                    (
                        await DefinitionCatalogue.ListAsync(
                            db,
                            partnership.Value,
                            new DefinitionQuery()
                        )
                    )
                        .Value
                        .Total
                )
            );
    }
}
