using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Engine.Instances;
using Governance.Modules.Cases;
using Governance.Storage;

namespace Governance.Host.Api;

/// <summary>What operators do to an instance, each with a reason that the scrutiny function sees.</summary>
internal static class CasesApi
{
    public static void MapCases(this RouteGroupBuilder api)
    {
        RouteGroupBuilder instances = api.MapGroup("/instances/{id}").WithTags("Instances");
        instances
            .MapPost("/retry", RetryAsync)
            .WithSummary("Tries again what has failed; nothing that was done is done again.")
            .Produces<InstanceMended>();
        instances
            .MapPost("/skip", SkipAsync)
            .WithSummary("Ends a step that has failed as if it had left by an outcome.")
            .Produces<InstanceMended>();
        instances
            .MapPost("/cancellation", CancelAsync)
            .WithSummary("Ends the instance; every open step closes what it had opened.")
            .Produces<InstanceMended>();
        instances
            .MapPost("/migration", MigrateAsync)
            .WithSummary(
                "Proposes to move the instance to another version (202, waits for a second person); with preview it changes nothing."
            )
            .Produces<MigrationPreview>()
            .Produces<MigrationProposed>(StatusCodes.Status202Accepted);
        api.MapPost("/partnerships/{p}/definitions/{d}/migration", MigrateAllAsync)
            .WithTags("Instances")
            .WithSummary(
                "The same for every instance that runs a version: what becomes of each; with preview it changes nothing."
            )
            .Produces<IReadOnlyList<MigrationPreview>>()
            .Produces<MigrationProposed>(StatusCodes.Status202Accepted);
    }

    /// <param name="preview">True: only show what it would do.</param>
    private static async Task<IResult> MigrateAsync(
        string id,
        bool? preview,
        MigrateInstanceBody body,
        Caller caller,
        MigrateInstances migrate,
        Reading reading,
        CancellationToken cancellation
    )
    {
        if (preview != true)
        {
            return (await migrate.ProposeAsync(caller, id, body, cancellation)).To(proposed =>
                TypedResults.Accepted("/api/approvals", proposed)
            );
        }

        await using GovernanceDb db = reading.Open();
        if (await InstanceBook.FindAsync(db, id) is not { } instance)
        {
            return ResultHttp.Problem(Refusal.NotFound);
        }

        return
            await reading.RefuseAsync(db, instance.Partnership, caller, CasesPermissions.Migrate)
                is { } refusal
            ? ResultHttp.Problem(refusal)
            : (await migrate.PreviewAsync(db, id, body, reading.Now)).ToOk();
    }

    /// <param name="preview">True: only show what it would do.</param>
    private static async Task<IResult> MigrateAllAsync(
        string p,
        string d,
        bool? preview,
        MigrateVersionBody body,
        Caller caller,
        MigrateInstances migrate,
        Reading reading,
        CancellationToken cancellation
    )
    {
        if (preview != true)
        {
            return (await migrate.ProposeAllAsync(caller, p, d, body, cancellation)).To(proposed =>
                TypedResults.Accepted("/api/approvals", proposed)
            );
        }

        await using GovernanceDb db = reading.Open();
        return await reading.RefuseAsync(db, p, caller, CasesPermissions.Migrate) is { } refusal
            ? ResultHttp.Problem(refusal)
            : (await migrate.PreviewAllAsync(db, p, d, body, reading.Now)).ToOk();
    }

    private static async Task<IResult> RetryAsync(
        string id,
        RetryInstanceBody body,
        Caller caller,
        RetryInstance retry,
        CancellationToken cancellation
    ) => (await retry.HandleAsync(caller, id, body, cancellation)).ToOk();

    private static async Task<IResult> SkipAsync(
        string id,
        SkipStepBody body,
        Caller caller,
        SkipStep skip,
        CancellationToken cancellation
    ) => (await skip.HandleAsync(caller, id, body, cancellation)).ToOk();

    private static async Task<IResult> CancelAsync(
        string id,
        CancelInstanceBody body,
        Caller caller,
        CancelInstance cancel,
        CancellationToken cancellation
    ) => (await cancel.HandleAsync(caller, id, body, cancellation)).ToOk();
}
