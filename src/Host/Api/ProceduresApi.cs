using Governance.Contracts;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Api;

/// <summary>Written procedures: a body decides between its meetings.</summary>
internal static class ProceduresApi
{
    public static void MapProcedures(this RouteGroupBuilder api)
    {
        RouteGroupBuilder procedures = api.MapGroup(string.Empty).WithTags("Meetings");
        procedures
            .MapPost("/bodies/{b}/written-procedures", ProposeAsync)
            .WithSummary("Asks every place of the body's rule to agree in writing, within a limit.")
            .Produces<ProcedureAnswer>(StatusCodes.Status201Created);
        procedures
            .MapGet("/partnerships/{p}/written-procedures", ListAsync)
            .WithSummary("Written procedures of the bodies that I may read, newest first.")
            .Produces<Page<ProcedureLine>>();
        procedures
            .MapGet("/written-procedures/{w}", FindAsync)
            .WithSummary("One written procedure: text, papers, limit, and who has answered.")
            .Produces<ProcedureAnswer>();
        procedures
            .MapPost("/written-procedures/{w}/answers", AnswerAsync)
            .WithSummary(
                "A place agrees or disagrees. The last agreement decides; a disagreement ends it."
            )
            .Produces<ProcedureAnswer>();
        procedures
            .MapPost("/written-procedures/{w}/withdrawal", WithdrawAsync)
            .WithSummary("Takes a written procedure back, with a reason.")
            .Produces<ProcedureAnswer>();
    }

    private static async Task<IResult> ProposeAsync(
        string b,
        ProposeProcedureBody body,
        Caller caller,
        ProposeProcedure propose,
        CancellationToken cancellation
    ) =>
        (await propose.HandleAsync(caller, b, body, cancellation)).ToCreated(procedure =>
            $"/api/written-procedures/{procedure.Id}"
        );

    private static async Task<IResult> ListAsync(
        string p,
        [FromQuery] string? body,
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (
            await ProcedureBook.ListAsync(
                db,
                p,
                caller.PersonId,
                reading.Now,
                body,
                paging.After,
                paging.Count
            )
        ).ToOk();
    }

    private static async Task<IResult> FindAsync(string w, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await ProcedureBook.FindAsync(db, w, caller.PersonId, reading.Now)).ToSingle();
    }

    private static async Task<IResult> AnswerAsync(
        string w,
        AnswerProcedureBody body,
        Caller caller,
        AnswerProcedure answer,
        CancellationToken cancellation
    ) => (await answer.HandleAsync(caller, w, body, cancellation)).ToOk();

    private static async Task<IResult> WithdrawAsync(
        string w,
        WithdrawProcedureBody body,
        Caller caller,
        WithdrawProcedure withdraw,
        CancellationToken cancellation
    ) => (await withdraw.HandleAsync(caller, w, body, cancellation)).ToOk();
}
