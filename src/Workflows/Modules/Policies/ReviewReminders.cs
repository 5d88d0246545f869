using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Notices;
using Governance.Storage;

namespace Governance.Modules.Policies;

/// <summary>
/// The ladder of reminders of a review (DOMAIN B2.6): so many working days before its date, on the last working day on or before
/// it, and so many after it while no outcome is recorded. Pure.
/// </summary>
internal static class ReviewLadder
{
    /// <summary>When a step of the ladder is due. A step below zero comes after the review date.</summary>
    public static DateTime At(DateOnly review, int step, WorkingCalendar calendar) =>
        step >= 0
            ? London.ToUtc(
                calendar.AddWorkingDays(calendar.LastWorkingDayOnOrBefore(review), -step),
                ReminderMoments.StartOfDay
            )
            : London.ToUtc(calendar.AddWorkingDays(review, -step), ReminderMoments.StartOfDay);

    /// <summary>
    /// The steps still to come, each with its moment. Those that went out are over; of those that passed unsent only the last is
    /// made up for, since the earlier ones have nothing more to say.
    /// </summary>
    public static IReadOnlyList<(int Step, DateTime At)> ToCome(
        DateOnly review,
        IEnumerable<int> steps,
        WorkingCalendar calendar,
        DateTime? remindedAt,
        DateTime now
    )
    {
        (int Step, DateTime At)[] open =
        [
            .. steps
                .Distinct()
                .Select(step => (Step: step, At: At(review, step, calendar)))
                .Where(step => remindedAt is null || step.At > remindedAt)
                .OrderBy(step => step.At),
        ];
        int passed = open.Count(step => step.At <= now);
        return open[Math.Max(passed - 1, 0)..];
    }

    /// <summary>Whether a later step is due as well: after an outage only the last says anything.</summary>
    public static bool IsMoot(
        DateOnly review,
        int step,
        IEnumerable<int> steps,
        WorkingCalendar calendar,
        DateTime now
    ) => steps.Any(later => later < step && At(review, later, calendar) <= now);
}

/// <summary>When the reminders of the published version's review are due; none where nothing is published.</summary>
public sealed class AwaitPolicyReview : IEffectHandler
{
    public string Kind => PoliciesWords.AwaitReview;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        JsonArray reminders = [];
        Policy? policy = await act.Db.Set<Policy>().FindAsync(context.Subject.Id);
        if (policy?.ReviewDate is { } date && policy.State != PolicyStates.Withdrawn)
        {
            WorkingCalendar calendar = await CalendarBook.CurrentAsync(
                act.Db,
                CalendarIds.EnglandAndWales
            );
            IEnumerable<int> steps = payload["steps"]!
                .AsArray()
                .Select(step => step!.GetValue<int>());
            foreach (
                (int step, DateTime at) in ReviewLadder.ToCome(
                    date,
                    steps,
                    calendar,
                    policy.ReviewRemindedAt,
                    act.Now
                )
            )
            {
                reminders.Add(new JsonObject { ["step"] = step, ["at"] = ReviewReminder.Text(at) });
            }
        }

        return new JsonObject
        {
            ["reminders"] = reminders,
            ["inForce"] = policy?.PublishedVersion is { } version
                ? PoliciesWords.InForce(policy.Id, version)
                : null,
        };
    }
}

/// <summary>Moments in the answers that the workflow gets.</summary>
internal static class ReviewReminder
{
    public static string Text(DateTime moment) =>
        moment.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The answer that has the workflow wait once more.</summary>
    public static JsonObject Again(DateTime moment) => new() { ["again"] = Text(moment) };
}

/// <summary>
/// A step of the ladder: the business unit is asked for the outcome, the owner is told, on the day the seats too, and once it is
/// overdue the chair and the scrutiny function. Reminders go out on working days only, so that one whose day passed while no host
/// ran waits for the next.
/// </summary>
public sealed class RemindPolicyReview : IEffectHandler
{
    public string Kind => PoliciesWords.RemindReview;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        Policy? policy = await act.Db.Set<Policy>().FindAsync(context.Subject.Id);
        if (policy?.ReviewDate is not { } date || policy.State == PolicyStates.Withdrawn)
        {
            return (JsonObject?)null;
        }

        WorkingCalendar calendar = await CalendarBook.CurrentAsync(
            act.Db,
            CalendarIds.EnglandAndWales
        );
        DateOnly today = London.DateOf(act.Now);
        if (!calendar.IsWorkingDay(today))
        {
            return ReviewReminder.Again(ReminderMoments.NextMorning(act.Now, calendar));
        }

        int step = payload["step"]!.GetValue<int>();
        IEnumerable<int> steps = payload["steps"]!.AsArray().Select(each => each!.GetValue<int>());
        if (ReviewLadder.IsMoot(date, step, steps, calendar, act.Now))
        {
            return (JsonObject?)null;
        }

        await RemindAsync(act, policy, date, step);
        return new JsonObject { ["sent"] = true };
    }

    private static async Task RemindAsync(Act act, Policy policy, DateOnly date, int step)
    {
        PolicyVersion version = (
            await PolicyTexts.FindVersionAsync(act.Db, policy.Id, policy.PublishedVersion!.Value)
        )!;
        SubjectRef subject = new(PoliciesWords.Policy, policy.Id, version.Hash);
        policy.ReviewRemindedAt = act.Now;
        policy.Changed(act.Now);
        await ReviewAsk.EnsureAsync(
            act,
            policy,
            subject,
            London.ToUtc(date, ClockCalculation.CloseOfDay)
        );
        await NoticeBoard.TellAsync(act, PolicyNotices.ReviewDue(policy, version.Hash, step));
        act.AlsoRecord(
            step < 0 ? "policy.review-overdue" : "policy.review-due",
            subject,
            new { policy.ReviewDate, step }
        );
    }
}
