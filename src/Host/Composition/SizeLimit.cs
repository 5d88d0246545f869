using System.Buffers;
using Governance.Host.Api;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace Governance.Host.Composition;

/// <summary>
/// Refuses a body by its announced length before anything reads it. What is on its way is then let in and thrown away, up to a
/// limit, since a client that is cut off while it sends never sees why. A body that hides its length is cut off by the server.
/// </summary>
internal static class SizeLimit
{
    private const long Drained = 128 * 1024 * 1024;

    public static IApplicationBuilder UseSizeLimit(this IApplicationBuilder app)
    {
        long usual = app
            .ApplicationServices.GetRequiredService<IOptions<LimitOptions>>()
            .Value.BodyBytes;
        return app.Use(
            async (context, next) =>
            {
                long limit =
                    context
                        .GetEndpoint()
                        ?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()
                        ?.MaxRequestBodySize
                    ?? usual;
                if (context.Request.ContentLength is not { } length || length <= limit)
                {
                    await next(context);
                    return;
                }

                if (
                    length <= Drained
                    && context.Features.Get<IHttpMaxRequestBodySizeFeature>()
                        is { IsReadOnly: false } size
                )
                {
                    size.MaxRequestBodySize = Drained;
                }

                await AnswerAsync(context);
                if (length <= Drained)
                {
                    await DrainAsync(context);
                }

                // The page that says so is made from this request, and must not try to read its form.
                context.Request.ContentType = null;
                context.Request.ContentLength = null;
            }
        );
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        if (!SecurityHeaders.IsData(context.Request.Path))
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        await Problems.WriteAsync(
            context,
            Problems.ForStatus(StatusCodes.Status413PayloadTooLarge)
        );
        await context.Response.CompleteAsync();
    }

    private static async Task DrainAsync(HttpContext context)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) > 0)
            {
                // Thrown away.
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
