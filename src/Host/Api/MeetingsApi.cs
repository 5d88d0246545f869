using Governance.Contracts;
using Governance.Host.Composition;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Governance.Host.Api;

/// <summary>Meetings: agenda and papers, attendance and quorum, what is decided.</summary>
internal static class MeetingsApi
{
    public static void MapMeetings(this RouteGroupBuilder api)
    {
        RouteGroupBuilder meetings = api.MapGroup(string.Empty).WithTags("Meetings");
        meetings
            .MapGet("/partnerships/{p}/meetings", ListAsync)
            .WithSummary("Meetings of the bodies that I may read, latest first.")
            .Produces<Page<MeetingLine>>();
        meetings
            .MapPost("/partnerships/{p}/meetings", PlanAsync)
            .WithSummary("Plans a meeting of a body.")
            .Produces<MeetingAnswer>(StatusCodes.Status201Created);
        meetings
            .MapGet("/meetings/{m}", FindAsync)
            .WithSummary(
                "One meeting: agenda, papers with both hashes, attendance, and whether it is quorate now, for each item."
            )
            .Produces<MeetingAnswer>();
        meetings
            .MapPost("/meetings/{m}/agenda", AddToAgendaAsync)
            .WithSummary("Adds items to the agenda, with papers of theirs.")
            .Produces<MeetingAnswer>();
        meetings
            .MapPost("/meetings/{m}/circulation", CirculateAsync)
            .WithSummary("Fixes each paper's hash as what was sent, and tells the members.")
            .Produces<MeetingAnswer>();
        meetings
            .MapPost("/meetings/{m}/rescheduling", RescheduleAsync)
            .WithSummary("Gives a meeting that has not begun another time or place.")
            .Produces<MeetingAnswer>();
        meetings
            .MapPost("/meetings/{m}/cancellation", CancelAsync)
            .WithSummary("Cancels a meeting that has not begun, with a reason.")
            .Produces<MeetingAnswer>();
        meetings
            .MapPost("/meetings/{m}/attendance", NoteAsync)
            .WithSummary(
                "Notes who is present, has sent apologies or has left, from which moment, for which place, as whose deputy."
            )
            .Produces<MeetingAnswer>();
        meetings
            .MapPost("/meetings/{m}/interests", DeclareAsync)
            .WithSummary("Declares an interest in an item; who withdraws does not count for it.")
            .Produces<MeetingAnswer>();
        meetings
            .MapPost("/meetings/{m}/decisions", DecideAsync)
            .WithSummary(
                "Records a decision; without quorum 409, unless it is recorded as discussed or left to the chair's discretion."
            )
            .Produces<DecisionAnswer>(StatusCodes.Status201Created);
        meetings
            .MapPost("/meetings/{m}/closure", CloseAsync)
            .WithSummary("Closes a meeting: nothing more is noted, and minutes can be written.")
            .Produces<MeetingAnswer>();
        meetings.MapMinutes();
    }

    /// <summary>The routes that carry files.</summary>
    public static void MapPapers(this RouteGroupBuilder api)
    {
        RouteGroupBuilder papers = api.MapGroup(string.Empty).WithTags("Meetings");
        long limit = ((IEndpointRouteBuilder)api)
            .ServiceProvider.GetRequiredService<IOptions<LimitOptions>>()
            .Value.AttachmentBytes;
        papers
            .MapPost("/agenda-items/{i}/papers", AddPaperAsync)
            .WithSummary("Adds a paper to an item: PDF, Word, an image or plain text.")
            .WithMetadata(
                new RequestSizeLimitAttribute(limit),
                new RequestFormLimitsAttribute { MultipartBodyLengthLimit = limit }
            )
            // A token is sent by its holder on purpose; there is no cookie that another site could ride on.
            .DisableAntiforgery()
            .Produces<PaperAnswer>(StatusCodes.Status201Created);
        papers
            .MapPost("/papers/{d}/versions", ReplacePaperAsync)
            .WithSummary(
                "Another text of a paper; after circulation both hashes stand, and the paper shows when it was changed."
            )
            .WithMetadata(
                new RequestSizeLimitAttribute(limit),
                new RequestFormLimitsAttribute { MultipartBodyLengthLimit = limit }
            )
            .DisableAntiforgery()
            .Produces<PaperAnswer>(StatusCodes.Status201Created);
        papers
            .MapGet("/papers/{d}/versions/{n:int}", DownloadAsync)
            .WithSummary("One text of a paper, as a download.")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
    }

    /// <summary>Never shown inline: a browser saves it.</summary>
    public static IResult Download(PaperFile file) =>
        TypedResults.File(file.Bytes, file.ContentType, file.Name);

    private static async Task<IResult> ListAsync(
        string p,
        [FromQuery] string? body,
        [FromQuery] string? state,
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (
            await MeetingBook.ListAsync(
                db,
                p,
                caller.PersonId,
                reading.Now,
                new MeetingFilter(body, state),
                paging.After,
                paging.Count
            )
        ).ToOk();
    }

    private static async Task<IResult> PlanAsync(
        string p,
        PlanMeetingBody body,
        Caller caller,
        PlanMeeting plan,
        CancellationToken cancellation
    ) =>
        (await plan.HandleAsync(caller, p, body, cancellation)).ToCreated(meeting =>
            $"/api/meetings/{meeting.Id}"
        );

    private static async Task<IResult> FindAsync(string m, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await MeetingBook.FindAsync(db, m, caller.PersonId, reading.Now)).ToSingle();
    }

    private static async Task<IResult> AddToAgendaAsync(
        string m,
        AgendaBody body,
        Caller caller,
        AddToAgenda add,
        CancellationToken cancellation
    ) => (await add.HandleAsync(caller, m, body, cancellation)).ToOk();

    private static async Task<IResult> CirculateAsync(
        string m,
        Caller caller,
        CirculateMeeting circulate,
        CancellationToken cancellation
    ) => (await circulate.HandleAsync(caller, m, cancellation)).ToOk();

    private static async Task<IResult> RescheduleAsync(
        string m,
        RescheduleMeetingBody body,
        Caller caller,
        RescheduleMeeting reschedule,
        CancellationToken cancellation
    ) => (await reschedule.HandleAsync(caller, m, body, cancellation)).ToOk();

    private static async Task<IResult> CancelAsync(
        string m,
        CancelMeetingBody body,
        Caller caller,
        CancelMeeting cancel,
        CancellationToken cancellation
    ) => (await cancel.HandleAsync(caller, m, body, cancellation)).ToOk();

    private static async Task<IResult> NoteAsync(
        string m,
        AttendanceBody body,
        Caller caller,
        NoteAttendance note,
        CancellationToken cancellation
    ) => (await note.HandleAsync(caller, m, body, cancellation)).ToOk();

    private static async Task<IResult> DeclareAsync(
        string m,
        DeclarationBody body,
        Caller caller,
        DeclareOnItem declare,
        CancellationToken cancellation
    ) => (await declare.HandleAsync(caller, m, body, cancellation)).ToOk();

    private static async Task<IResult> DecideAsync(
        string m,
        DecisionBody body,
        Caller caller,
        RecordDecision record,
        CancellationToken cancellation
    ) =>
        (await record.HandleAsync(caller, m, body, cancellation)).ToCreated(decision =>
            $"/api/decisions/{decision.Id}"
        );

    private static async Task<IResult> CloseAsync(
        string m,
        Caller caller,
        CloseMeeting close,
        CancellationToken cancellation
    ) => (await close.HandleAsync(caller, m, cancellation)).ToOk();

    private static async Task<IResult> AddPaperAsync(
        string i,
        IFormFile file,
        Caller caller,
        AddPaper add,
        CancellationToken cancellation
    )
    {
        PaperUpload upload = new(file.FileName, await Uploads.BytesOfAsync(file, cancellation));
        return (
            await add.HandleAsync(Uploads.Keyed(caller, i, upload), i, upload, cancellation)
        ).ToCreated(paper => $"/api/papers/{paper.Id}/versions/1");
    }

    private static async Task<IResult> ReplacePaperAsync(
        string d,
        IFormFile file,
        Caller caller,
        ReplacePaper replace,
        CancellationToken cancellation
    )
    {
        PaperUpload upload = new(file.FileName, await Uploads.BytesOfAsync(file, cancellation));
        return (
            await replace.HandleAsync(Uploads.Keyed(caller, d, upload), d, upload, cancellation)
        ).ToCreated(paper => $"/api/papers/{paper.Id}/versions/{paper.Versions.Count}");
    }

    private static async Task<IResult> DownloadAsync(
        string d,
        int n,
        Caller caller,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (await PaperBook.FindAsync(db, d, n, caller.PersonId, reading.Now)).To(Download);
    }
}
