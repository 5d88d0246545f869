using Governance.Contracts;
using Governance.Contracts.Retention;
using Governance.Modules.Retention;
using Governance.Storage;

namespace Governance.Host.Api;

/// <summary>How long things are kept, legal holds, and disposals with their certificates.</summary>
internal static class RetentionApi
{
    public static void MapRetention(this RouteGroupBuilder api)
    {
        RouteGroupBuilder retention = api.MapGroup(string.Empty).WithTags("Retention");
        retention
            .MapGet("/partnerships/{p}/retention", ScheduleAsync)
            .WithSummary("The retention schedule: each class and how long it is kept.")
            .Produces<Page<RetentionClassAnswer>>();
        retention
            .MapPost("/partnerships/{p}/retention/{key}", ProposeAsync)
            .WithSummary("Proposes how long a class is kept; a second person agrees.")
            .Produces<RetentionProposed>();
        retention
            .MapGet("/partnerships/{p}/retention/due", DueAsync)
            .WithSummary("What is over its period, longest first; what is held says so.")
            .Produces<Page<DueSubject>>();
        retention
            .MapGet("/partnerships/{p}/holds", HoldsAsync)
            .WithSummary("Legal holds, those that stand first.")
            .Produces<Page<HoldAnswer>>();
        retention
            .MapPost("/partnerships/{p}/holds", PlaceAsync)
            .WithSummary("Places a legal hold on a subject, a person's data or a class.")
            .Produces<HoldAnswer>(StatusCodes.Status201Created);
        retention
            .MapGet("/holds/{id}", HoldAsync)
            .WithSummary("A legal hold.")
            .Produces<HoldAnswer>();
        retention
            .MapPost("/holds/{id}/lifting", LiftAsync)
            .WithSummary("Lifts it, or says for one of two seats that it should be.")
            .Produces<HoldAnswer>();
        retention
            .MapGet("/partnerships/{p}/disposals", DisposalsAsync)
            .WithSummary("Disposals, newest first.")
            .Produces<Page<DisposalAnswer>>();
        retention
            .MapPost("/partnerships/{p}/disposals", ProposeDisposalAsync)
            .WithSummary("Proposes a list of what is due.")
            .Produces<DisposalAnswer>(StatusCodes.Status201Created);
        retention
            .MapGet("/disposals/{id}", DisposalAsync)
            .WithSummary("A disposal with its list.")
            .Produces<DisposalAnswer>();
        retention
            .MapPost("/disposals/{id}/agreement", AgreeAsync)
            .WithSummary("Agrees to it, for a seat or as the scrutineer.")
            .Produces<DisposalAnswer>();
        retention
            .MapPost("/disposals/{id}/objection", ObjectAsync)
            .WithSummary("Objects to it, which ends it.")
            .Produces<DisposalAnswer>();
        retention
            .MapGet("/disposal-items/{id}/certificate", CertificateAsync)
            .WithSummary("The certificate of what was destroyed: exactly the text that was hashed.")
            .Produces<DisposalCertificate>();
    }

    private static async Task<IResult> ScheduleAsync(
        string p,
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (await DisposalBook.ScheduleAsync(db, p, caller.PersonId, reading.Now)).To(all =>
            paging.Of(all, each => each.Key).ToOk()
        );
    }

    private static async Task<IResult> ProposeAsync(
        string p,
        string key,
        ProposeRetentionBody body,
        Caller caller,
        ProposeRetention propose,
        CancellationToken cancellation
    ) => (await propose.HandleAsync(caller, p, key, body, cancellation)).ToOk();

    private static async Task<IResult> DueAsync(
        string p,
        Caller caller,
        [AsParameters] Paging paging,
        DisposalBook book,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (await book.DueAsync(db, p, caller.PersonId, reading.Now)).To(all =>
            paging.Of(all, each => each.Id).ToOk()
        );
    }

    private static async Task<IResult> HoldsAsync(
        string p,
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (await HoldBook.OfPartnershipAsync(db, p, caller.PersonId, reading.Now)).To(all =>
            paging.Of(all, each => each.Id).ToOk()
        );
    }

    private static async Task<IResult> PlaceAsync(
        string p,
        PlaceHoldBody body,
        Caller caller,
        PlaceHold place,
        CancellationToken cancellation
    ) =>
        (await place.HandleAsync(caller, p, body, cancellation)).ToCreated(hold =>
            $"/api/holds/{hold.Id}"
        );

    private static async Task<IResult> HoldAsync(string id, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await HoldBook.FindAsync(db, id, caller.PersonId, reading.Now)).ToSingle();
    }

    private static async Task<IResult> LiftAsync(
        string id,
        LiftHoldBody body,
        Caller caller,
        LiftHold lift,
        CancellationToken cancellation
    ) => (await lift.HandleAsync(caller, id, body, cancellation)).ToOk();

    private static async Task<IResult> DisposalsAsync(
        string p,
        Caller caller,
        [AsParameters] Paging paging,
        DisposalBook book,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (await book.OfPartnershipAsync(db, p, caller.PersonId, reading.Now)).To(all =>
            paging.Of(all, each => each.Id).ToOk()
        );
    }

    private static async Task<IResult> ProposeDisposalAsync(
        string p,
        ProposeDisposalBody body,
        Caller caller,
        ProposeDisposal propose,
        CancellationToken cancellation
    ) =>
        (await propose.HandleAsync(caller, p, body, cancellation)).ToCreated(disposal =>
            $"/api/disposals/{disposal.Id}"
        );

    private static async Task<IResult> DisposalAsync(
        string id,
        Caller caller,
        DisposalBook book,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (await book.FindAsync(db, id, caller.PersonId, reading.Now)).ToSingle();
    }

    private static async Task<IResult> AgreeAsync(
        string id,
        Caller caller,
        AgreeToDisposal agree,
        CancellationToken cancellation
    ) => (await agree.AgreeAsync(caller, id, cancellation)).ToOk();

    private static async Task<IResult> ObjectAsync(
        string id,
        ObjectBody body,
        Caller caller,
        AgreeToDisposal agree,
        CancellationToken cancellation
    ) => (await agree.ObjectAsync(caller, id, body, cancellation)).ToOk();

    private static async Task<IResult> CertificateAsync(string id, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await DisposalBook.CertificateAsync(db, id, caller.PersonId, reading.Now)).To(
            text => TypedResults.Text(text, "application/json")
        );
    }
}
