using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>When the group's sunset date comes, and when it is reminded of. Pure.</summary>
internal static class SunsetMoments
{
    /// <summary>The end of that day, with the second on which a limit is late (DESIGN §6); reminders that have passed are left out.</summary>
    public static JsonObject Timers(
        DateOnly sunset,
        IEnumerable<int> reminders,
        WorkingCalendar calendar,
        DateTime now
    )
    {
        DateTime due = London.ToUtc(sunset, ClockCalculation.CloseOfDay);
        JsonArray timers =
        [
            new JsonObject { ["at"] = OpenDuty.Text(ClockCalculation.FirstLateMoment(due)) },
        ];
        foreach (int days in reminders.Distinct())
        {
            DateTime at = ReminderMoments.BeforeDue(due, days, calendar);
            if (at > now)
            {
                timers.Add(new JsonObject { ["at"] = OpenDuty.Text(at), ["reminder"] = days });
            }
        }

        return new JsonObject { ["timers"] = timers };
    }
}

/// <summary>The workflow waits for the sunset date, as it stands now.</summary>
public sealed class AwaitSunset : IEffectHandler
{
    public string Kind => GroupWords.AwaitSunset;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        TaskAndFinishGroup group = await GroupPlace.LoadAsync(act, context.Subject.Id);
        return SunsetMoments.Timers(
            group.Sunset,
            payload["reminderWorkingDays"]!.AsArray().Select(days => days!.GetValue<int>()),
            await CalendarBook.CurrentAsync(act.Db, CalendarIds.EnglandAndWales),
            act.Now
        );
    }
}

/// <summary>Commissioner and chair are told that the group ends soon.</summary>
public sealed class RemindOfSunset : IEffectHandler
{
    public string Kind => GroupWords.RemindOfSunset;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        TaskAndFinishGroup group = await GroupPlace.LoadAsync(act, context.Subject.Id);
        if (!group.IsOver && London.DateOf(act.Now) <= group.Sunset)
        {
            await GroupNotices.SunsetNearsAsync(act, group);
        }

        return (JsonObject?)null;
    }
}

/// <summary>The workflow looks at who is in the group: at the beginning, when somebody changed it, and when a term ends.</summary>
public sealed class FollowGroupPeople(GroupPeople people) : IEffectHandler
{
    public string Kind => GroupWords.FollowPeople;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        TaskAndFinishGroup group = await GroupPlace.LoadAsync(act, context.Subject.Id);
        if (group.IsOver)
        {
            return new JsonObject();
        }

        if (await people.FollowAsync(act, group) == ChairChange.Vacant)
        {
            return new JsonObject { ["vacant"] = true };
        }

        DateTime? next = await GroupPeople.NextAsync(act, group);
        return new JsonObject { ["next"] = next is { } at ? OpenDuty.Text(at) : null };
    }
}
