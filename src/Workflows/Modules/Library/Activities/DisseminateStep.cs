using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Engine.PlainWords;
using Governance.Modules.Clocks;
using Governance.Modules.Clocks.Activities;

namespace Governance.Modules.Library.Activities;

/// <summary>
/// Brings the published version to the relevant agencies and waits until each has confirmed its cascade, a later version is
/// published, or the policy is withdrawn. When the limit passes it goes on waiting: silence confirms nothing.
/// </summary>
public sealed class DisseminateStep : Activity
{
    public const string TypeName = "Governance.Disseminate";

    private const string Opening = "open";
    private const string Overdue = "overdue";
    private const string Dissemination = "dissemination";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Library",
            DisplayName = "Bring it to the agencies",
            Description =
                "Asks each relevant agency to confirm that its staff are briefed and that its website, own policy and training follow the published version. Put it beside the review, not before it.",
            Inputs =
            [
                new InputDescriptor
                {
                    Name = "WorkingDays",
                    DisplayName = "Working days",
                    Description = "How many working days the agencies have.",
                    TypeName = "System.Int32",
                    UiHint = "singleline",
                    DefaultValue = 20,
                    IsWrapped = false,
                },
                new InputDescriptor
                {
                    Name = "ReminderWorkingDays",
                    DisplayName = "Reminders",
                    Description =
                        "Remind so many working days before the limit; several are separated by commas.",
                    DefaultValue = "10, 3",
                    IsWrapped = false,
                },
            ],
        };

    public override ActivityResult Start(ActivityContext context)
    {
        int workingDays = context.RequiredWholeNumber("WorkingDays");
        if (ClockLimit.WorkingDays(workingDays).Check() is not null)
        {
            return ActivityResult.Fault(
                $"Give the agencies 1 to {ClockLimit.MostWorkingDays} working days, not {workingDays}."
            );
        }

        return ActivityResult
            .Keep()
            .Effect(
                LibraryWords.Disseminate,
                new JsonObject
                {
                    ["workingDays"] = workingDays,
                    ["reminderWorkingDays"] = ClockWaits.RemindersOf(context),
                },
                Opening
            );
    }

    public override string Sentence(PlannedActivity planned) =>
        $"Each relevant agency is asked to confirm {PlainInput.Within(planned, "WorkingDays")} that its staff are briefed and that its website, own policy and training follow the text."
        + (
            PlainInput.Numbers(planned, "ReminderWorkingDays") is { Length: > 0 } days
                ? $" Reminders go out {days} working days before that."
                : ""
        )
        + " Silence confirms nothing.";

    public override ActivityResult Answer(ActivityContext context, EffectAnswer answer)
    {
        if (answer.Tag != Opening)
        {
            // The deadline has been moved on, or today is no day to remind on.
            return ClockWaits.Again(answer);
        }

        if (answer.Payload is null)
        {
            return ActivityResult.Fault(
                "Nothing is published that could be brought to the agencies. Put this step after the one that publishes."
            );
        }

        if (!answer.Payload["open"]!.GetValue<bool>())
        {
            return ActivityResult.Complete();
        }

        string id = answer.Payload[Dissemination]!.GetValue<string>();
        context.Memory[Dissemination] = id;
        ActivityResult waiting = ActivityResult
            .Keep()
            .Wait(LibraryWords.Confirmed, id)
            .Wait(LibraryWords.Superseded, id);
        ClockWaits.On(waiting, answer.Payload["timers"], Overdue);

        return waiting;
    }

    /// <summary>Where there is no agency to ask it is done at once.</summary>
    public override StepFacts FactsOf(PlannedActivity planned) =>
        new()
        {
            Awaits = Awaited.Somebody,
            HasLimit = true,
            Exits = [new StepExit(ActivityResult.Done) { AtOnce = true }],
        };

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus) =>
        ActivityResult.Complete();

    public override ActivityResult Due(ActivityContext context, DueTimer timer)
    {
        JsonObject about = Of(context);
        if (timer.Name == Overdue)
        {
            return ActivityResult.Keep().Effect(LibraryWords.Overdue, about, Overdue);
        }

        about["reminder"] = ClockWaits.ReminderOf(timer);
        return ActivityResult.Keep().Effect(LibraryWords.Remind, about, timer.Name);
    }

    public override ActivityResult Cancel(ActivityContext context) =>
        context.Memory[Dissemination] is null
            ? ActivityResult.Keep()
            : ActivityResult.Keep().Effect(LibraryWords.End, Of(context));

    private static JsonObject Of(ActivityContext context) =>
        new() { [Dissemination] = context.Memory[Dissemination]!.GetValue<string>() };
}
