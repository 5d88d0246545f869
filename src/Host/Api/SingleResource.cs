using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Governance.Host.Api;

/// <summary>
/// One resource with a strong ETag over exactly what is sent, so that a caller who holds it already gets 304. Where a change
/// wants <c>If-Match</c>, <paramref name="tag"/> is the module's own tag instead.
/// </summary>
internal sealed class SingleResource<T>(T value, string? tag = null) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        JsonSerializerOptions json = httpContext
            .RequestServices.GetRequiredService<IOptions<JsonOptions>>()
            .Value.SerializerOptions;
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(value, json);
        var etag = new EntityTagHeaderValue(
            $"\"{tag ?? Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 16))}\""
        );
        httpContext.Response.GetTypedHeaders().ETag = etag;
        httpContext.Response.Headers.CacheControl = "private, no-cache";
        if (
            httpContext
                .Request.GetTypedHeaders()
                .IfNoneMatch.Any(given =>
                    given.Compare(etag, useStrongComparison: false)
                    || given.Equals(EntityTagHeaderValue.Any)
                )
        )
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
