using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Engine.PlainWords;
using Governance.Modules.Clocks.Activities;

namespace Governance.Modules.Scrutiny.Activities;

/// <summary>
/// One stage of the ladder: somebody is asked to answer a challenge for a seat, and perhaps to acknowledge it first. Both limits run
/// from the stage's receipt. A missed acknowledgement moves nothing; a missed answer leads on.
/// </summary>
public sealed class AskForAnswer : ChallengeStep
{
    public const string TypeName = "Governance.AskForAnswer";
    public const string Answered = "Answered";
    public const string NotAnswered = "NotAnswered";
    public const int MostWorkingDays = 260;

    private const string Opening = "open";
    private const string Stage = "stage";
    private const string Limit = "-limit";

    private static readonly string[] Purposes = [ScrutinyWords.Acknowledge, ScrutinyWords.Respond];

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Scrutiny",
            DisplayName = "Ask for an answer",
            Description =
                "Asks a stage of the ladder to answer the challenge: the addressed seat, the partnership’s chair (or, where that is who is late, another seat’s delegate), or the three leads. A holding reply stops no clock.",
            Ports =
            [
                PortDescriptor.Flow(Answered, "An answer was given"),
                PortDescriptor.Flow(NotAnswered, "Not answered in time"),
            ],
            Inputs =
            [
                new InputDescriptor
                {
                    Name = "Stage",
                    DisplayName = "Stage",
                    Description = "Who is asked.",
                    UiHint = Choices.UiHint,
                    UiSpecifications = Choices.Of(
                        (LadderStages.Seat, "The addressed seat"),
                        (LadderStages.Chair, "The partnership’s chair"),
                        (LadderStages.Leads, "The three leads")
                    ),
                    DefaultValue = LadderStages.Seat,
                    IsWrapped = false,
                },
                new InputDescriptor
                {
                    Name = "AcknowledgeWorkingDays",
                    DisplayName = "Working days to acknowledge",
                    Description = "Left out, nobody is asked to acknowledge.",
                    TypeName = "System.Int32",
                    UiHint = "singleline",
                    IsWrapped = false,
                },
                new InputDescriptor
                {
                    Name = "WorkingDays",
                    DisplayName = "Working days to answer",
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
                        "Remind so many working days before each limit; several are separated by commas.",
                    DefaultValue = "2, 1",
                    IsWrapped = false,
                },
            ],
        };

    public override ActivityResult Start(ActivityContext context)
    {
        string stage = context.RequiredText("Stage");
        if (stage is not (LadderStages.Seat or LadderStages.Chair or LadderStages.Leads))
        {
            return ActivityResult.Fault($"A stage is seat, chair or leads, not {stage}.");
        }

        int? acknowledge = context.WholeNumber("AcknowledgeWorkingDays");
        int respond = context.RequiredWholeNumber("WorkingDays");
        if (respond is < 1 or > MostWorkingDays || acknowledge is < 1 or > MostWorkingDays)
        {
            return ActivityResult.Fault($"Give 1 to {MostWorkingDays} working days.");
        }

        return ActivityResult
            .Keep()
            .Effect(
                ScrutinyWords.OpenStage,
                new JsonObject
                {
                    ["stage"] = stage,
                    ["acknowledgeWorkingDays"] = acknowledge,
                    ["workingDays"] = respond,
                    ["reminderWorkingDays"] = ClockWaits.RemindersOf(context),
                },
                Opening
            );
    }

    public override ActivityResult Answer(ActivityContext context, EffectAnswer answer)
    {
        if (answer.Tag == Opening)
        {
            return answer.Payload?["nobody"] is not null
                ? ActivityResult.Complete(NotAnswered)
                : Wait(context, answer.Payload!);
        }

        return answer.Payload?["passed"]?.GetValue<string>() == ScrutinyWords.Respond
            ? ActivityResult.Complete(NotAnswered)
            : ClockWaits.Again(answer);
    }

    public override ActivityResult Due(ActivityContext context, DueTimer timer)
    {
        string purpose = Purposes.Single(each =>
            timer.Name.StartsWith(each + "-", StringComparison.Ordinal)
        );
        JsonObject about = Of(context);
        about["purpose"] = purpose;
        if (timer.Name.EndsWith(Limit, StringComparison.Ordinal))
        {
            return ActivityResult.Keep().Effect(ScrutinyWords.LimitPassed, about, timer.Name);
        }

        about["reminder"] = ClockWaits.ReminderOf(timer, purpose + "-");
        return ActivityResult.Keep().Effect(ScrutinyWords.Remind, about, timer.Name);
    }

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus)
    {
        if (stimulus.Name == ScrutinyWords.Answered)
        {
            return ActivityResult.Complete(Answered);
        }

        ActivityResult acknowledged = ActivityResult.Keep();
        foreach (JsonNode? timer in context.Memory["acknowledgeTimers"]!.AsArray())
        {
            acknowledged.DropTimer(timer!.GetValue<string>());
        }

        return acknowledged.StopWaiting(ScrutinyWords.Acknowledged, context.SubjectId);
    }

    public override ActivityResult Cancel(ActivityContext context) =>
        context.Memory[Stage] is null
            ? ActivityResult.Keep()
            : ActivityResult.Keep().Effect(ScrutinyWords.CancelStage, Of(context));

    public override StepFacts FactsOf(PlannedActivity planned) =>
        new()
        {
            Awaits = Awaited.Somebody,
            HasLimit = true,
            Exits =
            [
                new StepExit(Answered),
                new StepExit(NotAnswered) { ByTime = true, AtOnce = true },
            ],
        };

    public override string Sentence(PlannedActivity planned) =>
        $"{Who(PlainInput.Of(planned, "Stage"))} to answer the challenge {PlainInput.Within(planned, "WorkingDays")}"
        + (
            planned.Given("acknowledgeWorkingDays") is null
                ? "."
                : $", and to acknowledge it {PlainInput.Within(planned, "AcknowledgeWorkingDays")}."
        )
        + (
            PlainInput.Numbers(planned, "ReminderWorkingDays") is { Length: > 0 } days
                ? $" Reminders go out {days} working days before each limit."
                : ""
        );

    private static string Who(string stage) =>
        stage switch
        {
            LadderStages.Chair =>
                "The partnership’s chair is asked (where that is who is late, another seat’s delegate)",
            LadderStages.Leads => "The three leads are asked",
            _ => "The addressed seat is asked",
        };

    private static ActivityResult Wait(ActivityContext context, JsonObject opened)
    {
        context.Memory[Stage] = opened[Stage]!.GetValue<string>();
        JsonArray acknowledgeTimers = [];
        ActivityResult waiting = ActivityResult
            .Keep()
            .Wait(ScrutinyWords.Answered, context.SubjectId);
        foreach (string purpose in Purposes)
        {
            IReadOnlyList<string> names = ClockWaits.On(
                waiting,
                opened[purpose],
                purpose + Limit,
                purpose + "-"
            );
            foreach (string name in purpose == ScrutinyWords.Acknowledge ? names : [])
            {
                acknowledgeTimers.Add(name);
            }
        }

        if (acknowledgeTimers.Count > 0)
        {
            waiting.Wait(ScrutinyWords.Acknowledged, context.SubjectId);
        }

        context.Memory["acknowledgeTimers"] = acknowledgeTimers;
        return waiting;
    }

    private static JsonObject Of(ActivityContext context) =>
        new() { [Stage] = context.Memory[Stage]!.GetValue<string>() };
}
