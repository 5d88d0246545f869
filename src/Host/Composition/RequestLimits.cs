using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Governance.Host.Api;
using Governance.Host.SignIn;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Governance.Host.Composition;

/// <summary>Sizes, times and rates that a request is held to, before anything of ours looks at it.</summary>
internal static class RequestLimits
{
    /// <summary>The policy of what a secret key is tried at, without an account.</summary>
    public const string Keys = "keys";

    private const string TooMany = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Too many requests – Partnership governance</title></head>
        <body><main><h1>Too many requests</h1><p>Wait a few seconds, then load the page again. What you had already saved is kept.</p></main></body></html>
        """;

    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        builder
            .Services.AddOptions<LimitOptions>()
            .Bind(builder.Configuration.GetSection(LimitOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();

        LimitOptions limits =
            builder.Configuration.GetSection(LimitOptions.Section).Get<LimitOptions>() ?? new();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = limits.BodyBytes;
            kestrel.Limits.MaxRequestHeaderCount = 64;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
            kestrel.Limits.MaxRequestLineSize = 8 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        });
        builder.Services.AddRequestTimeouts(timeouts =>
            timeouts.DefaultPolicy = new RequestTimeoutPolicy
            {
                Timeout = TimeSpan.FromSeconds(limits.RequestSeconds),
                TimeoutStatusCode = StatusCodes.Status504GatewayTimeout,
            }
        );
        builder.Services.AddRateLimiter(_ => { });
        builder
            .Services.AddOptions<RateLimiterOptions>()
            .Configure<IOptions<LimitOptions>>((limiter, options) => Limit(limiter, options.Value));
    }

    private static void Limit(RateLimiterOptions limiter, LimitOptions limits)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context =>
                context.User.PersonId() is { } person
                    ? Bucket(person, limits.PersonBurst, limits.PersonPerSecond)
                    : RateLimitPartition.GetNoLimiter(string.Empty)
            ),
            PartitionedRateLimiter.Create<HttpContext, string>(context =>
                Bucket(Network(context), limits.AddressBurst, limits.AddressPerSecond)
            )
        );
        limiter.AddPolicy(
            Keys,
            context =>
                RateLimitPartition.GetTokenBucketLimiter(
                    Network(context),
                    _ => new TokenBucketRateLimiterOptions
                    {
                        TokenLimit = limits.KeysPerMinute,
                        TokensPerPeriod = limits.KeysPerMinute,
                        ReplenishmentPeriod = TimeSpan.FromMinutes(1),
                        QueueLimit = 0,
                        AutoReplenishment = true,
                    }
                )
        );
        limiter.OnRejected = async (rejected, cancellation) =>
        {
            TimeSpan wait = rejected.Lease.TryGetMetadata(
                MetadataName.RetryAfter,
                out TimeSpan known
            )
                ? known
                : TimeSpan.FromSeconds(1);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(
                    1,
                    (int)Math.Ceiling(wait.TotalSeconds)
                )
                .ToString(CultureInfo.InvariantCulture);
            if (!SecurityHeaders.IsData(rejected.HttpContext.Request.Path))
            {
                // A whole page would itself pass the limiter.
                rejected.HttpContext.Response.ContentType = "text/html; charset=utf-8";
                await rejected.HttpContext.Response.WriteAsync(TooMany, cancellation);
                return;
            }

            await Problems.WriteAsync(
                rejected.HttpContext,
                StatusCodes.Status429TooManyRequests,
                "limits.too-many-requests",
                "Too many requests at once. Wait as long as Retry-After says, then go on."
            );
        };
    }

    private static RateLimitPartition<string> Bucket(string who, int burst, int perSecond) =>
        RateLimitPartition.GetTokenBucketLimiter(
            who,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = burst,
                TokensPerPeriod = perSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
                AutoReplenishment = true,
            }
        );

    /// <summary>An IPv4 address, or the /64 of an IPv6 one, since a single subscriber holds that many.</summary>
    private static string Network(HttpContext context)
    {
        IPAddress address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        byte[] bytes = address.GetAddressBytes();
        return Convert.ToHexString(bytes.AsSpan(0, Math.Min(bytes.Length, 8)));
    }
}
