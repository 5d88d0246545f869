using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Engine.Simulation;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Policies.Activities;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Policies;

/// <summary>What policies do in a simulation.</summary>
internal static class PolicyStandIns
{
    public static IServiceCollection AddPolicyStandIns(this IServiceCollection services) =>
        services
            .AddSingleton<IEffectStandIn, SimulatedPublication>()
            .AddSingleton<IEffectStandIn, SimulatedReviewDates>()
            .AddSingleton<IEffectStandIn, SimulatedReviewReminder>()
            .AddSingleton<IEffectStandIn, SimulatedNotice>()
            .AddSingleton<IEffectStandIn>(new SimulatedTelling(PoliciesWords.SetState, _ => { }))
            .AddSingleton(
                new AwaitedStimulus(
                    PoliciesWords.SignOffRequested,
                    "Sign-off is asked for",
                    2,
                    5,
                    120
                )
                {
                    Within = OfASuccessor,
                }
            )
            .AddSingleton(
                new AwaitedStimulus(
                    PoliciesWords.ConsultationRequested,
                    "A consultation is asked for",
                    1,
                    5,
                    60
                )
                {
                    Within = OfASuccessor,
                }
            )
            .AddSingleton(
                new AwaitedStimulus(
                    PoliciesWords.Withdrawn,
                    "The policy is withdrawn",
                    1,
                    300,
                    4_000
                )
            )
            .AddSingleton(
                new AwaitedStimulus(
                    PoliciesWords.Reviewed,
                    "The outcome of the review is recorded",
                    1,
                    650,
                    800
                )
                {
                    Happens = SimulatedPublication.SetReview,
                }
            )
            .AddSingleton(
                new AwaitedStimulus(
                    PoliciesWords.Superseded,
                    "A later version is in force",
                    0,
                    0,
                    0
                )
            );

    /// <summary>While the text is in force nobody hurries: the next version begins some time around the review.</summary>
    private static (double, double)? OfASuccessor(SimulatedAct act) =>
        act.Memory.TryGetValue(SimulatedPublication.InForceSince, out object? since)
        && (act.Now - (DateTime)since).TotalDays < 30
            ? (300, 900)
            : null;
}

/// <summary>Publishes, all but one time in fifty. It is reviewed after two years.</summary>
internal sealed class SimulatedPublication : IEffectStandIn
{
    public const string Version = "policy.version";
    public const string Review = "policy.review";
    public const string InForceSince = "policy.inForceSince";
    private const int ReviewMonths = 24;

    public string Kind => PoliciesWords.Publish;

    /// <summary>Of what is published or reviewed now, the next review.</summary>
    public static void SetReview(SimulatedAct act)
    {
        act.Memory[Review] = London.DateOf(act.Now).AddMonths(ReviewMonths);
        act.Memory.Remove(SimulatedReviewReminder.Reminded);
    }

    public JsonObject? Answer(SimulatedAct act, JsonObject payload)
    {
        string outcome = act.Dice.Next(100) switch
        {
            0 => PublishStep.IntegrityAlarm,
            1 => PublishStep.NotSigned,
            _ => PublishStep.Published,
        };
        if (outcome == PublishStep.Published)
        {
            int earlier = act.Memory.TryGetValue(Version, out object? known) ? (int)known : 0;
            act.Memory[Version] = earlier + 1;
            act.Memory[InForceSince] = act.Now;
            SetReview(act);
            act.Tell("Everybody", "a version is published");
            if (earlier > 0)
            {
                act.Stimulate(
                    PoliciesWords.Superseded,
                    PoliciesWords.InForce(SimulatedAct.SubjectId, earlier)
                );
            }
        }

        return new JsonObject { ["outcome"] = outcome };
    }
}

/// <summary>The ladder of reminders, by the real rule.</summary>
internal sealed class SimulatedReviewDates : IEffectStandIn
{
    public string Kind => PoliciesWords.AwaitReview;

    public JsonObject? Answer(SimulatedAct act, JsonObject payload)
    {
        JsonArray reminders = [];
        if (act.Memory.TryGetValue(SimulatedPublication.Review, out object? date))
        {
            foreach (
                (int step, DateTime at) in ReviewLadder.ToCome(
                    (DateOnly)date,
                    payload["steps"]!.AsArray().Select(step => step!.GetValue<int>()),
                    SimulationCalendar.Calendar,
                    act.Memory.TryGetValue(SimulatedReviewReminder.Reminded, out object? sent)
                        ? (DateTime)sent
                        : null,
                    act.Now
                )
            )
            {
                reminders.Add(new JsonObject { ["step"] = step, ["at"] = ReviewReminder.Text(at) });
            }
        }

        return new JsonObject
        {
            ["reminders"] = reminders,
            ["inForce"] = act.Memory.TryGetValue(SimulatedPublication.Version, out object? version)
                ? PoliciesWords.InForce(SimulatedAct.SubjectId, (int)version)
                : null,
        };
    }
}

/// <summary>A reminder of the review goes out; those after the date say that it is late.</summary>
internal sealed class SimulatedReviewReminder : IEffectStandIn
{
    public const string Reminded = "policy.reminded";

    public string Kind => PoliciesWords.RemindReview;

    public JsonObject? Answer(SimulatedAct act, JsonObject payload)
    {
        int step = payload["step"]!.GetValue<int>();
        act.Memory[Reminded] = act.Now;
        if (step < 0)
        {
            act.Late("No outcome of the review was recorded by its date");
        }
        else
        {
            act.Ask(
                "Business unit",
                step == 0
                    ? "record the outcome of the review, due today"
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"record the outcome of the review, due in {step} working days"
                    )
            );
        }

        return new JsonObject { ["sent"] = true };
    }
}

/// <summary>People are told what the definition says.</summary>
internal sealed class SimulatedNotice : IEffectStandIn
{
    public string Kind => PoliciesWords.Notify;

    public JsonObject? Answer(SimulatedAct act, JsonObject payload)
    {
        act.Tell(
            string.Join(
                ", ",
                payload["to"]!.AsArray().Select(name => NotifyAboutPolicy.InWords((string)name!))
            ),
            (string?)payload["title"] ?? ""
        );
        return null;
    }
}
