using System.Text.Json.Nodes;
using Governance.Engine.Simulation;
using Governance.Modules.Clocks;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Scrutiny;

/// <summary>What challenges do in a simulation.</summary>
internal static class ScrutinyStandIns
{
    public static IServiceCollection AddScrutinyStandIns(this IServiceCollection services) =>
        services
            .AddSingleton<IEffectStandIn, SimulatedStage>()
            .AddSingleton<IEffectStandIn, SimulatedStageLimit>()
            .AddSingleton<IEffectStandIn>(
                new SimulatedTelling(
                    ScrutinyWords.Remind,
                    act => act.Tell("Whoever is asked", "a reminder")
                )
            )
            .AddSingleton<IEffectStandIn>(
                new SimulatedTelling(
                    ScrutinyWords.AwaitAssessment,
                    act => act.Ask("Scrutiny function", "assess the answer")
                )
            )
            .AddSingleton<IEffectStandIn>(
                new SimulatedTelling(
                    ScrutinyWords.AssessmentLate,
                    act => act.Late("An answer from a time without a scrutineer is not assessed")
                )
            )
            .AddSingleton<IEffectStandIn>(
                new SimulatedTelling(
                    ScrutinyWords.OpenExternal,
                    act => act.Ask("Scrutiny function", "take it outside and record that")
                )
            )
            .AddSingleton<IEffectStandIn>(new SimulatedTelling(ScrutinyWords.CancelStage, _ => { }))
            .AddSingleton<IEffectStandIn>(
                new SimulatedTelling(ScrutinyWords.CancelAssessment, _ => { })
            )
            .AddSingleton(Awaits(ScrutinyWords.Acknowledged, "It is acknowledged", 1, 0.2, 4))
            .AddSingleton(Awaits(ScrutinyWords.Answered, "An answer is given", 1, 1, 20))
            .AddSingleton(
                Awaits(ScrutinyWords.AssessedAdequate, "The answer is adequate", 1, 1, 15)
            )
            .AddSingleton(
                Awaits(ScrutinyWords.AssessedInadequate, "The answer is inadequate", 1, 1, 15)
            )
            .AddSingleton(
                Awaits(ScrutinyWords.ScrutinyChanged, "A scrutineer comes or goes", 0.2, 20, 400)
            )
            .AddSingleton(Awaits(ScrutinyWords.Referred, "It is taken outside", 1, 2, 20))
            .AddSingleton(Awaits(ScrutinyWords.Ended, "The scrutiny function ends it", 1, 5, 150));

    private static AwaitedStimulus Awaits(
        string name,
        string words,
        double weight,
        double soonest,
        double latest
    ) => new(name, words, weight, soonest, latest);
}

/// <summary>A stage is asked, by the real arithmetic of its limits.</summary>
internal sealed class SimulatedStage : IEffectStandIn
{
    public string Kind => ScrutinyWords.OpenStage;

    public JsonObject? Answer(SimulatedAct act, JsonObject payload)
    {
        JsonArray acknowledge = [];
        if ((int?)payload["acknowledgeWorkingDays"] is { } days)
        {
            JsonObject limit = payload.DeepClone().AsObject();
            limit["workingDays"] = days;
            SimulatedClock.Start(act, limit, out acknowledge);
        }

        DateTime? due = SimulatedClock.Start(act, payload, out JsonArray respond);
        act.Ask(
            payload["stage"]!.GetValue<string>() switch
            {
                LadderStages.Chair => "Chair",
                LadderStages.Leads => "The three leads",
                _ => "The addressed seat",
            },
            "answer the challenge",
            due
        );
        return new JsonObject
        {
            ["stage"] = act.NewId("stage"),
            [ScrutinyWords.Acknowledge] = acknowledge,
            [ScrutinyWords.Respond] = respond,
        };
    }
}

/// <summary>A limit passes.</summary>
internal sealed class SimulatedStageLimit : IEffectStandIn
{
    public string Kind => ScrutinyWords.LimitPassed;

    public JsonObject? Answer(SimulatedAct act, JsonObject payload)
    {
        string purpose = payload["purpose"]!.GetValue<string>();
        act.Late(
            purpose == ScrutinyWords.Acknowledge
                ? "The challenge has not been acknowledged by its limit"
                : "The challenge has not been answered by its limit"
        );
        return new JsonObject { ["passed"] = purpose };
    }
}
