using Governance.Contracts;
using Governance.Modules.Library;
using Governance.Storage;

namespace Governance.Host.Api;

/// <summary>How a published text reaches the relevant agencies, and what each has confirmed.</summary>
internal static class CascadeApi
{
    public static void MapCascade(this RouteGroupBuilder api)
    {
        RouteGroupBuilder cascade = api.MapGroup("/policies/{id}/cascade").WithTags("Cascade");
        cascade
            .MapGet(string.Empty, FindAsync)
            .WithSummary("How many agencies have confirmed the version in force, and who has not.")
            .Produces<CascadeAnswer>();
        cascade
            .MapPost("/chase", ChaseAsync)
            .WithSummary("Tells every agency outstanding once more; once a working day at most.")
            .Produces<CascadeAnswer>();
        cascade
            .MapPost("/{agency}", ConfirmAsync)
            .WithSummary(
                "What an agency's representative confirms, all at once or in parts. Taking something back needs a note."
            )
            .Produces<CascadeAgencyAnswer>();
    }

    private static async Task<IResult> FindAsync(string id, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await CascadeBook.FindAsync(db, id, caller.PersonId, reading.Now)).ToSingle();
    }

    private static async Task<IResult> ChaseAsync(
        string id,
        Caller caller,
        ChaseCascade chase,
        CancellationToken cancellation
    ) => (await chase.HandleAsync(caller, id, cancellation)).ToOk();

    private static async Task<IResult> ConfirmAsync(
        string id,
        string agency,
        CascadeBody body,
        Caller caller,
        ConfirmCascade confirm,
        CancellationToken cancellation
    ) => (await confirm.HandleAsync(caller, id, agency, body, cancellation)).ToOk();
}
