using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Host.Api;
using Governance.Storage;

namespace Governance.Host.Designer;

/// <summary>What a designer is told of a definition that it changed.</summary>
internal static class DefinitionAnswers
{
    /// <summary>Read anew, since a repeated request is answered from what was kept of the first.</summary>
    public static async Task<IResult> AnswerAsync(
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

    public static JsonObject Answer(
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
