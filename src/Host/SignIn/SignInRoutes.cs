using Governance.Contracts;
using Governance.Host.Api;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Governance.Host.SignIn;

/// <summary>
/// The addresses that a browser passes through on its way to the provider and back. All are read by GET, by links: a form that led to the
/// provider would need a content security policy that lets forms leave this site.
/// </summary>
internal static class SignInRoutes
{
    public const string Start = "/sign-in";
    public const string Callback = "/sign-in/callback";
    public const string SignedOut = "/signed-out";

    /// <summary>The page that tells somebody to show once more that they are there, and where its link leads.</summary>
    public const string Again = "/sign-in/again";
    public const string Authenticate = "/sign-in/authenticate";

    private const string To = "/sign-in/to";
    private const string AtProvider = "/sign-out/provider";
    private const string NotAppointed = "/sign-in/not-appointed";

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder open = routes
            .MapGroup(string.Empty)
            .AllowAnonymous()
            .ExcludeFromDescription();
        open.MapGet(To + "/{tenant}", BeginAsync);
        open.MapGet(Callback, CompleteAsync);
        open.MapGet(AtProvider + "/{tenant}", SignOutAtProviderAsync);
        routes
            .MapGet(Authenticate, BeginAgainAsync)
            .RequireAuthorization()
            .ExcludeFromDescription();
    }

    public static string AddressTo(string tenant, string? returnUrl) =>
        $"{To}/{tenant}" + Returning(returnUrl);

    public static string AddressOfSignOut(string tenant) => $"{AtProvider}/{tenant}";

    /// <summary>Only addresses of this site; everything else leads to the start.</summary>
    public static string Local(string? address) =>
        address is ['/', not ('/' or '\\'), ..] && !address.Any(char.IsControl) ? address : "/";

    private static async Task<IResult> BeginAsync(
        string tenant,
        string? returnUrl,
        SignInFlow flow,
        HttpContext context
    ) => Away(await flow.BeginAsync(context, tenant, Local(returnUrl), again: null), returnUrl);

    private static async Task<IResult> BeginAgainAsync(
        string? returnUrl,
        SignInFlow flow,
        HttpContext context
    ) =>
        Away(
            await flow.BeginAsync(
                context,
                context.User.TenantId() ?? string.Empty,
                Local(returnUrl),
                context.User.PersonId()
            ),
            returnUrl
        );

    private static async Task<IResult> CompleteAsync(
        SignInFlow flow,
        Reading reading,
        HttpContext context
    )
    {
        Result<Completed> completed = await flow.CompleteAsync(context);
        if (completed.IsRefused)
        {
            return Say(completed.Refusal, null);
        }

        await using GovernanceDb db = reading.Open();
        bool isAppointed = (
            await PartnershipBook.OfPersonAsync(db, completed.Value.PersonId, reading.Today)
        ).Any();
        return Results.LocalRedirect(isAppointed ? completed.Value.ReturnUrl : NotAppointed);
    }

    private static async Task<IResult> SignOutAtProviderAsync(
        string tenant,
        SignInOptions options,
        Providers providers,
        HttpContext context
    )
    {
        if (options.TenantOf(tenant) is not { } allowed)
        {
            return Results.LocalRedirect("/");
        }

        OpenIdConnectConfiguration provider;
        try
        {
            provider = await providers.Of(allowed.Id).GetConfigurationAsync(context.RequestAborted);
        }
        catch (Exception unreachable)
            when (unreachable is HttpRequestException or IOException or InvalidOperationException)
        {
            return Say(Problem(SignInProblems.Unreachable), null);
        }

        var request = new OpenIdConnectMessage
        {
            IssuerAddress = provider.EndSessionEndpoint,
            ClientId = options.Audience,
            PostLogoutRedirectUri = options.SignedOut,
        };
        return Results.Redirect(request.CreateLogoutRequestUrl());
    }

    private static IResult Away(Result<string> address, string? returnUrl) =>
        address.Refusal is { } refusal ? Say(refusal, returnUrl) : Results.Redirect(address.Value);

    private static IResult Say(Refusal refusal, string? returnUrl) =>
        Results.LocalRedirect($"{Start}/problem/{refusal.Code}" + Returning(returnUrl));

    private static Refusal Problem(string code) => new(code, string.Empty, RefusalKind.Forbidden);

    public static string Returning(string? returnUrl) =>
        Local(returnUrl) is { Length: > 1 } local
            ? QueryString.Create("returnUrl", local).ToUriComponent()
            : string.Empty;
}
