using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Engine.PlainWords;
using Governance.Modules.Clocks.Activities;

namespace Governance.Modules.Meetings.Activities;

/// <summary>
/// Asks every place of the body's rule to agree to the proposed text and waits until all have, one has disagreed, or the limit
/// passes. How long there is was said by whoever proposed it.
/// </summary>
public sealed class RunWrittenProcedure : Activity
{
    public const string TypeName = "Governance.RunWrittenProcedure";
    public const string Decided = "Decided";
    public const string NotDecided = "NotDecided";

    private const string Opening = "open";
    private const string Limit = "limit";
    private const string Procedure = "procedure";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Meetings",
            DisplayName = "Ask every place in writing",
            Description =
                "Asks every place of the body's rule to agree to the proposed text. It is decided when all have agreed within the limit; silence never agrees.",
            Ports =
            [
                PortDescriptor.Flow(Decided, "Every place has agreed"),
                PortDescriptor.Flow(NotDecided, "Not decided"),
            ],
            Inputs =
            [
                new InputDescriptor
                {
                    Name = "ReminderWorkingDays",
                    DisplayName = "Reminders",
                    Description =
                        "Remind so many working days before the limit; several are separated by commas.",
                    DefaultValue = "2, 1",
                    IsWrapped = false,
                },
            ],
        };

    public override ActivityResult Start(ActivityContext context) =>
        ActivityResult
            .Keep()
            .Effect(
                MeetingsWords.OpenProcedure,
                new JsonObject { ["reminderWorkingDays"] = ClockWaits.RemindersOf(context) },
                Opening
            );

    public override string Sentence(PlannedActivity planned) =>
        "Every place of the body's rule is asked to agree in writing, by the limit of whoever proposed it."
        + (
            PlainInput.Numbers(planned, "ReminderWorkingDays") is { Length: > 0 } days
                ? $" Reminders go out {days} working days before that."
                : ""
        )
        + " Without every agreement in time nothing is decided; nobody's silence agrees.";

    /// <summary>Its own clock ends it.</summary>
    public override StepFacts FactsOf(PlannedActivity planned) =>
        new()
        {
            Awaits = Awaited.Somebody,
            HasLimit = true,
            Exits = [new StepExit(Decided), new StepExit(NotDecided) { ByTime = true }],
        };

    public override ActivityResult Answer(ActivityContext context, EffectAnswer answer)
    {
        if (answer.Tag == Opening)
        {
            return Wait(context, answer.Payload!);
        }

        if (answer.Payload?["lapsed"] is not null)
        {
            return ActivityResult.Complete(NotDecided);
        }

        // The limit has been moved on, or today is no day to remind on.
        return ClockWaits.Again(answer);
    }

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus) =>
        ActivityResult.Complete(
            stimulus.Name == MeetingsWords.ProcedureAgreed ? Decided : NotDecided
        );

    public override ActivityResult Due(ActivityContext context, DueTimer timer)
    {
        JsonObject about = Of(context);
        if (timer.Name == Limit)
        {
            return ActivityResult.Keep().Effect(MeetingsWords.ProcedureLimitPassed, about, Limit);
        }

        about["reminder"] = ClockWaits.ReminderOf(timer);
        return ActivityResult.Keep().Effect(MeetingsWords.RemindProcedure, about, timer.Name);
    }

    public override ActivityResult Cancel(ActivityContext context) =>
        context.Memory[Procedure] is null
            ? ActivityResult.Keep()
            : ActivityResult.Keep().Effect(MeetingsWords.CancelProcedure, Of(context));

    private static ActivityResult Wait(ActivityContext context, JsonObject opened)
    {
        string id = opened[Procedure]!.GetValue<string>();
        context.Memory[Procedure] = id;
        ActivityResult waiting = ActivityResult
            .Keep()
            .Wait(MeetingsWords.ProcedureAgreed, id)
            .Wait(MeetingsWords.ProcedureFailed, id);
        ClockWaits.On(waiting, opened["timers"], Limit);

        return waiting;
    }

    private static JsonObject Of(ActivityContext context) =>
        new() { [Procedure] = context.Memory[Procedure]!.GetValue<string>() };
}
