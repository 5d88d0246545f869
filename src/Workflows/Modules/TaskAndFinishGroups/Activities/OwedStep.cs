using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Engine.PlainWords;
using Governance.Modules.Clocks.Activities;

namespace Governance.Modules.TaskAndFinishGroups.Activities;

/// <summary>
/// A step in which somebody owes the group something within a limit (<see cref="GroupDuties"/>): it opens the ask and the clock,
/// reminds, and leaves by what happens. When the limit passes, either it leaves by that too, or it tells those above and stays.
/// </summary>
public abstract class OwedStep : Activity
{
    private const string Opening = "open";
    private const string Limit = "limit";

    /// <summary>One of <see cref="GroupDuties"/>.</summary>
    internal abstract string What { get; }

    /// <summary>Which stimulus leads out by which port.</summary>
    internal abstract IReadOnlyDictionary<string, string> Leaves { get; }

    /// <summary>The port for a limit that passed; null where it goes on waiting.</summary>
    internal virtual string? WhenLate => null;

    /// <summary>What the sentence of the step begins with.</summary>
    internal abstract string Asks { get; }

    protected static InputDescriptor[] LimitInputs(int workingDays, string reminders) =>
        [
            new InputDescriptor
            {
                Name = "WorkingDays",
                DisplayName = "Working days",
                Description = "The limit, in working days: 1 to 260.",
                TypeName = "System.Int32",
                UiHint = "singleline",
                DefaultValue = workingDays,
                IsWrapped = false,
            },
            Reminders(reminders),
        ];

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

    public override ActivityResult Start(ActivityContext context)
    {
        int? days = LimitOf(context);
        if (days is < 1 or > TaskRules.MostWorkingDays)
        {
            return ActivityResult.Fault(
                $"Give 1 to {TaskRules.MostWorkingDays} working days, not {days}."
            );
        }

        return ActivityResult
            .Keep()
            .Effect(
                GroupWords.OpenDuty,
                new JsonObject
                {
                    ["what"] = What,
                    ["workingDays"] = days,
                    ["reminderWorkingDays"] = ClockWaits.RemindersOf(context),
                },
                Opening
            );
    }

    public override ActivityResult Answer(ActivityContext context, EffectAnswer answer)
    {
        if (answer.Tag == Opening)
        {
            return Wait(context, answer.Payload!);
        }

        if (answer.Payload?["late"] is not null)
        {
            return WhenLate is { } port ? ActivityResult.Complete(port) : ActivityResult.Keep();
        }

        return ClockWaits.Again(answer);
    }

    public override ActivityResult Due(ActivityContext context, DueTimer timer)
    {
        JsonObject about = Of(context);
        if (timer.Name == Limit)
        {
            return ActivityResult.Keep().Effect(GroupWords.LimitPassed, about, Limit);
        }

        about["reminder"] = ClockWaits.ReminderOf(timer);
        return ActivityResult.Keep().Effect(GroupWords.Remind, about, timer.Name);
    }

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus) =>
        ActivityResult.Complete(Leaves[stimulus.Name]);

    public override ActivityResult Cancel(ActivityContext context) =>
        context.Memory["duty"] is null
            ? ActivityResult.Keep()
            : ActivityResult.Keep().Effect(GroupWords.CancelDuty, Of(context));

    public override StepFacts FactsOf(PlannedActivity planned) =>
        new()
        {
            Awaits = Awaited.Somebody,
            HasLimit = true,
            Exits =
            [
                .. Leaves.Values.Distinct().Select(port => new StepExit(port)),
                .. WhenLate is { } late ? [new StepExit(late) { ByTime = true }] : (StepExit[])[],
            ],
        };

    public override string Sentence(PlannedActivity planned) =>
        Asks
        + (
            planned.Activity.Descriptor.Inputs.Any(input => input.Name == "WorkingDays")
                ? $" {PlainInput.Within(planned, "WorkingDays")}."
                : "."
        )
        + (
            PlainInput.Numbers(planned, "ReminderWorkingDays") is { Length: > 0 } days
                ? $" Reminders go out {days} working days before that."
                : ""
        );

    /// <summary>Null where the group itself says.</summary>
    private protected virtual int? LimitOf(ActivityContext context) =>
        context.RequiredWholeNumber("WorkingDays");

    private ActivityResult Wait(ActivityContext context, JsonObject opened)
    {
        context.Memory["duty"] = opened["duty"]!.GetValue<string>();
        ActivityResult waiting = ActivityResult.Keep();
        foreach (string stimulus in Leaves.Keys)
        {
            waiting.Wait(stimulus, context.SubjectId);
        }

        ClockWaits.On(waiting, opened["timers"], Limit);

        return waiting;
    }

    private static JsonObject Of(ActivityContext context) =>
        new() { ["duty"] = context.Memory["duty"]!.GetValue<string>() };
}
