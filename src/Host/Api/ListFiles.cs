using System.Text;
using System.Text.Json;
using Governance.Contracts;
using Governance.Host.SignIn;
using Governance.Modules.Transfer;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Governance.Host.Api;

/// <summary>
/// Every list that is read in pages is also a file for a spreadsheet: <c>?format=csv</c>, with the filters of the list, whole and
/// with the rights of whoever asks. The columns are the list's own members (<see cref="ListColumns"/>).
/// </summary>
internal static class ListFiles
{
    /// <summary>The name in the address.</summary>
    public const string Format = "format";

    private const string Asked = "csv";

    /// <summary>
    /// Whether a page's link asks for it: by the session, since a link carries no token. It reads only, and no other site can read
    /// what it answers.
    /// </summary>
    public static bool IsMeant(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Headers.Authorization.Count == 0
        && request.Query[Format] == Asked
        && request.Cookies.ContainsKey(PageSignIn.Cookie);

    /// <summary>Gives the file instead of the page, on every route of the group that takes <see cref="Paging"/>.</summary>
    public static async ValueTask<object?> FilterAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        string? format = context.HttpContext.Request.Query[Format];
        if (
            format is null or "json"
            || context.Arguments.OfType<Paging>().FirstOrDefault() is not { } asked
        )
        {
            return await next(context);
        }

        if (format != Asked)
        {
            return ResultHttp.Problem(
                Refusal.Invalid(Format, "A list is given as json or as csv.")
            );
        }

        int at = context.Arguments.IndexOf(asked);
        ValueTask<object?> read(string? after)
        {
            context.Arguments[at] = new Paging(after, Paging.Most);
            return next(context);
        }

        object? answer = await read(asked.After);
        return ListPage.Of(answer) is { } first
            ? new ListFile(first, read, NameOf(context.HttpContext))
            : answer;
    }

    /// <summary><c>/api/partnerships/{p}/policies</c> → <c>policies.csv</c>.</summary>
    private static string NameOf(HttpContext http) =>
        (http.GetEndpoint() as RouteEndpoint)!
            .RoutePattern.PathSegments.Select(segment =>
                segment.Parts is [RoutePatternLiteralPart literal] ? literal.Content : null
            )
            .Last(literal => literal is not null) + ".csv";

    /// <summary>Page after page goes out as it is read, so that no list is too long.</summary>
    private sealed class ListFile(
        ListPage first,
        Func<string?, ValueTask<object?>> read,
        string name
    ) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            JsonSerializerOptions json = httpContext
                .RequestServices.GetRequiredService<IOptions<JsonOptions>>()
                .Value.SerializerOptions;
            ListColumns columns = ListColumns.Of(first.ItemType, json);
            HttpResponse response = httpContext.Response;
            response.ContentType = CsvText.ContentType;
            response.Headers.CacheControl = "private, no-store";
            response.GetTypedHeaders().ContentDisposition = new ContentDispositionHeaderValue(
                "attachment"
            )
            {
                FileName = name,
            };
            await response.Body.WriteAsync(CsvText.Mark, httpContext.RequestAborted);
            await WriteAsync(httpContext, CsvText.Line(columns.Names));
            for (ListPage? page = first; page is not null; )
            {
                await WriteAsync(
                    httpContext,
                    string.Concat(page.Items.Select(item => CsvText.Line(columns.CellsOf(item))))
                );
                if (page.Next is null)
                {
                    return;
                }

                page = ListPage.Of(await read(page.Next));
                if (page is null)
                {
                    // The right to read ended on the way: half a list must not look like a whole one.
                    httpContext.Abort();
                }
            }
        }

        private static Task WriteAsync(HttpContext http, string text) =>
            http.Response.WriteAsync(text, Encoding.UTF8, http.RequestAborted);
    }

    /// <summary>What every list answers, whatever it is called: its items and the cursor of what follows.</summary>
    private sealed record ListPage(IReadOnlyList<object> Items, Type ItemType, string? Next)
    {
        /// <summary>Null for what is no list, such as a refusal.</summary>
        public static ListPage? Of(object? answer)
        {
            if (answer is not IValueHttpResult { Value: { } value })
            {
                return null;
            }

            Type? itemType = value
                .GetType()
                .GetProperty("Items")
                ?.PropertyType.GetGenericArguments()
                .SingleOrDefault();
            return itemType is null
                ? null
                : new ListPage(
                    [
                        .. (
                            (System.Collections.IEnumerable)
                                value.GetType().GetProperty("Items")!.GetValue(value)!
                        ).Cast<object>(),
                    ],
                    itemType,
                    value.GetType().GetProperty("Next")!.GetValue(value)?.ToString()
                );
        }
    }
}
