using Governance.Contracts;
using Governance.Host.Composition;
using Governance.Modules.Escalation;
using Governance.Storage;

namespace Governance.Host.Api;

/// <summary>
/// What a secret key leads to, without an account: raising through a body's link, and the status of what was raised. The key comes in the
/// body of a POST, so that no address, log or cache has it, and how often keys are tried is limited for each network address.
/// </summary>
internal static class EscalationKeysApi
{
    public static void MapEscalationKeys(this RouteGroupBuilder open)
    {
        RouteGroupBuilder keys = open.MapGroup(string.Empty)
            .WithTags("Escalation")
            .RequireRateLimiting(RequestLimits.Keys);
        keys.MapPost("/raising-links/exchange", ExchangeAsync)
            .WithSummary(
                "What a body’s link leads to: the place, its ladders, whom one can challenge, whom to call first."
            )
            .Produces<RaisingPlaceAnswer>();
        keys.MapPost("/raising-links/escalations", RaiseAsync)
            .WithSummary(
                "Raises a professional challenge through a body’s link; the status key is told once."
            )
            .Produces<EscalationRaised>(StatusCodes.Status201Created);
        keys.MapPost("/escalation-status", StatusAsync)
            .WithSummary("Status and outcome of the challenge that a status key leads to.")
            .Produces<EscalationAnswer>();
        keys.MapPost("/escalation-status/satisfaction", SayAsync)
            .WithSummary("Whoever holds the status key says whether they are satisfied.")
            .Produces<EscalationAnswer>();
        keys.MapPost("/escalation-status/withdrawal", WithdrawAsync)
            .WithSummary("Whoever holds the status key withdraws the challenge.")
            .Produces<EscalationAnswer>();
    }

    private static async Task<IResult> ExchangeAsync(
        EscalationKeyBody body,
        HttpContext context,
        RaisingLinks links
    ) => Private(context, (await links.ExchangeAsync(body.Key)).ToOk());

    private static async Task<IResult> RaiseAsync(
        RaiseByLinkBody body,
        HttpContext context,
        RaiseEscalation raise,
        RaisingLinks links,
        CancellationToken cancellation
    ) =>
        Private(
            context,
            (await raise.HandleByLinkAsync(links, body, KeyOf(context), cancellation)).ToCreated(
                _ => "/api/escalation-status"
            )
        );

    private static async Task<IResult> StatusAsync(
        EscalationKeyBody body,
        HttpContext context,
        StatusKeys keys
    ) => Private(context, (await keys.ReadAsync(body.Key)).ToOk());

    private static async Task<IResult> SayAsync(
        EscalationSatisfactionByKeyBody body,
        HttpContext context,
        ConcludeEscalation conclude,
        CancellationToken cancellation
    ) =>
        Private(context, (await conclude.SayByKeyAsync(body, KeyOf(context), cancellation)).ToOk());

    private static async Task<IResult> WithdrawAsync(
        EscalationReasonByKeyBody body,
        HttpContext context,
        ConcludeEscalation conclude,
        CancellationToken cancellation
    ) =>
        Private(
            context,
            (await conclude.WithdrawByKeyAsync(body, KeyOf(context), cancellation)).ToOk()
        );

    private static IdempotencyKey? KeyOf(HttpContext context) =>
        context.Features.Get<IdempotencyKey>();

    private static IResult Private(HttpContext context, IResult result)
    {
        context.Response.Headers.CacheControl = "no-store";
        return result;
    }
}
