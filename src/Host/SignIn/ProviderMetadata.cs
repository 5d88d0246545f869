using System.Collections.Concurrent;
using Governance.Host.Composition;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Governance.Host.SignIn;

/// <summary>
/// What a provider says of itself: its addresses and the keys that it signs with. Kept for an hour; after that, while it does not
/// answer, what it said last still holds, so that whoever has a token goes on. A key that is not known makes it asked again, at
/// most every <see cref="Shortest"/>.
/// </summary>
internal sealed class ProviderMetadata(string address, HttpClient http)
    : IConfigurationManager<OpenIdConnectConfiguration>
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(10);

    private readonly HttpDocumentRetriever _documents = new(http)
    {
        RequireHttps = address.StartsWith("https:", StringComparison.OrdinalIgnoreCase),
    };

    private OpenIdConnectConfiguration? _known;
    private long _asked;
    private long? _askedInDoubt;
    private bool _isDoubted;

    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        // Two that ask at the same moment hear the same.
        if (_known is null || IsOld())
        {
            await AskAsync(cancel);
        }

        return _known!;
    }

    /// <summary>Asks again where the key of that name is not among those that are known: it may have come since.</summary>
    public async Task KnowAsync(string? key, CancellationToken cancel)
    {
        if (
            key is not null
            && (await GetConfigurationAsync(cancel)).SigningKeys.All(known => known.KeyId != key)
        )
        {
            RequestRefresh();
        }
    }

    /// <summary>What is known may be out of date: the next look asks again.</summary>
    public void RequestRefresh() => _isDoubted = true;

    private bool IsOld() =>
        RealTime.Clock.GetElapsedTime(_asked) > Kept
        || (
            _isDoubted
            && (_askedInDoubt is not { } before || RealTime.Clock.GetElapsedTime(before) > Shortest)
        );

    private async Task AskAsync(CancellationToken cancel)
    {
        if (_isDoubted)
        {
            _askedInDoubt = RealTime.Clock.GetTimestamp();
        }

        try
        {
            _known = await OpenIdConnectConfigurationRetriever.GetAsync(
                address,
                _documents,
                cancel
            );
            _isDoubted = false;
        }
        catch (Exception unreachable)
            when (_known is not null && unreachable is not OperationCanceledException)
        {
            // It does not answer now; what it said last holds until it does.
        }

        _asked = RealTime.Clock.GetTimestamp();
    }
}

/// <summary>The metadata of each tenant, asked for when it is first needed.</summary>
internal sealed class Providers(SignInOptions options, HttpClient http)
{
    private readonly ConcurrentDictionary<string, ProviderMetadata> _tenants = new(
        StringComparer.OrdinalIgnoreCase
    );

    public ProviderMetadata Of(string tenant) =>
        _tenants.GetOrAdd(
            tenant,
            id => new ProviderMetadata(
                $"{options.IssuerOf(id)}/.well-known/openid-configuration",
                http
            )
        );
}
