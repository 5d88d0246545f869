using Governance.Contracts;
using Governance.Modules.Policies;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Api;

/// <summary>Which policies are listed and in which order, as it stands in the address; the list's page reads the same names.</summary>
/// <param name="State">Any of these states: draft, consultation, revision, signOff, published, withdrawn.</param>
/// <param name="Class">Any of these document classes.</param>
/// <param name="Words">Each is the beginning of a word of the title.</param>
/// <param name="ReviewDueBefore">In force with a review date before this day, such as 2027-02-28.</param>
/// <param name="Overdue">In force with a review date that has passed.</param>
/// <param name="Group">The group whose output it is.</param>
/// <param name="Mine">Begun by me.</param>
/// <param name="Sort">changed (newest first), title, or review (earliest first).</param>
/// <param name="Before">The <c>previous</c> of the page after; instead of <c>after</c>.</param>
internal sealed record PolicyQuery(
    [property: FromQuery(Name = "state")] string[]? State,
    [property: FromQuery(Name = "class")] string[]? Class,
    [property: FromQuery(Name = "words")] string? Words,
    [property: FromQuery(Name = "reviewDueBefore")] string? ReviewDueBefore,
    [property: FromQuery(Name = "overdue")] bool? Overdue,
    [property: FromQuery(Name = "group")] string? Group,
    [property: FromQuery(Name = "mine")] bool? Mine,
    [property: FromQuery(Name = "sort")] string? Sort,
    [property: FromQuery(Name = "before")] string? Before
)
{
    public Result<PolicyFilter> Read() =>
        PolicyFilter.Read(
            State,
            Class,
            Words,
            ReviewDueBefore,
            Overdue == true,
            Group,
            Mine == true,
            Sort
        );
}
