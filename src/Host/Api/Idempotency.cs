using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Governance.Storage;

namespace Governance.Host.Api;

/// <summary>
/// Reads <c>Idempotency-Key</c> (1 to 200 visible ASCII characters) and commits to what it came with: method, address and body
/// bytes. The act keeps both, so that a repeat answers the first answer and another request under the same key is refused.
/// </summary>
internal static class Idempotency
{
    public const string Header = "Idempotency-Key";

    private static readonly SearchValues<char> Visible = SearchValues.Create(
        Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code).ToArray()
    );

    public static IApplicationBuilder UseIdempotencyKeys(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (
                    !HttpMethods.IsGet(context.Request.Method)
                    && context.Request.Headers.TryGetValue(Header, out var values)
                )
                {
                    string key = values.ToString();
                    if (
                        values.Count != 1
                        || key.Length is 0 or > 200
                        || key.AsSpan().ContainsAnyExcept(Visible)
                    )
                    {
                        await Problems.WriteAsync(
                            context,
                            StatusCodes.Status400BadRequest,
                            "idempotency.malformed",
                            "Idempotency-Key is 1 to 200 visible characters, once.",
                            new Dictionary<string, string[]>(StringComparer.Ordinal)
                            {
                                [Header] = ["1 to 200 visible ASCII characters, once."],
                            }
                        );
                        return;
                    }

                    // A form's boundary differs each time: whoever reads the form commits to what was in it.
                    string hash = context.Request.HasFormContentType
                        ? string.Empty
                        : await HashAsync(context);
                    context.Features.Set(new IdempotencyKey(key, hash));
                }

                await next(context);
            }
        );

    private static async Task<string> HashAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        request.EnableBuffering(64 * 1024);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(
            Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n")
        );
        byte[] buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
            {
                hash.AppendData(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
