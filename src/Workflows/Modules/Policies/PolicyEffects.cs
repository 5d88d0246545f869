using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Modules.Asks;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Notices;
using Governance.Storage;

namespace Governance.Modules.Policies;

/// <summary>The workflow says where a draft stands: draft, consultation or revision. A withdrawn or published text it leaves alone.</summary>
public sealed class SetPolicyState : IEffectHandler
{
    public string Kind => PoliciesWords.SetState;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        string state = payload["state"]!.GetValue<string>();
        Policy? policy = await act.Db.Set<Policy>().FindAsync(context.Subject.Id);
        if (
            policy is not null
            && PolicyStates.OfDrafts.Contains(state)
            && policy.State is not (PolicyStates.Withdrawn or PolicyStates.Published)
            && policy.State != state
        )
        {
            policy.State = state;
            policy.Changed(act.Now);
        }

        return (JsonObject?)null;
    }
}

/// <summary>When the reminder of the published version's review is due; nothing when it has gone out or nothing is published.</summary>
public sealed class AwaitPolicyReview : IEffectHandler
{
    public string Kind => PoliciesWords.AwaitReview;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        Policy? policy = await act.Db.Set<Policy>().FindAsync(context.Subject.Id);
        if (policy?.ReviewDate is not { } date || policy.ReviewRemindedAt is not null)
        {
            return new JsonObject();
        }

        WorkingCalendar calendar = await CalendarBook.CurrentAsync(
            act.Db,
            CalendarIds.EnglandAndWales
        );
        return ReviewReminder.At(ReminderMoments.ForDate(date, calendar));
    }
}

/// <summary>The answer that has the workflow wait for the moment to remind.</summary>
internal static class ReviewReminder
{
    public static JsonObject At(DateTime moment) =>
        new() { ["remindAt"] = moment.ToString("O", CultureInfo.InvariantCulture) };
}

/// <summary>
/// The review of the published version is due: the business unit is asked, the seats are told. Reminders go out on working days
/// only, so that one whose day passed while no host ran waits for the next.
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
        if (
            policy?.ReviewDate is not { } date
            || policy.ReviewRemindedAt is not null
            || policy.State == PolicyStates.Withdrawn
        )
        {
            return (JsonObject?)null;
        }

        WorkingCalendar calendar = await CalendarBook.CurrentAsync(
            act.Db,
            CalendarIds.EnglandAndWales
        );
        if (!calendar.IsWorkingDay(London.DateOf(act.Now)))
        {
            return ReviewReminder.At(ReminderMoments.NextMorning(act.Now, calendar));
        }

        PolicyVersion version = (
            await PolicyTexts.FindVersionAsync(act.Db, policy.Id, policy.PublishedVersion!.Value)
        )!;
        SubjectRef subject = new(PoliciesWords.Policy, policy.Id, version.Hash);
        policy.ReviewRemindedAt = act.Now;
        policy.Changed(act.Now);
        await AskBook.OpenAsync(
            act,
            new AskDraft(
                PoliciesWords.AskToReview,
                subject,
                policy.Title,
                Role: Roles.BusinessUnit,
                DueAt: London.ToUtc(date, ClockCalculation.CloseOfDay)
            )
        );
        await NoticeBoard.TellAsync(act, PolicyNotices.ReviewDue(policy, version.Hash));
        act.AlsoRecord("policy.review-due", subject, new { policy.ReviewDate });
        return (JsonObject?)null;
    }
}

/// <summary>The workflow tells people something of its own.</summary>
public sealed class NotifyAboutPolicy : IEffectHandler
{
    private const int MostTitle = 300;
    private const int MostText = 2_000;

    public string Kind => PoliciesWords.Notify;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        List<Recipient> to = [];
        foreach (JsonNode? name in payload["to"]!.AsArray())
        {
            to.AddRange(Recipients(name!.GetValue<string>()));
        }

        await NoticeBoard.TellAsync(
            act,
            new NoticeDraft(
                Cut("workflow." + context.ActivityId, Ids.MaxLength),
                context.Subject,
                Cut(payload["title"]!.GetValue<string>(), MostTitle),
                Cut(payload["text"]!.GetValue<string>(), MostText),
                [.. to]
            )
        );
        return (JsonObject?)null;
    }

    /// <summary>Seats, levels and roles by their wire names; nothing for a name that there is not.</summary>
    internal static IEnumerable<Recipient> Recipients(string name) =>
        name switch
        {
            "seats" => Seats.All.Select(seat => Recipient.Seat(seat)),
            "leads" => [Recipient.Leads],
            "delegates" => [Recipient.Delegates],
            _ when Seats.All.Contains(name) => [Recipient.Seat(name)],
            _ when Roles.All.Contains(name) => [Recipient.Role(name)],
            _ => [],
        };

    private static string Cut(string text, int most) => text.Length > most ? text[..most] : text;
}
