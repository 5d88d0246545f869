using Microsoft.Identity.Client;

namespace Governance.Host.SignIn;

/// <summary>
/// Redeems an authorization code for an ID token by MSAL, with the application's own credential and the PKCE verifier. Nothing of
/// the answer but the ID token is looked at, and nothing is kept: each exchange has a client, and so a token cache, of its own.
/// </summary>
internal sealed class CodeExchange(SignInOptions options, HttpClient http) : IMsalHttpClientFactory
{
    private readonly Lazy<ClientAssertion> _assertion = new(() => new ClientAssertion(options));

    public HttpClient GetHttpClient() => http;

    public async Task<string> RedeemAsync(
        string tenant,
        string code,
        string verifier,
        CancellationToken cancellation
    )
    {
        ConfidentialClientApplicationBuilder builder = ConfidentialClientApplicationBuilder
            .Create(options.Audience)
            .WithOidcAuthority(options.IssuerOf(tenant))
            .WithRedirectUri(options.Callback)
            .WithHttpClientFactory(this);
        builder = string.IsNullOrWhiteSpace(options.Certificate)
            ? builder.WithClientSecret(options.Secret)
            : builder.WithClientAssertion(request =>
                Task.FromResult(_assertion.Value.For(request.TokenEndpoint))
            );
        AuthenticationResult answer = await builder
            .Build()
            .AcquireTokenByAuthorizationCode([], code)
            .WithPkceCodeVerifier(verifier)
            .ExecuteAsync(cancellation);
        return answer.IdToken;
    }
}
