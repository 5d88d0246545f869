using Governance.Contracts;
using Governance.Host.Composition;
using Governance.Modules.Meetings;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Governance.Host.Api;

/// <summary>The files that a challenge rests on.</summary>
internal static class EvidenceApi
{
    public static void MapEvidence(this RouteGroupBuilder challenge)
    {
        long limit = ((IEndpointRouteBuilder)challenge)
            .ServiceProvider.GetRequiredService<IOptions<LimitOptions>>()
            .Value.AttachmentBytes;
        RouteGroupBuilder evidence = challenge.MapGroup("/evidence");
        evidence
            .MapPost(string.Empty, AddAsync)
            .WithSummary(
                "Adds a file to the evidence, with a reason: PDF, Word, an image or plain text."
            )
            .WithMetadata(
                new RequestSizeLimitAttribute(limit),
                new RequestFormLimitsAttribute { MultipartBodyLengthLimit = limit }
            )
            // A token is sent by its holder on purpose; there is no cookie that another site could ride on.
            .DisableAntiforgery()
            .Produces<ChallengeAnswer>(StatusCodes.Status201Created);
        evidence
            .MapGet("/{n:int}", DownloadAsync)
            .WithSummary("One file of the evidence, as a download.")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
        evidence
            .MapPost("/{n:int}/removal", TakeOffAsync)
            .WithSummary("Takes a file off the evidence; it stays on record that it was there.")
            .Produces<ChallengeAnswer>();
    }

    private static async Task<IResult> AddAsync(
        string id,
        IFormFile file,
        [FromForm] string? reason,
        Caller caller,
        ChangeEvidence change,
        CancellationToken cancellation
    )
    {
        PaperUpload upload = new(file.FileName, await Uploads.BytesOfAsync(file, cancellation));
        return (
            await change.AddAsync(
                Uploads.Keyed(caller, id + "\n" + reason, upload),
                id,
                upload,
                reason,
                cancellation
            )
        ).ToCreated(challenge =>
            $"/api/challenges/{challenge.Id}/evidence/{challenge.EvidenceFiles[^1].Number}"
        );
    }

    private static async Task<IResult> DownloadAsync(
        string id,
        int n,
        Caller caller,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (await ChallengeBook.EvidenceAsync(db, id, n, caller.PersonId, reading.Now)).To(
            MeetingsApi.Download
        );
    }

    private static async Task<IResult> TakeOffAsync(
        string id,
        int n,
        ChallengeReasonBody body,
        Caller caller,
        ChangeEvidence change,
        CancellationToken cancellation
    ) => (await change.TakeOffAsync(caller, id, n, body, cancellation)).ToOk();
}
