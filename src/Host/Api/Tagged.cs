using Microsoft.Net.Http.Headers;

namespace Governance.Host.Api;

/// <summary>An answer with the tag that a later change has to name in <c>If-Match</c>.</summary>
internal sealed class Tagged(IResult answer, string tag) : IResult
{
    public static IResult Ok<T>(T value, string tag) => new Tagged(TypedResults.Ok(value), tag);

    public static IResult Created<T>(string location, T value, string tag) =>
        new Tagged(TypedResults.Created(location, value), tag);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.GetTypedHeaders().ETag = new EntityTagHeaderValue(
            tag.StartsWith('"') ? tag : $"\"{tag}\""
        );
        return answer.ExecuteAsync(httpContext);
    }
}
