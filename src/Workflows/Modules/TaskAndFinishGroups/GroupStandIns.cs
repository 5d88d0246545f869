using System.Text.Json.Nodes;
using Governance.Engine.Simulation;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>What groups do in a simulation.</summary>
internal static class GroupStandIns
{
    public static IServiceCollection AddGroupStandIns(this IServiceCollection services) =>
        services
            .AddSingleton<IEffectStandIn, SimulatedDuty>()
            .AddSingleton<IEffectStandIn, SimulatedSunset>()
            .AddSingleton<IEffectStandIn, SimulatedPeople>()
            .AddSingleton<IEffectStandIn>(
                new SimulatedTelling(
                    GroupWords.Remind,
                    act => act.Tell("Whoever owes it", "a reminder")
                )
            )
            .AddSingleton<IEffectStandIn>(
                new SimulatedTelling(
                    GroupWords.LimitPassed,
                    act => act.Late("What is owed has not been done by its limit"),
                    () => new JsonObject { ["late"] = true }
                )
            )
            .AddSingleton<IEffectStandIn>(
                new SimulatedTelling(
                    GroupWords.RemindOfSunset,
                    act => act.Tell("Commissioner and chair", "the group ends soon")
                )
            )
            .AddSingleton<IEffectStandIn>(new SimulatedTelling(GroupWords.CancelDuty, _ => { }))
            .AddSingleton(Awaits(GroupWords.TermsApproved, "The terms are approved", 1, 3, 20))
            .AddSingleton(Awaits(GroupWords.TermsProposed, "New terms are saved", 0.2, 30, 400))
            .AddSingleton(Awaits(GroupWords.ReportSubmitted, "A report is submitted", 1, 15, 40))
            .AddSingleton(Awaits(GroupWords.ClosureProposed, "The closure is proposed", 1, 40, 250))
            .AddSingleton(Awaits(GroupWords.ClosureAccepted, "The closure is accepted", 3, 2, 15))
            .AddSingleton(Awaits(GroupWords.ClosureReturned, "The closure is returned", 1, 2, 15))
            .AddSingleton(Awaits(GroupWords.Extended, "The group is extended", 1, 2, 20))
            .AddSingleton(Awaits(GroupWords.ToClose, "The group is to close down", 0.3, 5, 200))
            .AddSingleton(Awaits(GroupWords.SunsetMoved, "The sunset date is moved", 0.2, 30, 200))
            .AddSingleton(Awaits(GroupWords.ChairVacant, "The chair leaves", 0.5, 60, 900))
            .AddSingleton(Awaits(GroupWords.ChairFilled, "A chair is appointed", 1, 1, 12))
            .AddSingleton(Awaits(GroupWords.PeopleChanged, "Somebody joins or leaves", 1, 20, 200))
            .AddSingleton(Awaits(GroupWords.StoodDown, "The group is stood down", 0.2, 60, 2_000));

    private static AwaitedStimulus Awaits(
        string name,
        string words,
        double weight,
        double soonest,
        double latest
    ) => new(name, words, weight, soonest, latest);
}

/// <summary>Somebody is asked, by the real arithmetic of the limit; the cadence of reports is drawn.</summary>
internal sealed class SimulatedDuty : IEffectStandIn
{
    private const string Cadence = "group.cadence";
    private static readonly int[] Cadences = [10, 20, 30, 65];

    public string Kind => GroupWords.OpenDuty;

    public JsonObject? Answer(SimulatedAct act, JsonObject payload)
    {
        string what = payload["what"]!.GetValue<string>();
        if (!act.Memory.TryGetValue(Cadence, out object? every))
        {
            act.Memory[Cadence] = every = Cadences[act.Dice.Next(Cadences.Length)];
        }

        JsonObject limit = payload.DeepClone().AsObject();
        limit["workingDays"] ??= (int)every;
        DateTime? due = SimulatedClock.Start(act, limit, out JsonArray timers);
        act.Ask(
            GroupTexts.IsForChair(what) ? "Chair" : "Commissioner",
            what switch
            {
                GroupDuties.Terms => "approve the terms of reference",
                GroupDuties.Report => "submit a progress report",
                GroupDuties.Chair => "find a chair",
                GroupDuties.Sunset => "extend or close",
                GroupDuties.CloseDown => "propose the closure",
                _ => "accept the closure",
            },
            due
        );
        return new JsonObject { ["duty"] = act.NewId("duty"), ["timers"] = timers };
    }
}

/// <summary>The sunset date is a year from the beginning, and half a year on each time that it has passed.</summary>
internal sealed class SimulatedSunset : IEffectStandIn
{
    private const string Sunset = "group.sunset";

    public string Kind => GroupWords.AwaitSunset;

    public JsonObject? Answer(SimulatedAct act, JsonObject payload)
    {
        DateOnly today = London.DateOf(act.Now);
        DateOnly sunset = act.Memory.TryGetValue(Sunset, out object? known)
            ? (DateOnly)known
            : today.AddMonths(12);
        if (sunset <= today)
        {
            sunset = today.AddMonths(6);
        }

        act.Memory[Sunset] = sunset;
        return SunsetMoments.Timers(
            sunset,
            payload["reminderWorkingDays"]!.AsArray().Select(days => days!.GetValue<int>()),
            SimulationCalendar.Calendar,
            act.Now
        );
    }
}

/// <summary>Somebody chairs the group; that a chair leaves is drawn as a stimulus.</summary>
internal sealed class SimulatedPeople : IEffectStandIn
{
    public string Kind => GroupWords.FollowPeople;

    public JsonObject? Answer(SimulatedAct act, JsonObject payload) => [];
}
