using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Engine.PlainWords;
using Governance.Modules.Clocks.Activities;

namespace Governance.Modules.Requests.Activities;

/// <summary>
/// Asks a seat or a role for something within a limit and goes on by the answer, or by the limit (DOMAIN B9.2). It can stand in any
/// workflow; it decides nothing that the modules guard.
/// </summary>
public sealed class AskForWork : Activity
{
    public const string TypeName = "Governance.AskForWork";
    public const string Done = "Done";
    public const string Declined = "Declined";
    public const string Late = "Late";

    private const string Opening = "open";
    private const string Limit = "limit";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "People",
            DisplayName = "Ask for something",
            Description =
                "Asks a statutory seat or a role to do something within a limit. They answer that it is done, or that they decline and why; when the limit passes, the workflow goes on without an answer.",
            Ports =
            [
                PortDescriptor.Flow(Done),
                PortDescriptor.Flow(Declined),
                PortDescriptor.Flow(Late, "Limit passed"),
            ],
            Inputs =
            [
                new InputDescriptor
                {
                    Name = "Whom",
                    DisplayName = "Whom",
                    Description =
                        "Everybody on the seat is asked, or whoever holds the role; one of them answers.",
                    UiHint = Choices.UiHint,
                    UiSpecifications = Choices.Of([.. RequestWhom.All]),
                    IsWrapped = false,
                },
                new InputDescriptor
                {
                    Name = "What",
                    DisplayName = "What",
                    Description =
                        "What is asked, as it stands in their list: up to 300 characters. No personal data.",
                    IsWrapped = false,
                },
                new InputDescriptor
                {
                    Name = "WorkingDays",
                    DisplayName = "Working days",
                    Description = "The limit, in working days: 1 to 260.",
                    TypeName = "System.Int32",
                    UiHint = "singleline",
                    DefaultValue = 10,
                    IsWrapped = false,
                },
                new InputDescriptor
                {
                    Name = "ReminderWorkingDays",
                    DisplayName = "Reminders",
                    Description =
                        "Remind so many working days before the limit; several are separated by commas.",
                    DefaultValue = "5, 1",
                    IsWrapped = false,
                },
            ],
        };

    public override ActivityResult Start(ActivityContext context)
    {
        string? whom = context.Text("Whom");
        string? what = context.Text("What")?.Trim();
        int workingDays = context.RequiredWholeNumber("WorkingDays");
        return !RequestWhom.IsKnown(whom)
                ? ActivityResult.Fault($"Nobody can be asked under the name ‘{whom}’.")
            : what is not { Length: > 0 and <= WorkRequest.MostWhat }
                ? ActivityResult.Fault(
                    $"Say what is asked, in 1 to {WorkRequest.MostWhat} characters."
                )
            : workingDays is < 1 or > WorkRequest.MostWorkingDays
                ? ActivityResult.Fault(
                    $"Give 1 to {WorkRequest.MostWorkingDays} working days, not {workingDays}."
                )
            : ActivityResult
                .Keep()
                .Effect(
                    RequestsWords.Open,
                    new JsonObject
                    {
                        ["whom"] = whom,
                        ["what"] = what,
                        ["workingDays"] = workingDays,
                        ["reminderWorkingDays"] = ClockWaits.RemindersOf(context),
                    },
                    Opening
                );
    }

    public override ActivityResult Answer(ActivityContext context, EffectAnswer answer)
    {
        if (answer.Tag == Opening)
        {
            string request = answer.Payload!["request"]!.GetValue<string>();
            context.Memory["request"] = request;
            ActivityResult waiting = ActivityResult.Keep().Wait(RequestsWords.Answered, request);
            ClockWaits.On(waiting, answer.Payload["timers"], Limit);
            return waiting;
        }

        return answer.Payload?["late"] is not null
            ? ActivityResult.Complete(Late)
            : ClockWaits.Again(answer);
    }

    public override ActivityResult Due(ActivityContext context, DueTimer timer)
    {
        JsonObject about = Of(context);
        if (timer.Name == Limit)
        {
            return ActivityResult.Keep().Effect(RequestsWords.LimitPassed, about, Limit);
        }

        about["reminder"] = ClockWaits.ReminderOf(timer);
        return ActivityResult.Keep().Effect(RequestsWords.Remind, about, timer.Name);
    }

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus) =>
        ActivityResult.Complete(
            stimulus.Payload?["outcome"]?.GetValue<string>() == RequestStates.Declined
                ? Declined
                : Done
        );

    public override ActivityResult Cancel(ActivityContext context) =>
        context.Memory["request"] is null
            ? ActivityResult.Keep()
            : ActivityResult.Keep().Effect(RequestsWords.Cancel, Of(context));

    public override StepFacts FactsOf(PlannedActivity planned) =>
        new()
        {
            Awaits = Awaited.Somebody,
            HasLimit = true,
            Exits =
            [
                new StepExit(Done),
                new StepExit(Declined),
                new StepExit(Late) { ByTime = true },
            ],
        };

    public override string Sentence(PlannedActivity planned) =>
        $"{RequestWhom.InWords(PlainInput.Of(planned, "Whom"))} is asked {PlainInput.Within(planned, "WorkingDays")}: ‘{PlainInput.Of(planned, "What")}’."
        + (
            PlainInput.Numbers(planned, "ReminderWorkingDays") is { Length: > 0 } days
                ? $" Reminders go out {days} working days before that."
                : ""
        );

    private static JsonObject Of(ActivityContext context) =>
        new() { ["request"] = context.Memory["request"]!.GetValue<string>() };
}
