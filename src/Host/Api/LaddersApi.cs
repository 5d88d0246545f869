using Governance.Contracts;
using Governance.Modules.Escalation;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Api;

/// <summary>Ladders, the directory of contacts, and whom to call at once.</summary>
internal static class LaddersApi
{
    public static void MapLadders(this RouteGroupBuilder api)
    {
        RouteGroupBuilder partnership = api.MapGroup("/partnerships/{p}").WithTags("Escalation");
        partnership
            .MapGet("/ladders", ListAsync)
            .WithSummary(
                "The newest version of each ladder: stages with limits, units and who is asked."
            )
            .Produces<Page<LadderAnswer>>();
        partnership
            .MapGet("/ladders/{l}", FindAsync)
            .WithSummary("One ladder: its newest version, or with version= an earlier one.")
            .Produces<LadderAnswer>();
        partnership
            .MapPut("/ladders/{l}", ProposeAsync)
            .WithSummary(
                "Proposes a new version of a ladder, or a new ladder; it takes effect when a second person agrees. What is under way keeps its version."
            )
            .Produces<LadderProposed>(StatusCodes.Status202Accepted);
        partnership
            .MapGet("/contacts", ContactsAsync)
            .WithSummary(
                "The directory: each body’s single points of contact by stage, with deputies."
            )
            .Produces<Page<BodyContactsAnswer>>();
        partnership
            .MapPut("/contacts/{b}", SaveContactsAsync)
            .WithSummary("A body’s contacts, all of them in place of those before.")
            .Produces<BodyContactsAnswer>();
        partnership
            .MapGet("/front-door", FrontDoorAsync)
            .WithSummary("Whom to call when a child is at immediate risk.")
            .Produces<FrontDoorAnswer>();
        partnership
            .MapPut("/front-door", SaveFrontDoorAsync)
            .WithSummary("Says whom to call when a child is at immediate risk.")
            .Produces<FrontDoorAnswer>();
    }

    private static async Task<IResult> ListAsync(
        string p,
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (await LadderBook.ListAsync(db, p, caller.PersonId, reading.Now)).To(ladders =>
            paging.Of(ladders, ladder => ladder.Id).ToOk()
        );
    }

    private static async Task<IResult> FindAsync(
        string p,
        string l,
        [FromQuery] int? version,
        Caller caller,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (
            await LadderBook.FindAsync(db, p, l, caller.PersonId, reading.Now, version)
        ).ToSingle();
    }

    private static async Task<IResult> ProposeAsync(
        string p,
        string l,
        LadderBody body,
        Caller caller,
        ProposeLadder propose,
        CancellationToken cancellation
    ) =>
        (await propose.HandleAsync(caller, p, l, body, cancellation)).To(proposed =>
            TypedResults.Accepted("/api/approvals", proposed)
        );

    private static async Task<IResult> ContactsAsync(
        string p,
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (await ContactBook.ListAsync(db, p, caller.PersonId, reading.Now)).To(bodies =>
            paging.Of(bodies, body => body.Body).ToOk()
        );
    }

    private static async Task<IResult> SaveContactsAsync(
        string p,
        string b,
        StageContactsBody body,
        Caller caller,
        SaveContacts save,
        CancellationToken cancellation
    ) => (await save.HandleAsync(caller, p, b, body, cancellation)).ToOk();

    private static async Task<IResult> FrontDoorAsync(string p, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await ContactBook.FrontDoorAsync(db, p, caller.PersonId, reading.Now)).ToSingle();
    }

    private static async Task<IResult> SaveFrontDoorAsync(
        string p,
        FrontDoorBody body,
        Caller caller,
        SaveFrontDoor save,
        CancellationToken cancellation
    ) => (await save.HandleAsync(caller, p, body, cancellation)).ToOk();
}
