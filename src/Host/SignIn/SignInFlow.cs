using Governance.Contracts;
using Governance.Host.Composition;
using Governance.Modules.Partnerships;
using Microsoft.Identity.Client;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Governance.Host.SignIn;

/// <summary>
/// A browser's sign-in by authorization code with PKCE: away to the provider of the chosen tenant, and back with a code that is
/// redeemed, verified and turned into a session. What goes wrong has a page of its own; no reason from outside is ever shown.
/// </summary>
internal sealed class SignInFlow(
    SignInOptions options,
    Providers providers,
    PendingSignIns pendings,
    CodeExchange exchange,
    IdTokenCheck check,
    RegisterPerson register,
    ILogger<SignInFlow> logger
)
{
    /// <summary>The provider's address for this sign-in. Everything that has to match on the way back stays with the browser.</summary>
    /// <param name="again">Who is to show once more that they are there; null for a sign-in.</param>
    public async Task<Result<string>> BeginAsync(
        HttpContext context,
        string tenant,
        string returnUrl,
        string? again
    )
    {
        if (options.TenantOf(tenant) is not { } allowed)
        {
            return Problem(SignInProblems.Tenant);
        }

        OpenIdConnectConfiguration provider;
        try
        {
            provider = await providers.Of(allowed.Id).GetConfigurationAsync(context.RequestAborted);
        }
        catch (Exception unreachable) when (IsUnreachable(unreachable, context))
        {
            return Unreachable(unreachable);
        }

        PendingSignIn pending = PendingSignIn.Begin(allowed.Id, returnUrl, again, Now());
        pendings.Keep(context, pending);
        var request = new OpenIdConnectMessage
        {
            IssuerAddress = provider.AuthorizationEndpoint,
            ClientId = options.Audience,
            RedirectUri = options.Callback,
            ResponseType = OpenIdConnectResponseType.Code,
            ResponseMode = OpenIdConnectResponseMode.Query,
            Scope = "openid profile email",
            State = pending.State,
            Nonce = pending.Nonce,
        };
        request.SetParameter("code_challenge", pending.Challenge);
        request.SetParameter("code_challenge_method", "S256");
        if (again is not null)
        {
            // The one says to ask, the other from when on an answer counts; a provider that knows only one of them still asks.
            request.Prompt = "login";
            request.MaxAge = "0";
        }

        return request.CreateAuthenticationRequestUrl();
    }

    /// <summary>Ends the sign-in that the browser comes back from; answers where it goes on.</summary>
    public async Task<Result<Completed>> CompleteAsync(HttpContext context)
    {
        IQueryCollection query = context.Request.Query;
        if (pendings.Take(context, query["state"]) is not { } pending)
        {
            return Problem(SignInProblems.Expired);
        }

        if (query["error"].ToString() is { Length: > 0 } error)
        {
            return Problem(
                error is "access_denied" or "consent_required"
                    ? SignInProblems.Refused
                    : SignInProblems.Failed
            );
        }

        Result<VerifiedPerson> verified = await VerifyAsync(context, pending, query["code"]);
        return verified.IsRefused
            ? verified.Refusal
            : await EnterAsync(context, pending, verified.Value);
    }

    private async Task<Result<VerifiedPerson>> VerifyAsync(
        HttpContext context,
        PendingSignIn pending,
        string? code
    )
    {
        if (string.IsNullOrEmpty(code))
        {
            return Problem(SignInProblems.Failed);
        }

        try
        {
            string idToken = await exchange.RedeemAsync(
                pending.Tenant,
                code,
                pending.Verifier,
                context.RequestAborted
            );
            (VerifiedPerson? person, string failure) = await check.VerifyAsync(
                idToken,
                pending,
                context.RequestAborted
            );
            if (person is not null)
            {
                return person;
            }

            logger.LogWarning("An ID token was refused: {Failure}", failure);
            bool isOutside = failure is SignInProblems.NotAMember or SignInProblems.TooManyGroups;
            if (isOutside && pending.Again is not null)
            {
                // Who was taken out of the group meanwhile does not keep the session either.
                await PageSignIn.SignOutAsync(context);
            }

            return Problem(
                failure == IdTokenCheck.GuestFailure ? SignInProblems.Guest
                : isOutside ? failure
                : SignInProblems.Failed
            );
        }
        catch (MsalServiceException refused) when (refused.StatusCode is >= 400 and < 500)
        {
            logger.LogWarning("A code was not redeemed: {Code}", refused.ErrorCode);
            return Problem(SignInProblems.Failed);
        }
        catch (Exception unreachable) when (IsUnreachable(unreachable, context))
        {
            return Unreachable(unreachable);
        }
    }

    private async Task<Result<Completed>> EnterAsync(
        HttpContext context,
        PendingSignIn pending,
        VerifiedPerson verified
    )
    {
        Result<PersonLine> registered = await register.HandleAsync(
            new NewPerson(verified.Tenant, verified.ObjectId, verified.Name, verified.Email)
        );
        if (registered.IsRefused)
        {
            return registered.Refusal;
        }

        string person = registered.Value.Id;
        if (pending.Again is not null)
        {
            if (pending.Again != person)
            {
                return Problem(SignInProblems.SomebodyElse);
            }

            if (
                verified.AuthenticatedAt is not { } at
                || at < pending.BegunAt - options.ClockSkewSeconds
            )
            {
                return Problem(SignInProblems.NotFresh);
            }
        }

        await PageSignIn.SignInAsync(context, person, pending.Tenant, verified.AuthenticatedAt);
        return new Completed(person, pending.ReturnUrl);
    }

    private Refusal Unreachable(Exception unreachable)
    {
        logger.LogError("The provider does not answer: {Kind}", unreachable.GetType().Name);
        return Problem(SignInProblems.Unreachable);
    }

    private static bool IsUnreachable(Exception exception, HttpContext context) =>
        exception
            is HttpRequestException
                or IOException
                or InvalidOperationException
                or MsalException
        || (
            exception is OperationCanceledException
            && !context.RequestAborted.IsCancellationRequested
        );

    private static Refusal Problem(string problem) =>
        new(problem, "The sign-in came to nothing.", RefusalKind.Forbidden);

    private static long Now() => RealTime.Clock.GetUtcNow().ToUnixTimeSeconds();
}

/// <summary>A sign-in that was completed: by whom, and where they go on.</summary>
internal sealed record Completed(string PersonId, string ReturnUrl);
