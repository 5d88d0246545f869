using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Engine.PlainWords;
using Governance.Modules.Clocks;
using Governance.Modules.SignOff;

namespace Governance.Modules.Policies.Activities;

/// <summary>
/// The policy is in force: reminders of its review go out on their days, and again from a new date once an outcome is recorded.
/// The last of them is on the last working day on or before the review date; those after it say that the review is overdue.
/// New definitions use <see cref="KeepUnderReview"/>: this one drops the reminders while the successor is in sign-off.
/// </summary>
public sealed class ReviewStep : Activity
{
    public const string TypeName = "Governance.AwaitReview";
    public const string ReviewDue = "ReviewDue";
    public const string SignOffRequested = "SignOffRequested";

    internal const string Ladder = "ladder";

    /// <summary>Before the number of the step; alone it is the one reminder of instances that began before there was a ladder.</summary>
    private const string Timer = "review";
    private static readonly CultureInfo Digits = CultureInfo.InvariantCulture;

    internal static InputDescriptor[] LadderInputs { get; } =
    [
        new InputDescriptor
        {
            Name = "ReminderWorkingDays",
            DisplayName = "Reminders",
            Description =
                "Remind so many working days before the review date; several are separated by commas, 0 is the day itself.",
            DefaultValue = "0",
            IsWrapped = false,
        },
        new InputDescriptor
        {
            Name = "OverdueWorkingDays",
            DisplayName = "Overdue",
            Description =
                "Say that no outcome is recorded so many working days after the review date; several are separated by commas.",
            IsWrapped = false,
        },
        NoLimit.Because,
    ];

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Policies",
            DisplayName = "Await the review",
            Description =
                "Reminds of the review and waits until it is due or sign-off of a new version is asked for.",
            Ports =
            [
                PortDescriptor.Flow(ReviewDue, "Review due"),
                PortDescriptor.Flow(SignOffRequested, "Sign-off asked for"),
            ],
            Inputs = LadderInputs,
        };

    public override ActivityResult Start(ActivityContext context) =>
        ActivityResult
            .Keep()
            .Wait(PoliciesWords.SignOffRequested, context.SubjectId)
            .Wait(PoliciesWords.Reviewed, context.SubjectId)
            .Effect(PoliciesWords.AwaitReview, Steps(context), Ladder);

    public override ActivityResult Answer(ActivityContext context, EffectAnswer answer)
    {
        if (answer.Tag == Ladder)
        {
            return SetTimers(context, answer.Payload!["reminders"]!.AsArray());
        }

        if (answer.Payload?["again"] is { } again)
        {
            return ActivityResult
                .Keep()
                .Timer(answer.Tag!, Moment(again), KeyOf(context, answer.Tag!));
        }

        return answer.Payload?["sent"] is not null && StepOf(answer.Tag!) == 0
            ? ActivityResult.Complete(ReviewDue)
            : ActivityResult.Keep();
    }

    /// <summary>The dates of the review are its clock. Asking for sign-off hands over a text that its authors have changed.</summary>
    public override StepFacts FactsOf(PlannedActivity planned) =>
        new()
        {
            Awaits = Awaited.Somebody,
            HasLimit = HasLadder(planned),
            Exits = [new StepExit(ReviewDue) { ByTime = true }, new StepExit(SignOffRequested)],
            Undoes = [SignOffWords.SignedByAll],
        };

    public override string Sentence(PlannedActivity planned) =>
        "The policy is in force until its review is due or sign-off of a new version is asked for."
        + LadderSentence(planned);

    /// <summary>Without a day to remind on there is no clock.</summary>
    internal static bool HasLadder(PlannedActivity planned) =>
        PlainInput.Of(planned, "ReminderWorkingDays").Length > 0
        || PlainInput.Of(planned, "OverdueWorkingDays").Length > 0;

    internal static string LadderSentence(PlannedActivity planned)
    {
        string[] days = PlainInput.Parts(planned, "ReminderWorkingDays");
        string[] before = [.. days.Where(step => step != "0")];
        string after = PlainInput.Numbers(planned, "OverdueWorkingDays");
        string[] reminders =
        [
            .. before.Length > 0
                ? [$"{PlainInput.List(before)} working days before its date"]
                : (string[])[],
            .. days.Contains("0") ? ["on the day itself"] : (string[])[],
        ];
        return (
                reminders.Length > 0
                    ? $" Its review is reminded of {PlainInput.List(reminders)}."
                    : ""
            )
            + (
                after.Length > 0
                    ? $" That no outcome is recorded is said {after} working days after it."
                    : ""
            );
    }

    public override ActivityResult Due(ActivityContext context, DueTimer timer)
    {
        JsonObject steps = Steps(context);
        steps["step"] = StepOf(timer.Name);
        return ActivityResult.Keep().Effect(PoliciesWords.RemindReview, steps, timer.Name);
    }

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus) =>
        stimulus.Name == PoliciesWords.Reviewed
            ? ActivityResult.Keep().Effect(PoliciesWords.AwaitReview, Steps(context), Ladder)
            : ActivityResult.Complete(SignOffRequested);

    /// <summary>The timers are exactly what is to come: one that a new review date leaves out is dropped.</summary>
    private static ActivityResult SetTimers(ActivityContext context, JsonArray reminders)
    {
        ActivityResult waiting = ActivityResult.Keep();
        HashSet<int> set = [];
        foreach (JsonNode? reminder in reminders)
        {
            int step = reminder!["step"]!.GetValue<int>();
            set.Add(step);
            waiting.Timer(NameOf(step), Moment(reminder["at"]!), KeyOf(context, NameOf(step)));
        }

        foreach (JsonNode? step in Steps(context)["steps"]!.AsArray())
        {
            if (!set.Contains(step!.GetValue<int>()))
            {
                waiting.DropTimer(NameOf(step.GetValue<int>()));
            }
        }

        return waiting;
    }

    internal static JsonObject Steps(ActivityContext context)
    {
        JsonArray steps = [];
        foreach (int days in WorkingDayInputs.Of(context, "ReminderWorkingDays"))
        {
            steps.Add(days);
        }

        foreach (int days in WorkingDayInputs.Of(context, "OverdueWorkingDays"))
        {
            steps.Add(-days);
        }

        return new JsonObject { ["steps"] = steps };
    }

    private static string NameOf(int step) => $"{Timer}:{step.ToString(Digits)}";

    private static int StepOf(string timer) =>
        timer.Length > Timer.Length ? int.Parse(timer[(Timer.Length + 1)..], Digits) : 0;

    private static string KeyOf(ActivityContext context, string timer) =>
        $"review:{context.SubjectId}{timer[Timer.Length..]}";

    private static DateTime Moment(JsonNode moment) =>
        DateTime.Parse(
            moment.GetValue<string>(),
            CultureInfo.InvariantCulture,
            DateTimeStyles.RoundtripKind
        );
}
