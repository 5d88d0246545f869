using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;

namespace Governance.Engine.Linting;

/// <summary>
/// Stands for a step while all ways through a definition are walked: it does nothing and leaves open how it ends. What it would
/// decide at once it asks for by an effect, so that nothing else moves meanwhile; what somebody else decides it waits for.
/// </summary>
internal sealed class ShadowStep : Activity
{
    private const string Choose = "choose";
    private const string Exit = "exit";
    private const string Inner = "inner";

    private readonly Activity _real;

    public ShadowStep(PlannedActivity original)
    {
        _real = original.Activity;
        Original = original;
        Facts = _real.FactsOf(original);
        IReadOnlyList<string>? outcomes = _real.OutcomesOf(original);
        if (Facts.Exits is null && outcomes is null)
        {
            StepFacts any = StepExits.AnyThatLeads(original);
            Facts = Facts with { Exits = any.Exits, IsBeyondProof = any.IsBeyondProof };
        }

        if (
            Facts.Inner == InnerSteps.None
            && original.Embedded.Count + original.Activities.Count > 0
        )
        {
            // How what is inside runs is not said, and a guess would be no proof.
            Facts = Facts with
            {
                IsBeyondProof = true,
            };
        }

        Exits = Facts.Exits ?? ExitsByOutcome(outcomes ?? []);
        AtOnce =
        [
            .. Facts.Inner != InnerSteps.None ? InnerChoices(original)
            : Facts.Awaits == Awaited.Nothing ? Enumerable.Range(0, Exits.Count).Select(Leave)
            : Enumerable
                .Range(0, Exits.Count)
                .Where(exit => Exits[exit].AtOnce)
                .Select(Leave)
                .Append(ShadowChoice.Stay),
        ];
        Later = [.. Enumerable.Range(0, Exits.Count).Select(Leave)];
    }

    public PlannedActivity Original { get; }

    public StepFacts Facts { get; }

    public IReadOnlyList<StepExit> Exits { get; }

    /// <summary>What can happen in the act that begins it (or that ends a round of the step inside).</summary>
    public IReadOnlyList<ShadowChoice> AtOnce { get; }

    /// <summary>What can end its wait.</summary>
    public IReadOnlyList<ShadowChoice> Later { get; }

    public override ActivityDescriptor Descriptor => _real.Descriptor;

    public override IReadOnlyList<string>? OutcomesOf(PlannedActivity planned) =>
        _real.OutcomesOf(Original);

    internal override MergeKind MergeOf(PlannedActivity planned) => _real.MergeOf(Original);

    public override ActivityResult Start(ActivityContext context) =>
        Facts.Faults ? ActivityResult.Fault("It faults on purpose.")
        : AtOnce is [{ Stays: true }] ? ActivityResult.Keep().Wait(Choose)
        : ActivityResult.Keep().Effect(Choose, []);

    public override ActivityResult Answer(ActivityContext context, EffectAnswer answer) =>
        answer.Payload![Exit] is { } exit ? Complete(exit)
        : answer.Payload[Inner] is JsonArray inner ? Run(context, inner)
        : ActivityResult.Keep().Wait(Choose);

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus) =>
        Complete(stimulus.Payload![Exit]!);

    public override ActivityResult ChildCompleted(ActivityContext context, CompletedChild child) =>
        Facts.Inner switch
        {
            InnerSteps.AsLongAs or InnerSteps.OneAfterTheOther => ActivityResult
                .Keep()
                .Effect(Choose, []),
            InnerSteps.SideBySide when context.Children.Count > 0 => ActivityResult.Keep(),
            _ => ActivityResult.Complete(),
        };

    private ActivityResult Complete(JsonNode exit) =>
        ActivityResult.Complete(Exits[exit.GetValue<int>()].Outcomes);

    private static ActivityResult Run(ActivityContext context, JsonArray inner)
    {
        ActivityResult result =
            inner.Count == 0 ? ActivityResult.Complete() : ActivityResult.Keep();
        foreach (JsonNode? name in inner)
        {
            result.Schedule(context.Planned.Embedded[name!.GetValue<string>()]);
        }

        return result;
    }

    private static StepExit[] ExitsByOutcome(IReadOnlyList<string> outcomes) =>
        outcomes.Count == 0
            ? [new StepExit(ActivityResult.Done)]
            : [.. outcomes.Select(outcome => new StepExit(outcome))];

    private IEnumerable<ShadowChoice> InnerChoices(PlannedActivity original)
    {
        string[] names = [.. original.Embedded.Keys.Order(StringComparer.Ordinal)];
        int ways = original.Activity.Descriptor.Ports.Count(port => port.Type == "Embedded");
        if (Facts.Inner != InnerSteps.OneOf || names.Length < ways)
        {
            yield return Within();
        }

        foreach (string name in names)
        {
            yield return Within(name);
            if (Facts.Inner == InnerSteps.SideBySide)
            {
                // Two stand for any number: what is alike is counted as one or many.
                yield return Within(name, name);
            }
        }
    }

    private static ShadowChoice Leave(int exit) =>
        new(exit, new JsonObject { [Exit] = exit }, Stays: false);

    private ShadowChoice Within(params string[] names) =>
        new(
            null,
            new JsonObject { [Inner] = new JsonArray([.. names.Select(name => (JsonNode)name)]) },
            Stays: false,
            IsCounted: Facts.Inner == InnerSteps.OneAfterTheOther
        );
}

/// <summary>One of the things that can happen to a step.</summary>
/// <param name="Exit">The number of the exit, when it ends.</param>
/// <param name="IsCounted">It moves a count on that ends by itself, so repeating it is no endless loop.</param>
internal sealed record ShadowChoice(
    int? Exit,
    JsonObject Payload,
    bool Stays,
    bool IsCounted = false
)
{
    public static ShadowChoice Stay { get; } = new(null, [], Stays: true);
}
