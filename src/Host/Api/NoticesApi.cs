using Governance.Contracts;
using Governance.Modules.Notices;
using Governance.Storage;

namespace Governance.Host.Api;

/// <summary>What the caller was told.</summary>
internal static class NoticesApi
{
    public static void MapNotices(this RouteGroupBuilder api)
    {
        api.MapGet("/notices", ListAsync)
            .WithTags("Notices")
            .WithSummary("What I was told, newest first.")
            .Produces<Page<NoticeAnswer>>();
        api.MapPost("/notices/{id}/read", ReadAsync)
            .WithTags("Notices")
            .WithSummary("I have read it; a repeat answers the same.")
            .Produces<NoticeAnswer>();
        api.MapPost("/notices/read", ReadAllAsync)
            .WithTags("Notices")
            .WithSummary("I have seen all of mine up to this one.")
            .Produces<NoticesMarked>();
    }

    private static async Task<IResult> ListAsync(
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (
            await NoticeBoard.OfPersonAsync(db, caller.PersonId, paging.After, paging.Count)
        ).ToOk();
    }

    private static async Task<IResult> ReadAsync(
        string id,
        Caller caller,
        MarkNoticeRead mark,
        CancellationToken cancellation
    ) => (await mark.HandleAsync(caller, id, cancellation)).ToOk();

    private static async Task<IResult> ReadAllAsync(
        ReadNoticesBody body,
        Caller caller,
        MarkNoticesRead mark,
        CancellationToken cancellation
    ) => (await mark.HandleAsync(caller, body.UpTo, cancellation)).ToOk();
}
