using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Engine.PlainWords;
using Governance.Modules.Clocks.Activities;
using Governance.Modules.SignOff;

namespace Governance.Modules.Consultation.Activities;

/// <summary>
/// Puts the newest version of the workflow's subject before an audience and waits until the limit passes or somebody closes it.
/// Length and audience are those of the act that asked for it; the step's own apply where nobody did.
/// </summary>
public sealed class OpenConsultation : Activity
{
    public const string TypeName = "Governance.OpenConsultation";
    public const string Closed = "Closed";

    private const string Opening = "open";
    private const string Limit = "limit";
    private const string Consultation = "consultation";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Consultation",
            DisplayName = "Consult",
            Description =
                "Asks agencies, practitioners and seats for comments on the newest version, and closes when the limit passes or somebody closes it early.",
            Ports = [PortDescriptor.Flow(Closed, "Consultation closed")],
            Inputs =
            [
                new InputDescriptor
                {
                    Name = "WorkingDays",
                    DisplayName = "Working days",
                    Description =
                        "How many working days there are to comment, where whoever opens it does not say: 1 to 60.",
                    TypeName = "System.Int32",
                    UiHint = "singleline",
                    DefaultValue = 20,
                    IsWrapped = false,
                },
                new InputDescriptor
                {
                    Name = "Audience",
                    DisplayName = "Audience",
                    Description = "Who is asked, where whoever opens it does not say.",
                    TypeName = "System.String[]",
                    UiHint = Choices.SeveralHint,
                    UiSpecifications = Choices.Several(
                        (Audiences.Agencies, "Relevant agencies"),
                        (Audiences.Practitioners, "Practitioners"),
                        (Audiences.EverySeat, "The three statutory seats")
                    ),
                    DefaultSyntax = "Object",
                    DefaultValue = new JsonArray(
                        Audiences.Agencies,
                        Audiences.Practitioners,
                        Audiences.EverySeat
                    ),
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
            Outputs =
            [
                new OutputDescriptor(
                    "Consultation",
                    "Consultation",
                    Description: "The id of the consultation."
                ),
            ],
        };

    public override ActivityResult Start(ActivityContext context)
    {
        int workingDays = context.RequiredWholeNumber("WorkingDays");
        if (CommentRules.CheckDays(workingDays) is not null)
        {
            return ActivityResult.Fault(
                $"Give 1 to {CommentRules.MostWorkingDays} working days to comment, not {workingDays}."
            );
        }

        return ActivityResult
            .Keep()
            .Effect(
                ConsultationWords.OpenWindow,
                new JsonObject
                {
                    ["workingDays"] = workingDays,
                    ["audience"] = new JsonArray([
                        .. Parts(context, "Audience").Select(entry => (JsonNode)entry),
                    ]),
                    ["reminderWorkingDays"] = ClockWaits.RemindersOf(context),
                },
                Opening
            );
    }

    public override string Sentence(PlannedActivity planned) =>
        $"Comments on the text are asked for {PlainInput.Within(planned, "WorkingDays")}, from: {PlainInput.Of(planned, "Audience")}; whoever opens it may say otherwise."
        + (
            PlainInput.Numbers(planned, "ReminderWorkingDays") is { Length: > 0 } days
                ? $" Reminders go out {days} working days before that."
                : ""
        );

    public override ActivityResult Answer(ActivityContext context, EffectAnswer answer)
    {
        if (answer.Tag == Opening)
        {
            return Wait(context, answer.Payload!);
        }

        if (answer.Payload?["closed"] is not null)
        {
            return ActivityResult.Complete(Closed);
        }

        // The limit has been moved on, or today is no day to remind on.
        return ClockWaits.Again(answer);
    }

    /// <summary>Its limit closes it. What was signed before does not stand for what comes of the comments.</summary>
    public override StepFacts FactsOf(PlannedActivity planned) =>
        new()
        {
            Awaits = Awaited.Somebody,
            HasLimit = true,
            Exits = [new StepExit(Closed) { ByTime = true }],
            Undoes = [SignOffWords.SignedByAll],
        };

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus) =>
        ActivityResult.Complete(Closed);

    public override ActivityResult Due(ActivityContext context, DueTimer timer)
    {
        JsonObject about = Of(context);
        if (timer.Name == Limit)
        {
            return ActivityResult.Keep().Effect(ConsultationWords.LimitPassed, about, Limit);
        }

        about["reminder"] = ClockWaits.ReminderOf(timer);
        return ActivityResult.Keep().Effect(ConsultationWords.Remind, about, timer.Name);
    }

    public override ActivityResult Cancel(ActivityContext context) =>
        context.Memory[Consultation] is null
            ? ActivityResult.Keep()
            : ActivityResult.Keep().Effect(ConsultationWords.Cancel, Of(context));

    private static ActivityResult Wait(ActivityContext context, JsonObject opened)
    {
        if (opened["cannot"] is { } why)
        {
            return ActivityResult.Fault($"Nobody can be asked. {why}");
        }

        string id = opened[Consultation]!.GetValue<string>();
        context.Memory[Consultation] = id;
        ActivityResult waiting = ActivityResult
            .Keep()
            .Output("Consultation", id)
            .Wait(ConsultationWords.Closed, id);
        ClockWaits.On(waiting, opened["timers"], Limit);

        return waiting;
    }

    private static IEnumerable<string> Parts(ActivityContext context, string input) =>
        context
            .Texts(input)
            .SelectMany(text =>
                text.Split(
                    ',',
                    StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                )
            );

    private static JsonObject Of(ActivityContext context) =>
        new() { [Consultation] = context.Memory[Consultation]!.GetValue<string>() };
}
