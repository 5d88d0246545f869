using Governance.Contracts;
using Governance.Modules.Escalation;
using Governance.Modules.Transfer;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Api;

/// <summary>Professional challenges, for people with an account. Without one: <see cref="EscalationKeysApi"/>.</summary>
internal static class EscalationApi
{
    public static void MapEscalation(this RouteGroupBuilder api)
    {
        RouteGroupBuilder partnership = api.MapGroup("/partnerships/{p}/escalations")
            .WithTags("Escalation");
        partnership
            .MapPost(string.Empty, RaiseAsync)
            .WithSummary(
                "Raises a professional challenge. The status key is told once; what looks like a child’s name, date of birth, NHS number or postcode is pointed out and nothing saved."
            )
            .Produces<EscalationRaised>(StatusCodes.Status201Created);
        partnership
            .MapGet(string.Empty, ListAsync)
            .WithSummary(
                "Challenges, newest first, by filter: all for the business unit and the scrutiny function; with mine=true those that the caller raised."
            )
            .Produces<Page<EscalationLine>>();
        partnership
            .MapGet("/themes", ThemesAsync)
            .WithSummary(
                "What challenges have in common: by body, theme and stage reached, with the time taken."
            )
            .Produces<EscalationThemes>();
        partnership
            .MapGet("/themes.csv", ThemesCsvAsync)
            .WithSummary("The same as a CSV file.")
            .Produces(StatusCodes.Status200OK, contentType: CsvText.ContentType);
        MapOne(api.MapGroup("/escalations/{id}").WithTags("Escalation"));
        MapLinks(api);
    }

    private static void MapOne(RouteGroupBuilder escalation)
    {
        escalation
            .MapGet(string.Empty, FindAsync)
            .WithSummary("A challenge: its stages, limits, answers and outcome.")
            .Produces<EscalationAnswer>();
        escalation
            .MapPost("/acknowledgement", AcknowledgeAsync)
            .WithSummary("Whom the stage asks acknowledges it.")
            .Produces<EscalationAnswer>();
        escalation
            .MapPost("/answers", AnswerAsync)
            .WithSummary("Whom the stage asks answers it, within its limit.")
            .Produces<EscalationAnswer>();
        escalation
            .MapPost("/meeting", MeetAsync)
            .WithSummary("The stage’s meeting was held.")
            .Produces<EscalationAnswer>();
        escalation
            .MapPost("/confirmation", ConfirmAsync)
            .WithSummary("The outcome is confirmed in writing.")
            .Produces<EscalationAnswer>();
        escalation
            .MapPost("/satisfaction", SayAsync)
            .WithSummary(
                "Whoever raised it says whether they are satisfied; not satisfied opens the next stage."
            )
            .Produces<EscalationAnswer>();
        escalation
            .MapPost("/withdrawal", WithdrawAsync)
            .WithSummary("Whoever raised it withdraws it.")
            .Produces<EscalationAnswer>();
        escalation
            .MapPost("/status-key", RenewKeyAsync)
            .WithSummary("Another status key in place of the one before, told once.")
            .Produces<StatusKeyAnswer>();
        escalation
            .MapPost("/status-key/revocation", RevokeKeyAsync)
            .WithSummary("The status key leads nowhere any more.")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static void MapLinks(RouteGroupBuilder api)
    {
        api.MapGet("/partnerships/{p}/raising-links", LinksAsync)
            .WithTags("Escalation")
            .WithSummary("The links by which people of a body raise challenges without an account.")
            .Produces<Page<RaisingLinkAnswer>>();
        api.MapPost("/partnerships/{p}/raising-links", MakeLinkAsync)
            .WithTags("Escalation")
            .WithSummary("Makes one; its key is told once.")
            .Produces<RaisingLinkAnswer>(StatusCodes.Status201Created);
        api.MapPost("/raising-links/{id}/revocation", RevokeLinkAsync)
            .WithTags("Escalation")
            .WithSummary("The link leads nowhere any more.")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> RaiseAsync(
        string p,
        RaiseEscalationBody body,
        HttpContext context,
        Caller caller,
        RaiseEscalation raise,
        CancellationToken cancellation
    )
    {
        context.Response.Headers.CacheControl = "no-store";
        return (await raise.HandleAsync(caller, p, body, cancellation)).ToCreated(raised =>
            $"/api/escalations/{raised.Id}"
        );
    }

    private static async Task<IResult> ListAsync(
        string p,
        [FromQuery] string? state,
        [FromQuery] string? raisedWith,
        [FromQuery] string? theme,
        [FromQuery] int? stage,
        [FromQuery] string? ladder,
        [FromQuery] bool? mine,
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (
            await EscalationListing.ListAsync(
                db,
                p,
                caller.PersonId,
                reading.Now,
                new EscalationFilter(state, raisedWith, theme, stage, ladder, mine == true),
                paging.After,
                paging.Count
            )
        ).ToOk();
    }

    private static async Task<IResult> ThemesAsync(
        string p,
        [FromQuery] DateOnly? from,
        [FromQuery] DateOnly? to,
        Caller caller,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (
            await ThemesBook.CountAsync(db, p, caller.PersonId, reading.Now, from, to)
        ).ToSingle();
    }

    private static async Task<IResult> ThemesCsvAsync(
        string p,
        [FromQuery] DateOnly? from,
        [FromQuery] DateOnly? to,
        Caller caller,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (await ThemesBook.CountAsync(db, p, caller.PersonId, reading.Now, from, to)).To(
            themes => RegisterCsv.Download("challenge-themes.csv")(ThemesCsv.Of(themes))
        );
    }

    private static async Task<IResult> FindAsync(string id, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await EscalationBook.FindAsync(db, id, caller.PersonId, reading.Now)).ToSingle();
    }

    private static async Task<IResult> AcknowledgeAsync(
        string id,
        Caller caller,
        AcknowledgeEscalation acknowledge,
        CancellationToken cancellation
    ) => (await acknowledge.HandleAsync(caller, id, cancellation)).ToOk();

    private static async Task<IResult> AnswerAsync(
        string id,
        EscalationTextBody body,
        Caller caller,
        AnswerEscalation answer,
        CancellationToken cancellation
    ) => (await answer.HandleAsync(caller, id, body, cancellation)).ToOk();

    private static async Task<IResult> MeetAsync(
        string id,
        EscalationMeetingBody body,
        Caller caller,
        RecordStageMeeting meet,
        CancellationToken cancellation
    ) => (await meet.HandleAsync(caller, id, body, cancellation)).ToOk();

    private static async Task<IResult> ConfirmAsync(
        string id,
        EscalationTextBody body,
        Caller caller,
        ConfirmOutcome confirm,
        CancellationToken cancellation
    ) => (await confirm.HandleAsync(caller, id, body, cancellation)).ToOk();

    private static async Task<IResult> SayAsync(
        string id,
        EscalationSatisfactionBody body,
        Caller caller,
        ConcludeEscalation conclude,
        CancellationToken cancellation
    ) => (await conclude.SayAsync(caller, id, body, cancellation)).ToOk();

    private static async Task<IResult> WithdrawAsync(
        string id,
        EscalationReasonBody body,
        Caller caller,
        ConcludeEscalation conclude,
        CancellationToken cancellation
    ) => (await conclude.WithdrawAsync(caller, id, body, cancellation)).ToOk();

    private static async Task<IResult> RenewKeyAsync(
        string id,
        HttpContext context,
        Caller caller,
        StatusKeys keys,
        CancellationToken cancellation
    )
    {
        context.Response.Headers.CacheControl = "no-store";
        return (await keys.RenewAsync(caller, id, cancellation)).ToOk();
    }

    private static async Task<IResult> RevokeKeyAsync(
        string id,
        Caller caller,
        StatusKeys keys,
        CancellationToken cancellation
    ) => (await keys.RevokeAsync(caller, id, cancellation)).ToNoContent();

    private static async Task<IResult> LinksAsync(
        string p,
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (await RaisingLinks.ListAsync(db, p, caller.PersonId, reading.Now)).To(links =>
            paging.Of(links, link => link.Id).ToOk()
        );
    }

    private static async Task<IResult> MakeLinkAsync(
        string p,
        RaisingLinkBody body,
        HttpContext context,
        Caller caller,
        RaisingLinks links,
        CancellationToken cancellation
    )
    {
        context.Response.Headers.CacheControl = "no-store";
        return (await links.MakeAsync(caller, p, body, cancellation)).ToCreated(_ =>
            $"/api/partnerships/{p}/raising-links"
        );
    }

    private static async Task<IResult> RevokeLinkAsync(
        string id,
        Caller caller,
        RaisingLinks links,
        CancellationToken cancellation
    ) => (await links.RevokeAsync(caller, id, cancellation)).ToNoContent();
}
