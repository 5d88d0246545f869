using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Engine.Activities;

namespace Governance.Modules.Clocks.Activities;

/// <summary>
/// How a step waits on a clock: on what <see cref="ClockAnswers"/> tells, under one name for the limit and one for each reminder.
/// </summary>
internal static class ClockWaits
{
    private const string Reminder = "reminder-";
    private static readonly CultureInfo Digits = CultureInfo.InvariantCulture;

    /// <summary>Waits on the moments of a clock; the names under which it waits.</summary>
    /// <param name="limit">The name of the limit's timer.</param>
    /// <param name="about">What the names of reminders begin with, where a step waits on several clocks.</param>
    public static IReadOnlyList<string> On(
        ActivityResult waiting,
        JsonNode? timers,
        string limit,
        string about = ""
    )
    {
        List<string> names = [];
        foreach (JsonNode? timer in timers?.AsArray() ?? [])
        {
            string name = timer!["reminder"] is { } days
                ? about + Reminder + days.GetValue<int>().ToString(Digits)
                : limit;
            waiting.Timer(name, Moment(timer["at"]!), timer["key"]!.GetValue<string>());
            names.Add(name);
        }

        return names;
    }

    /// <summary>The limit has been moved on, or today is no day to remind on: waits again. Otherwise it stays as it is.</summary>
    public static ActivityResult Again(EffectAnswer answer) =>
        answer.Payload?["again"] is { } again
            ? ActivityResult
                .Keep()
                .Timer(answer.Tag!, Moment(again), answer.Payload["key"]!.GetValue<string>())
            : ActivityResult.Keep();

    /// <summary>How many working days before the limit a reminder's timer stands for.</summary>
    public static int ReminderOf(DueTimer timer, string about = "") =>
        int.Parse(timer.Name[(about + Reminder).Length..], Digits);

    /// <summary>A step's input as an effect is told it.</summary>
    public static JsonArray RemindersOf(ActivityContext context) =>
        new([
            .. WorkingDayInputs.Of(context, "ReminderWorkingDays").Select(days => (JsonNode)days),
        ]);

    public static DateTime Moment(JsonNode moment) =>
        DateTime.Parse(moment.GetValue<string>(), Digits, DateTimeStyles.RoundtripKind);
}
