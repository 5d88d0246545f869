using Governance.Contracts;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Api;

/// <summary>The part of a list that is asked for.</summary>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Take">How many at most, 1 to 200; 50 when left out.</param>
internal sealed record Paging(
    [property: FromQuery(Name = "after")] string? After,
    [property: FromQuery(Name = "take")] int? Take
)
{
    public const int Most = 200;
    private const int Usual = 50;
    private const int LongestCursor = 1_200;

    public int Count => Take ?? Usual;

    public Refusal? Check() =>
        Count is < 1 or > Most ? Refusal.Invalid("take", $"Ask for 1 to {Most}.")
        : After is { Length: 0 or > LongestCursor } ? Cursors.Unreadable()
        : null;

    /// <summary>A page of a short list that is at hand whole, by a key that does not change.</summary>
    public Result<Page<T>> Of<T>(IReadOnlyList<T> all, Func<T, string> key)
    {
        if (After is not null && !all.Any(item => key(item) == After))
        {
            return Cursors.Unreadable();
        }

        IEnumerable<T> rest = After is null
            ? all
            : all.SkipWhile(item => key(item) != After).Skip(1);
        List<T> found = [.. rest.Take(Count + 1)];
        return found.Count > Count
            ? new Page<T>(found[..Count], key(found[Count - 1]))
            : new Page<T>(found, null);
    }

    /// <summary>Refuses a page that cannot be given, on every route of the group that takes one.</summary>
    public static async ValueTask<object?> FilterAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    ) =>
        context.Arguments.OfType<Paging>().FirstOrDefault()?.Check() is { } refusal
            ? ResultHttp.Problem(refusal)
            : await next(context);
}
