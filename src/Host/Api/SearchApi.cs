using Governance.Contracts;
using Governance.Contracts.Search;
using Governance.Modules.Search;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Api;

/// <summary>One search over everything that the caller may read in a partnership.</summary>
internal static class SearchApi
{
    public static void MapSearch(this RouteGroupBuilder api) =>
        api.MapGroup(string.Empty)
            .WithTags("Search")
            .MapGet("/partnerships/{p}/search", FindAsync)
            .WithSummary(
                "Everything I may read that has these words: words, \"phrases\", -not; the last word may be unfinished. Without words, everything, newest first."
            )
            .Produces<SearchAnswer>();

    private static async Task<IResult> FindAsync(
        string p,
        [AsParameters] SearchQuery query,
        [AsParameters] Paging paging,
        Caller caller,
        SearchBook search,
        Reading reading
    )
    {
        Result<SearchFilter> filter = query.Read();
        if (filter.IsRefused)
        {
            return ResultHttp.Problem(filter.Refusal);
        }

        await using GovernanceDb db = reading.Open();
        return (
            await search.FindAsync(
                db,
                p,
                caller.PersonId,
                reading.Now,
                filter.Value,
                paging.After,
                paging.Count
            )
        ).ToOk();
    }
}

/// <summary>What is looked for and how it is narrowed, as it stands in the address; the page reads the same names.</summary>
/// <param name="Q">Words, "phrases", -not; at most 200 characters.</param>
/// <param name="Kind">One kind, such as policy, meeting, decision, challenge.</param>
/// <param name="State">One state, as the kind has it.</param>
/// <param name="Body">What belongs to this body that meets.</param>
/// <param name="Group">What belongs to this task and finish group.</param>
/// <param name="Seat">What concerns this statutory seat.</param>
/// <param name="From">The first day, such as 2027-02-01.</param>
/// <param name="To">The last day.</param>
/// <param name="Earlier">Versions that others have followed as well.</param>
/// <param name="Sort">best (the usual one where there are words) or newest.</param>
internal sealed record SearchQuery(
    [property: FromQuery(Name = "q")] string? Q,
    [property: FromQuery(Name = "kind")] string? Kind,
    [property: FromQuery(Name = "state")] string? State,
    [property: FromQuery(Name = "body")] string? Body,
    [property: FromQuery(Name = "group")] string? Group,
    [property: FromQuery(Name = "seat")] string? Seat,
    [property: FromQuery(Name = "from")] string? From,
    [property: FromQuery(Name = "to")] string? To,
    [property: FromQuery(Name = "earlier")] bool? Earlier,
    [property: FromQuery(Name = "sort")] string? Sort
)
{
    public Result<SearchFilter> Read() =>
        SearchFilter.Read(Q, Kind, State, Body, Group, Seat, From, To, Earlier == true, Sort);
}
