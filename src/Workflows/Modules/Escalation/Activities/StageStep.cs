using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Engine.PlainWords;
using Governance.Modules.Clocks.Activities;

namespace Governance.Modules.Escalation.Activities;

/// <summary>
/// A step in which a stage of a ladder owes something (<see cref="StageDuties"/>): it opens the asks and the clock, reminds, and leaves by what
/// happens. The limit is the ladder's; where the ladder has none of the kind, the step is left at once, if it has a way for that.
/// </summary>
public abstract class StageStep : Activity
{
    private const string Opening = "open";
    private const string Limit = "limit";
    private const string Acknowledge = "acknowledge";

    /// <summary>One of <see cref="StageDuties"/>.</summary>
    internal abstract string What { get; }

    /// <summary>Which stimulus leads out by which port.</summary>
    internal abstract IReadOnlyDictionary<string, string> Leaves { get; }

    /// <summary>The port for a limit that passed; null where it goes on waiting.</summary>
    internal virtual string? WhenLate => null;

    /// <summary>The port for a ladder without such a limit; null where there always is one.</summary>
    internal virtual string? WhenNone => null;

    internal abstract string Words { get; }

    protected static InputDescriptor Reminders(string reminders) =>
        new()
        {
            Name = "ReminderWorkingDays",
            DisplayName = "Reminders",
            Description =
                "Remind so many working days before the limit; several are separated by commas.",
            DefaultValue = reminders,
            IsWrapped = false,
        };

    public override ActivityResult Start(ActivityContext context) =>
        ActivityResult
            .Keep()
            .Effect(
                EscalationWords.OpenDuty,
                new JsonObject
                {
                    ["what"] = What,
                    ["workingDays"] = LimitOf(context),
                    ["reminderWorkingDays"] = ClockWaits.RemindersOf(context),
                },
                Opening
            );

    public override ActivityResult Answer(ActivityContext context, EffectAnswer answer)
    {
        if (answer.Tag == Opening)
        {
            return answer.Payload!["none"] is null ? Wait(context, answer.Payload)
                : WhenNone is { } none ? ActivityResult.Complete(none)
                : ActivityResult.Fault("The ladder gives no limit for this.");
        }

        if (answer.Payload?["late"] is not null)
        {
            return answer.Tag == Limit && WhenLate is { } port
                ? ActivityResult.Complete(port)
                : ActivityResult.Keep();
        }

        return ClockWaits.Again(answer);
    }

    public override ActivityResult Due(ActivityContext context, DueTimer timer)
    {
        JsonObject about = new()
        {
            ["duty"] = context.Memory[
                timer.Name == Acknowledge ? Acknowledge : "duty"
            ]!.GetValue<string>(),
        };
        if (timer.Name is Limit or Acknowledge)
        {
            return ActivityResult.Keep().Effect(EscalationWords.LimitPassed, about, timer.Name);
        }

        about["reminder"] = ClockWaits.ReminderOf(timer);
        return ActivityResult.Keep().Effect(EscalationWords.Remind, about, timer.Name);
    }

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus) =>
        ActivityResult.Complete(Leaves[stimulus.Name]);

    public override ActivityResult Cancel(ActivityContext context) =>
        context.Memory["duty"] is null
            ? ActivityResult.Keep()
            : ActivityResult
                .Keep()
                .Effect(EscalationWords.CancelDuty, new JsonObject { ["what"] = What });

    public override StepFacts FactsOf(PlannedActivity planned) =>
        new()
        {
            Awaits = Awaited.Somebody,
            HasLimit = true,
            Exits =
            [
                .. Leaves.Values.Distinct().Select(port => new StepExit(port)),
                .. WhenLate is { } late ? [new StepExit(late) { ByTime = true }] : (StepExit[])[],
                .. WhenNone is { } none ? [new StepExit(none) { AtOnce = true }] : (StepExit[])[],
            ],
        };

    public override string Sentence(PlannedActivity planned) =>
        Words
        + (
            PlainInput.Numbers(planned, "ReminderWorkingDays") is { Length: > 0 } days
                ? $" Reminders go out {days} working days before the limit."
                : ""
        );

    /// <summary>Null where the ladder says.</summary>
    private protected virtual int? LimitOf(ActivityContext context) => null;

    private ActivityResult Wait(ActivityContext context, JsonObject opened)
    {
        context.Memory["duty"] = opened["duty"]!.GetValue<string>();
        ActivityResult waiting = ActivityResult.Keep();
        foreach (string stimulus in Leaves.Keys)
        {
            waiting.Wait(stimulus, context.SubjectId);
        }

        AddTimers(waiting, opened, Limit);
        if (opened["acknowledge"] is JsonObject acknowledge)
        {
            context.Memory[Acknowledge] = acknowledge["duty"]!.GetValue<string>();
            AddTimers(waiting, acknowledge, Acknowledge);
        }

        return waiting;
    }

    private static void AddTimers(ActivityResult waiting, JsonObject opened, string limit)
    {
        ClockWaits.On(waiting, opened["timers"], limit);
    }
}
