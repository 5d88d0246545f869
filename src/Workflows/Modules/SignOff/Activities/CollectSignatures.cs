using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Engine.PlainWords;
using Governance.Modules.Clocks.Activities;

namespace Governance.Modules.SignOff.Activities;

/// <summary>
/// Asks the three statutory seats to sign the newest version of the workflow's subject and waits until all have, one has
/// rejected, or the text was changed. When the limit passes the leads are asked too and it goes on waiting: silence never signs.
/// </summary>
public sealed class CollectSignatures : Activity
{
    public const string TypeName = "Governance.CollectSignatures";
    public const string AllSigned = "Signed";
    public const string Rejected = "Rejected";
    public const string Lapsed = "Lapsed";
    public const string NoEligibleSigner = "NoEligibleSigner";

    private const string Opening = "open";
    private const string Overdue = "overdue";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Sign-off",
            DisplayName = "Collect three signatures",
            Description =
                "Asks the local authority, the integrated care board and the police to sign the same text.",
            Ports =
            [
                PortDescriptor.Flow(AllSigned, "Signed by all three"),
                PortDescriptor.Flow(Rejected),
                PortDescriptor.Flow(Lapsed, "Text changed"),
                PortDescriptor.Flow(NoEligibleSigner, "Nobody may sign"),
            ],
            Inputs =
            [
                new InputDescriptor
                {
                    Name = "WorkingDays",
                    DisplayName = "Working days",
                    Description = "How many working days the seats have.",
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
            Outputs =
            [
                new OutputDescriptor(
                    "Round",
                    "Round",
                    Description: "The id of the sign-off round."
                ),
            ],
        };

    public override ActivityResult Start(ActivityContext context)
    {
        return ActivityResult
            .Keep()
            .Effect(
                SignOffWords.OpenRound,
                new JsonObject
                {
                    ["workingDays"] = context.RequiredWholeNumber("WorkingDays"),
                    ["reminderWorkingDays"] = ClockWaits.RemindersOf(context),
                },
                Opening
            );
    }

    /// <summary>
    /// Only its exit with all three signatures stands for a signed text. Where they are there already it leaves at once; otherwise
    /// its clock brings the leads in.
    /// </summary>
    public override StepFacts FactsOf(PlannedActivity planned) =>
        new()
        {
            Awaits = Awaited.Somebody,
            HasLimit = true,
            Exits =
            [
                new StepExit(AllSigned)
                {
                    AtOnce = true,
                    OnlyWhile = SignOffWords.SignedByAll,
                    Establishes = [SignOffWords.SignedByAll],
                },
                new StepExit(Rejected) { Undoes = [SignOffWords.SignedByAll] },
                new StepExit(Lapsed) { Undoes = [SignOffWords.SignedByAll] },
                new StepExit(NoEligibleSigner)
                {
                    AtOnce = true,
                    Undoes = [SignOffWords.SignedByAll],
                },
            ],
        };

    public override string Sentence(PlannedActivity planned) =>
        $"The local authority, the integrated care board and the police are asked to sign the same text {PlainInput.Within(planned, "WorkingDays")}."
        + (
            PlainInput.Numbers(planned, "ReminderWorkingDays") is { Length: > 0 } days
                ? $" Reminders go out {days} working days before that."
                : ""
        )
        + " When the limit passes their leads are asked as well; nobody's silence signs.";

    public override ActivityResult Answer(ActivityContext context, EffectAnswer answer)
    {
        if (answer.Tag != Opening)
        {
            // The deadline has been moved on, or today is no day to remind on.
            return ClockWaits.Again(answer);
        }

        string round = answer.Payload!["round"]!.GetValue<string>();
        if (answer.Payload["state"]!.GetValue<string>() == RoundStates.NoEligibleSigner)
        {
            return ActivityResult.Complete(NoEligibleSigner).Output("Round", round);
        }

        if (answer.Payload["signedByAll"]!.GetValue<bool>())
        {
            return ActivityResult.Complete(AllSigned).Output("Round", round);
        }

        context.Memory["round"] = round;
        ActivityResult waiting = ActivityResult
            .Keep()
            .Output("Round", round)
            .Wait(SignOffWords.Completed, round)
            .Wait(SignOffWords.Rejected, round)
            .Wait(SignOffWords.Lapsed, round);
        ClockWaits.On(waiting, answer.Payload["timers"], Overdue);

        return waiting;
    }

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus) =>
        stimulus.Name switch
        {
            SignOffWords.Completed => ActivityResult.Complete(AllSigned),
            SignOffWords.Rejected => ActivityResult.Complete(Rejected),
            SignOffWords.Lapsed => ActivityResult.Complete(Lapsed),
            _ => base.Resume(context, stimulus),
        };

    public override ActivityResult Due(ActivityContext context, DueTimer timer) =>
        timer.Name == Overdue
            ? ActivityResult.Keep().Effect(SignOffWords.Escalate, RoundOf(context), Overdue)
            : ActivityResult
                .Keep()
                .Effect(
                    SignOffWords.Remind,
                    RoundOf(context, ClockWaits.ReminderOf(timer)),
                    timer.Name
                );

    public override ActivityResult Cancel(ActivityContext context) =>
        context.Memory["round"] is null
            ? ActivityResult.Keep()
            : ActivityResult.Keep().Effect(SignOffWords.CloseRound, RoundOf(context));

    private static JsonObject RoundOf(ActivityContext context, int reminder) =>
        new() { ["round"] = context.Memory["round"]!.GetValue<string>(), ["reminder"] = reminder };

    private static JsonObject RoundOf(ActivityContext context) =>
        new() { ["round"] = context.Memory["round"]!.GetValue<string>() };
}
