using System.Text.Json.Nodes;
using Governance.Engine.Simulation;
using Governance.Modules.Clocks;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Escalation;

/// <summary>What challenges do in a simulation.</summary>
internal static class EscalationStandIns
{
    public static IServiceCollection AddEscalationStandIns(this IServiceCollection services) =>
        services
            .AddSingleton<IEffectStandIn, SimulatedEscalation>()
            .AddSingleton<IEffectStandIn, SimulatedStageDuty>()
            .AddSingleton<IEffectStandIn>(
                new SimulatedTelling(
                    EscalationWords.Remind,
                    act => act.Tell("Whoever owes it", "a reminder")
                )
            )
            .AddSingleton<IEffectStandIn>(
                new SimulatedTelling(
                    EscalationWords.LimitPassed,
                    act => act.Late("A limit of the stage has passed"),
                    () => new JsonObject { ["late"] = true }
                )
            )
            .AddSingleton<IEffectStandIn>(
                new SimulatedTelling(EscalationWords.CancelDuty, _ => { })
            )
            .AddSingleton(Awaits(EscalationWords.Answered, "The stage is answered", 1, 1, 9))
            .AddSingleton(Awaits(EscalationWords.Met, "A meeting is held", 1, 2, 9))
            .AddSingleton(Awaits(EscalationWords.Confirmed, "It is confirmed", 1, 1, 4))
            .AddSingleton(Awaits(EscalationWords.Satisfied, "The raiser is satisfied", 1, 1, 20))
            .AddSingleton(
                Awaits(EscalationWords.NotSatisfied, "The raiser is not satisfied", 1, 1, 20)
            )
            .AddSingleton(Awaits(EscalationWords.Withdrawn, "It is withdrawn", 0.2, 5, 200));

    private static AwaitedStimulus Awaits(
        string name,
        string words,
        double weight,
        double soonest,
        double latest
    ) => new(name, words, weight, soonest, latest);
}

/// <summary>A ladder of three or four stages, climbed one by one.</summary>
internal sealed class SimulatedEscalation : IEffectStandIn
{
    private const string Stage = "escalation.stage";
    private const string Stages = "escalation.stages";

    public string Kind => EscalationWords.OpenStage;

    public JsonObject? Answer(SimulatedAct act, JsonObject payload)
    {
        if (!act.Memory.TryGetValue(Stages, out object? stages))
        {
            act.Memory[Stages] = stages = act.Dice.Next(3, 5);
        }

        int next = (act.Memory.TryGetValue(Stage, out object? known) ? (int)known : 0) + 1;
        if (next > (int)stages)
        {
            return new JsonObject { ["ended"] = true };
        }

        act.Memory[Stage] = next;
        return new JsonObject { ["stage"] = next };
    }
}

/// <summary>Somebody is asked, by the real arithmetic of a limit; whether a stage has a meeting or a confirmation is drawn.</summary>
internal sealed class SimulatedStageDuty : IEffectStandIn
{
    private static readonly int[] Limits = [2, 3, 5];

    public string Kind => EscalationWords.OpenDuty;

    public JsonObject? Answer(SimulatedAct act, JsonObject payload)
    {
        string what = payload["what"]!.GetValue<string>();
        if (what is StageDuties.Meet or StageDuties.Confirm && act.Dice.Next(2) == 0)
        {
            return new JsonObject { ["none"] = true };
        }

        JsonObject limit = payload.DeepClone().AsObject();
        limit["workingDays"] ??= Limits[act.Dice.Next(Limits.Length)];
        DateTime? due = SimulatedClock.Start(act, limit, out JsonArray timers);
        act.Ask(
            what == StageDuties.Satisfy ? "Raiser" : "Whoever the stage asks",
            what switch
            {
                StageDuties.Respond => "answer the challenge",
                StageDuties.Meet => "meet on it",
                StageDuties.Confirm => "confirm the outcome",
                _ => "say whether it is resolved",
            },
            due
        );
        return new JsonObject { ["duty"] = act.NewId("duty"), ["timers"] = timers };
    }
}
