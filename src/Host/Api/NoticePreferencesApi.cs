using Governance.Contracts;
using Governance.Modules.Notices;
using Governance.Storage;

namespace Governance.Host.Api;

/// <summary>How the caller is told outside the product, and where to.</summary>
internal static class NoticePreferencesApi
{
    public static void MapNoticePreferences(this RouteGroupBuilder api)
    {
        RouteGroupBuilder own = api.MapGroup("/me").WithTags("Notices");
        own.MapGet("/notice-preferences", FindAsync)
            .WithSummary("How I am told outside the service, and where to.")
            .Produces<NoticePreferencesAnswer>();
        own.MapPut("/notice-preferences", ChangeAsync)
            .WithSummary(
                "What is addressed to me by duty: each or daily. The rest: each, daily or off."
            )
            .Produces<NoticePreferencesAnswer>();
        own.MapPost("/notice-address", ProposeAsync)
            .WithSummary("Where to tell me. It is used once the link that is sent there is opened.")
            .Produces<NoticePreferencesAnswer>(StatusCodes.Status202Accepted);
        own.MapPost("/notice-address/confirmation", ConfirmAsync)
            .WithSummary(
                "I have read what was sent there: the key of the link, once, within a day."
            )
            .Produces<NoticePreferencesAnswer>();
        own.MapDelete("/notice-address", RemoveAsync)
            .WithSummary("Send me nothing more; inside the service I am told as before.")
            .Produces<NoticePreferencesAnswer>();
    }

    private static async Task<IResult> FindAsync(
        Caller caller,
        Reading reading,
        SendingOptions sending
    ) => TypedResults.Ok(await ReadAsync(caller, reading, sending));

    private static async Task<IResult> ChangeAsync(
        NoticePreferencesBody body,
        Caller caller,
        ChangeNoticePreferences change,
        Reading reading,
        SendingOptions sending,
        CancellationToken cancellation
    ) =>
        await AnswerAsync(
            await change.HandleAsync(caller, body, cancellation),
            caller,
            reading,
            sending
        );

    private static async Task<IResult> ProposeAsync(
        NoticeAddressBody body,
        Caller caller,
        ProposeNoticeAddress propose,
        Reading reading,
        SendingOptions sending,
        CancellationToken cancellation
    )
    {
        Result<Done> done = await propose.HandleAsync(caller.PersonId, body.Address, cancellation);
        return done.IsRefused
            ? ResultHttp.Problem(done.Refusal)
            : TypedResults.Accepted((string?)null, await ReadAsync(caller, reading, sending));
    }

    private static async Task<IResult> ConfirmAsync(
        ConfirmNoticeAddressBody body,
        Caller caller,
        ConfirmNoticeAddress confirm,
        Reading reading,
        SendingOptions sending,
        CancellationToken cancellation
    ) =>
        await AnswerAsync(
            await confirm.HandleAsync(caller.PersonId, body.Key, cancellation),
            caller,
            reading,
            sending
        );

    private static async Task<IResult> RemoveAsync(
        Caller caller,
        RemoveNoticeAddress remove,
        Reading reading,
        SendingOptions sending,
        CancellationToken cancellation
    ) =>
        await AnswerAsync(await remove.HandleAsync(caller, cancellation), caller, reading, sending);

    private static async Task<IResult> AnswerAsync(
        Result<Done> done,
        Caller caller,
        Reading reading,
        SendingOptions sending
    ) =>
        done.IsRefused
            ? ResultHttp.Problem(done.Refusal)
            : TypedResults.Ok(await ReadAsync(caller, reading, sending));

    private static async Task<NoticePreferencesAnswer> ReadAsync(
        Caller caller,
        Reading reading,
        SendingOptions sending
    )
    {
        await using GovernanceDb db = reading.Open();
        return await OwnPreference.ReadAsync(db, caller.PersonId, sending, reading.Now);
    }
}
