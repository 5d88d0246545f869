using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Engine.PlainWords;
using Governance.Modules.Clocks;
using Governance.Modules.Clocks.Activities;

namespace Governance.Modules.TaskAndFinishGroups.Activities;

/// <summary>The group works until it proposes its closure or its sunset date comes (DOMAIN B4.8).</summary>
public sealed class GroupAtWork : Activity
{
    public const string TypeName = "Governance.GroupAtWork";
    public const string ClosureProposed = "ClosureProposed";
    public const string SunsetReached = "SunsetReached";
    public const string ToClose = "ToClose";

    private const string Watching = "watch";
    private const string Sunset = "sunset";
    private const string Reminder = "reminder-";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Groups",
            DisplayName = "Group at work",
            Description =
                "Waits until the group proposes its closure, its commissioner has it close down, or its sunset date has come; the date can be moved meanwhile.",
            Ports =
            [
                PortDescriptor.Flow(ClosureProposed, "Closure proposed"),
                PortDescriptor.Flow(SunsetReached, "Sunset date"),
                PortDescriptor.Flow(ToClose, "To close down"),
            ],
            Inputs =
            [
                new InputDescriptor
                {
                    Name = "ReminderWorkingDays",
                    DisplayName = "Reminders",
                    Description =
                        "Tell commissioner and chair so many working days before the sunset date; several are separated by commas.",
                    DefaultValue = "20, 5",
                    IsWrapped = false,
                },
            ],
        };

    public override ActivityResult Start(ActivityContext context) =>
        Watch(
            context,
            ActivityResult
                .Keep()
                .Wait(GroupWords.ClosureProposed, context.SubjectId)
                .Wait(GroupWords.SunsetMoved, context.SubjectId)
                .Wait(GroupWords.ToClose, context.SubjectId)
        );

    public override ActivityResult Answer(ActivityContext context, EffectAnswer answer)
    {
        ActivityResult waiting = ActivityResult.Keep();
        if (answer.Tag != Watching)
        {
            return waiting;
        }

        HashSet<string> set = [];
        foreach (JsonNode? timer in answer.Payload!["timers"]!.AsArray())
        {
            string name = timer!["reminder"] is { } days ? $"{Reminder}{days}" : Sunset;
            set.Add(name);
            waiting.Timer(name, ClockWaits.Moment(timer["at"]!));
        }

        // A reminder that a moved date leaves out is dropped.
        foreach (int days in WorkingDayInputs.Of(context, "ReminderWorkingDays"))
        {
            if (!set.Contains($"{Reminder}{days}"))
            {
                waiting.DropTimer($"{Reminder}{days}");
            }
        }

        return waiting;
    }

    public override ActivityResult Due(ActivityContext context, DueTimer timer) =>
        timer.Name == Sunset
            ? ActivityResult.Complete(SunsetReached)
            : ActivityResult.Keep().Effect(GroupWords.RemindOfSunset, [], timer.Name);

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus) =>
        stimulus.Name switch
        {
            GroupWords.ClosureProposed => ActivityResult.Complete(ClosureProposed),
            GroupWords.ToClose => ActivityResult.Complete(ToClose),
            _ => Watch(context, ActivityResult.Keep()),
        };

    public override StepFacts FactsOf(PlannedActivity planned) =>
        new()
        {
            Awaits = Awaited.Somebody,
            HasLimit = true,
            Exits =
            [
                new StepExit(ClosureProposed),
                new StepExit(ToClose),
                new StepExit(SunsetReached) { ByTime = true },
            ],
        };

    public override string Sentence(PlannedActivity planned) =>
        "The group works until it proposes its closure, is told to close down, or its sunset date comes."
        + (
            PlainInput.Numbers(planned, "ReminderWorkingDays") is { Length: > 0 } days
                ? $" Commissioner and chair are told {days} working days before that date."
                : ""
        );

    private static ActivityResult Watch(ActivityContext context, ActivityResult result) =>
        result.Effect(
            GroupWords.AwaitSunset,
            new JsonObject
            {
                ["reminderWorkingDays"] = new JsonArray([
                    .. WorkingDayInputs
                        .Of(context, "ReminderWorkingDays")
                        .Select(days => (JsonNode)days),
                ]),
            },
            Watching
        );
}
