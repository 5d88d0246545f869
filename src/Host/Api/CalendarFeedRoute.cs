using System.Text;
using Governance.Contracts;
using Governance.Host.Pages.Tasks;
using Governance.Modules.Asks;
using Governance.Storage;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Governance.Host.Api;

/// <summary>
/// A person's calendar as calendar programs fetch it: no sign-in, a secret in the address, which no log takes down. Deadlines end at
/// their moment; meetings begin at theirs.
/// </summary>
internal static class CalendarFeedRoute
{
    private static readonly TimeSpan MeetingLength = TimeSpan.FromHours(2);
    private static readonly TimeSpan DeadlineLength = TimeSpan.FromMinutes(30);

    public static void MapCalendarFeed(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/calendar/{key}.ics", FeedAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> FeedAsync(
        string key,
        HttpContext context,
        CalendarFeedBook book,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        Result<IReadOnlyList<FeedEvent>> events = await book.ReadAsync(db, key, reading.Now);
        if (events.Refusal is { } refusal)
        {
            return ResultHttp.Problem(refusal);
        }

        string site = $"{context.Request.Scheme}://{context.Request.Host}";
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        return TypedResults.Text(
            Write(events.Value, site, reading.Now),
            "text/calendar",
            Encoding.UTF8
        );
    }

    internal static string Write(IReadOnlyList<FeedEvent> events, string site, DateTime now)
    {
        Calendar calendar = new() { ProductId = "-//Governance//Partnership calendar//EN" };
        calendar.AddProperty("X-WR-CALNAME", "Safeguarding partnership");
        foreach (FeedEvent each in events)
        {
            DateTime start = each.IsDeadline ? each.At - DeadlineLength : each.At;
            calendar.Events.Add(
                new CalendarEvent
                {
                    Uid = each.Uid + "@governance",
                    Summary = each.IsDeadline
                        ? $"Due: {TaskWords.Kind(each.Kind)}, {each.Title}"
                        : each.Title,
                    Location = each.Place,
                    Start = new CalDateTime(start, "UTC"),
                    End = new CalDateTime(
                        each.IsDeadline ? each.At : each.At + MeetingLength,
                        "UTC"
                    ),
                    DtStamp = new CalDateTime(now, "UTC"),
                    Url = SubjectLinks.Of(each.SubjectType, each.SubjectId, each.Partnership)
                        is { } page
                        ? new Uri(site + page)
                        : null,
                }
            );
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }
}
