using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;

namespace Governance.Tests.Workflows.Engine;

/// <summary>
/// An activity like those of the modules: opens something by an effect, collects three stimuli under the key that came back,
/// reminds by a timer, closes what it opened when it is cancelled.
/// </summary>
internal sealed class Probe : Activity
{
    public static readonly Probe Instance = new();

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = "Test.Probe",
            Category = "Test",
            DisplayName = "Probe",
            Description = "Collects three.",
            Ports = [PortDescriptor.Flow("All"), PortDescriptor.Flow("Late")],
            Outputs = [new OutputDescriptor("Count", "Count", "System.Int32")],
        };

    public override ActivityResult Start(ActivityContext context) =>
        context.Text("mode") switch
        {
            "throw" => throw new InvalidOperationException("broken"),
            "nothing" => ActivityResult.Keep(),
            "fire" => ActivityResult
                .Complete("All")
                .Effect("test.open", new JsonObject { ["for"] = context.Planned.Id }),
            _ => ActivityResult
                .Keep()
                .Effect("test.open", new JsonObject { ["for"] = context.SubjectId }, "open"),
        };

    public override ActivityResult Answer(ActivityContext context, EffectAnswer answer)
    {
        if (answer.Tag != "open")
        {
            return ActivityResult.Keep();
        }

        string key = (string?)answer.Payload?["id"] ?? "r1";
        context.Memory["round"] = key;
        return ActivityResult
            .Keep()
            .Wait("test.sign", key)
            .Timer("remind", context.Now.AddDays(1))
            .Timer("due", context.Now.AddDays(3), $"clock:{key}:due");
    }

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus)
    {
        if (stimulus.Payload?["break"] is not null)
        {
            context.Memory["count"] = 99;
            throw new ActivityFaultException("The stimulus is broken.");
        }

        int count = ((int?)context.Memory["count"] ?? 0) + 1;
        context.Memory["count"] = count;
        return count < 3
            ? ActivityResult.Keep()
            : ActivityResult.Complete("All").Output("Count", count);
    }

    public override ActivityResult Due(ActivityContext context, DueTimer timer) =>
        timer.Name == "remind"
            ? ActivityResult
                .Keep()
                .Effect("test.remind", new JsonObject { ["planned"] = timer.Planned })
                .Timer("remind", timer.Planned.AddDays(1))
            : ActivityResult.Complete("Late");

    public override ActivityResult Cancel(ActivityContext context) =>
        ActivityResult
            .Keep()
            .Effect(
                "test.lapse",
                new JsonObject { ["round"] = context.Memory["round"]?.DeepClone() }
            );
}
