using System.Security.Cryptography;
using System.Text;
using Governance.Contracts;
using Governance.Host.Composition;
using Governance.Modules.Policies;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Governance.Host.Api;

/// <summary>Policies: drafts, versions and what changed between them, attachments, sign-off, withdrawal.</summary>
internal static class PoliciesApi
{
    public static void MapPolicies(this RouteGroupBuilder api)
    {
        RouteGroupBuilder policies = api.MapGroup(string.Empty).WithTags("Policies");
        policies
            .MapGet("/partnerships/{p}/policies", ListAsync)
            .WithSummary(
                "The partnership's policies that I may see, by filter and sort, in both directions."
            )
            .Produces<PolicyList>();
        policies
            .MapPost("/partnerships/{p}/policies", CreateAsync)
            .WithSummary("Begins a policy with its first draft.")
            .Produces<PolicySaved>(StatusCodes.Status201Created);
        policies
            .MapGet("/policies/{id}", FindAsync)
            .WithSummary(
                "State, draft, published version, banners. Its ETag goes into If-Match of the next change."
            )
            .Produces<PolicyAnswer>();
        policies
            .MapGet("/policies/{id}/versions", VersionsAsync)
            .WithSummary("Every version, newest first, without the texts.")
            .Produces<Page<PolicyVersionLine>>();
        policies
            .MapGet("/policies/{id}/versions/{n:int}", VersionAsync)
            .WithSummary("One immutable version.")
            .Produces<PolicyVersionAnswer>();
        policies
            .MapGet("/policies/{id}/versions/{a:int}/changes/{b:int}", ChangesAsync)
            .WithSummary("What changed from one version to another, word by word.")
            .Produces<PolicyChangesAnswer>();
        policies
            .MapPut("/policies/{id}/draft", SaveAsync)
            .WithSummary(
                "Saves the draft as it shall be. A stale If-Match answers 412 and gives the text back."
            )
            .WithMetadata(new NeedsIfMatch())
            .Produces<PolicySaved>();
        policies
            .MapPost("/policies/{id}/sign-off", RequestSignOffAsync)
            .WithSummary("Asks the three seats to sign the newest version.")
            .Produces<RoundAnswer>(StatusCodes.Status201Created)
            .Produces<SignOffRequested>(StatusCodes.Status202Accepted);
        policies
            .MapPost("/policies/{id}/withdrawal", WithdrawAsync)
            .WithSummary("Withdraws a policy for good, with a reason.")
            .Produces<PolicySaved>();
        policies.MapReviews();
    }

    /// <summary>The routes that carry files.</summary>
    public static void MapAttachments(this RouteGroupBuilder api)
    {
        RouteGroupBuilder attachments = api.MapGroup("/policies/{id}").WithTags("Policies");
        long limit = ((IEndpointRouteBuilder)api)
            .ServiceProvider.GetRequiredService<IOptions<LimitOptions>>()
            .Value.AttachmentBytes;
        attachments
            .MapPost("/attachments", AttachAsync)
            .WithSummary("Attaches a PDF, a Word document or an image to the draft.")
            .WithMetadata(
                new RequestSizeLimitAttribute(limit),
                new RequestFormLimitsAttribute { MultipartBodyLengthLimit = limit }
            )
            // A token is sent by its holder on purpose; there is no cookie that another site could ride on.
            .DisableAntiforgery()
            .Produces<PolicySaved>(StatusCodes.Status201Created);
        attachments
            .MapDelete("/attachments/{hash}", DetachAsync)
            .WithSummary("Takes a file off the draft; earlier versions keep it.")
            .Produces<PolicySaved>();
        attachments
            .MapGet("/versions/{n:int}/attachments/{hash}", DownloadAsync)
            .WithSummary("A file of a version, as a download.")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
    }

    private static async Task<IResult> ListAsync(
        string p,
        Caller caller,
        [AsParameters] PolicyQuery query,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        Result<PolicyFilter> filter = query.Read();
        if (filter.IsRefused)
        {
            return ResultHttp.Problem(filter.Refusal);
        }

        await using GovernanceDb db = reading.Open();
        return (
            await PolicyListing.ListAsync(
                db,
                p,
                caller.PersonId,
                reading.Now,
                filter.Value,
                paging.After,
                query.Before,
                paging.Count
            )
        ).ToOk();
    }

    private static async Task<IResult> CreateAsync(
        string p,
        CreatePolicyBody body,
        Caller caller,
        CreatePolicy create,
        CancellationToken cancellation
    ) =>
        (await create.HandleAsync(caller, p, body, cancellation)).To(saved =>
            Tagged.Created($"/api/policies/{saved.Id}", saved, saved.Tag)
        );

    private static async Task<IResult> FindAsync(string id, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        Result<PolicyAnswer> found = await PolicyBook.FindAsync(
            db,
            id,
            caller.PersonId,
            reading.Now
        );
        IReadOnlyList<BannerAnswer> challenged = found.IsRefused
            ? []
            : await PolicyChallenges.BannersAsync(db, id);
        return found
            .Then(policy => policy with { Banners = [.. policy.Banners, .. challenged] })
            .To(policy => Tagged.Ok(policy, policy.Tag));
    }

    private static async Task<IResult> VersionsAsync(
        string id,
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (
            await PolicyBook.VersionsAsync(
                db,
                id,
                caller.PersonId,
                reading.Now,
                paging.After,
                paging.Count
            )
        ).ToOk();
    }

    private static async Task<IResult> VersionAsync(
        string id,
        int n,
        Caller caller,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (await PolicyBook.VersionAsync(db, id, n, caller.PersonId, reading.Now)).ToSingle();
    }

    private static async Task<IResult> ChangesAsync(
        string id,
        int a,
        int b,
        Caller caller,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (await PolicyBook.ChangesAsync(db, id, a, b, caller.PersonId, reading.Now)).ToOk();
    }

    private static async Task<IResult> SaveAsync(
        string id,
        SaveDraftBody body,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        Caller caller,
        SaveDraft save,
        CancellationToken cancellation
    ) =>
        string.IsNullOrWhiteSpace(ifMatch)
            ? new ProblemResult(Problems.ForStatus(StatusCodes.Status428PreconditionRequired))
            : (await save.HandleAsync(caller, id, body, ifMatch, cancellation)).To(saved =>
                Tagged.Ok(saved, saved.Tag)
            );

    private static async Task<IResult> RequestSignOffAsync(
        string id,
        Caller caller,
        RequestSignOff request,
        CancellationToken cancellation
    ) =>
        (await request.HandleAsync(caller, id, cancellation)).To(requested =>
            requested.Round is { } round
                ? TypedResults.Created($"/api/sign-offs/{round.Id}", round)
                : TypedResults.Accepted($"/api/policies/{id}", requested)
        );

    private static async Task<IResult> WithdrawAsync(
        string id,
        WithdrawPolicyBody body,
        Caller caller,
        WithdrawPolicy withdraw,
        CancellationToken cancellation
    ) => (await withdraw.HandleAsync(caller, id, body, cancellation)).ToOk();

    private static async Task<IResult> AttachAsync(
        string id,
        IFormFile file,
        Caller caller,
        AddAttachment add,
        CancellationToken cancellation
    )
    {
        byte[] content = new byte[file.Length];
        await using (Stream stream = file.OpenReadStream())
        {
            await stream.ReadExactlyAsync(content, cancellation);
        }

        return (
            await add.HandleAsync(
                Keyed(caller, id, file.FileName, content),
                id,
                new AttachmentBody(file.FileName, content),
                cancellation
            )
        ).To(saved => Tagged.Created($"/api/policies/{id}", saved, saved.Tag));
    }

    /// <summary>What the key came with is the file, not the form around it, whose boundary differs each time.</summary>
    private static Caller Keyed(Caller caller, string id, string name, byte[] content) =>
        caller.Key is null
            ? caller
            : caller with
            {
                Key = caller.Key with
                {
                    BodyHash = Convert.ToHexStringLower(
                        SHA256.HashData([
                            .. Encoding.UTF8.GetBytes($"attach {id}\n{name}\n"),
                            .. SHA256.HashData(content),
                        ])
                    ),
                },
            };

    private static async Task<IResult> DetachAsync(
        string id,
        string hash,
        Caller caller,
        RemoveAttachment remove,
        CancellationToken cancellation
    ) =>
        (await remove.HandleAsync(caller, id, hash, cancellation)).To(saved =>
            Tagged.Ok(saved, saved.Tag)
        );

    private static async Task<IResult> DownloadAsync(
        string id,
        int n,
        string hash,
        Caller caller,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (await AttachmentBook.FindAsync(db, id, n, hash, caller.PersonId, reading.Now)).To(
            LibraryApi.Download
        );
    }
}
