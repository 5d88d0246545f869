using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Engine.PlainWords;
using Governance.Modules.Clocks.Activities;

namespace Governance.Modules.Scrutiny.Activities;

/// <summary>
/// Waits for the scrutiny function to assess an answer. An adequate one leaves the seat here until the challenge ends; an inadequate
/// one, also on second thoughts, leads on. An answer that came while nobody held the function has a limit from a successor's first day.
/// </summary>
public sealed class AwaitScrutinyAssessment : ChallengeStep
{
    public const string TypeName = "Governance.AwaitScrutinyAssessment";
    public const string Inadequate = "Inadequate";

    private const string Asking = "ask";
    private const string Limit = "limit";
    private const string Next = "next";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Scrutiny",
            DisplayName = "Await the scrutiny function",
            Description =
                "Waits for the scrutiny function to assess the answer. It leads on when the answer is inadequate; an adequate one waits here for the challenge’s end.",
            Ports = [PortDescriptor.Flow(Inadequate, "Assessed as inadequate")],
            Inputs =
            [
                new InputDescriptor
                {
                    Name = "GapWorkingDays",
                    DisplayName = "A successor’s working days",
                    Description =
                        "How long a successor has for an answer that came while nobody held the scrutiny function: 1 to 260.",
                    TypeName = "System.Int32",
                    UiHint = "singleline",
                    DefaultValue = 10,
                    IsWrapped = false,
                },
                NoLimit.Because,
            ],
        };

    public override ActivityResult Start(ActivityContext context)
    {
        int days = context.RequiredWholeNumber("GapWorkingDays");
        return days is < 1 or > AskForAnswer.MostWorkingDays
            ? ActivityResult.Fault($"Give 1 to {AskForAnswer.MostWorkingDays} working days.")
            : Ask(
                context,
                ActivityResult
                    .Keep()
                    .Wait(ScrutinyWords.AssessedAdequate, context.SubjectId)
                    .Wait(ScrutinyWords.AssessedInadequate, context.SubjectId)
                    .Wait(ScrutinyWords.Answered, context.SubjectId)
                    .Wait(ScrutinyWords.ScrutinyChanged, context.SubjectId)
            );
    }

    public override ActivityResult Answer(ActivityContext context, EffectAnswer answer)
    {
        ActivityResult waiting = ActivityResult.Keep();
        if (answer.Payload?["next"] is { } next)
        {
            return waiting.Timer(Next, ClockWaits.Moment(next));
        }

        if (answer.Payload?["again"] is { } again)
        {
            return waiting.Timer(
                Limit,
                ClockWaits.Moment(again),
                answer.Payload["key"]!.GetValue<string>()
            );
        }

        ClockWaits.On(waiting, answer.Payload?["timers"], Limit);

        return waiting;
    }

    public override ActivityResult Due(ActivityContext context, DueTimer timer) =>
        timer.Name == Limit
            ? ActivityResult.Keep().Effect(ScrutinyWords.AssessmentLate, [], Limit)
            : Ask(context, ActivityResult.Keep());

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus) =>
        stimulus.Name switch
        {
            ScrutinyWords.AssessedInadequate => ActivityResult.Complete(Inadequate),
            ScrutinyWords.AssessedAdequate => ActivityResult
                .Keep()
                .DropTimer(Limit)
                .DropTimer(Next),
            _ => Ask(context, ActivityResult.Keep().DropTimer(Next)),
        };

    public override ActivityResult Cancel(ActivityContext context) =>
        ActivityResult.Keep().Effect(ScrutinyWords.CancelAssessment, []);

    public override StepFacts FactsOf(PlannedActivity planned) =>
        new() { Awaits = Awaited.Somebody };

    public override string Sentence(PlannedActivity planned) =>
        $"The scrutiny function assesses the answer. One that came while nobody held the function is assessed {PlainInput.Within(planned, "GapWorkingDays")} of a successor’s first day.";

    private static ActivityResult Ask(ActivityContext context, ActivityResult result) =>
        result.Effect(
            ScrutinyWords.AwaitAssessment,
            new JsonObject { ["workingDays"] = context.RequiredWholeNumber("GapWorkingDays") },
            Asking
        );
}
