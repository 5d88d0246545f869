using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Expressions;
using Governance.Engine.Linting;

namespace Governance.Engine.PlainWords;

/// <summary>
/// What is different between two versions of a definition, in words: steps that came and went, what was changed in them, and ways that
/// lead elsewhere. Steps are the same when their ids are; where they stand on the drawing makes no difference.
/// </summary>
public static class PlainDifference
{
    /// <returns>A sentence for each difference, in the order of the newer version; empty where nothing changes for anybody.</returns>
    public static IReadOnlyList<string> Between(WorkflowPlan before, WorkflowPlan after)
    {
        List<string> told = [];
        if (before.Name != after.Name)
        {
            told.Add($"The workflow was called ‘{before.Name}’ and is now called ‘{after.Name}’.");
        }

        foreach (PlannedActivity step in after.ById.Values.OrderBy(step => step.Index))
        {
            if (before.ById.TryGetValue(step.Id, out PlannedActivity? old))
            {
                told.AddRange(Changes(old, step));
            }
            else if (!step.Activity.Descriptor.IsStart)
            {
                told.Add($"New: ‘{step.Title}’. {step.Activity.Sentence(step)}");
            }
        }

        told.AddRange(
            before
                .ById.Values.Where(step =>
                    !after.ById.ContainsKey(step.Id) && !step.Activity.Descriptor.IsStart
                )
                .OrderBy(step => step.Index)
                .Select(step => $"Gone: ‘{step.Title}’. {step.Activity.Sentence(step)}")
        );
        told.AddRange(Paths(before, after));
        return told;
    }

    private static IEnumerable<string> Changes(PlannedActivity old, PlannedActivity now)
    {
        if (old.Type != now.Type)
        {
            yield return $"‘{now.Title}’ does something else now. {now.Activity.Sentence(now)} Before: {old.Activity.Sentence(old)}";
            yield break;
        }

        if (old.Title != now.Title)
        {
            yield return $"‘{old.Title}’ is now called ‘{now.Title}’.";
        }

        foreach (InputDescriptor input in now.Activity.Descriptor.Inputs)
        {
            string was = Value(old, input.Name);
            string becomes = Value(now, input.Name);
            if (was != becomes)
            {
                yield return $"‘{now.Title}’: {input.DisplayName} was {was}, and is now {becomes}.";
            }
        }

        if (
            (old.Parent is null) != (now.Parent is null)
            || (old.Parent is { } from && now.Parent is { } to && from.Id != to.Id)
        )
        {
            yield return $"‘{now.Title}’ now stands inside ‘{now.Parent?.Title}’.";
        }
    }

    /// <summary>What a step is given for an input, in words; “nothing” where it is given nothing.</summary>
    internal static string Value(PlannedActivity step, string input) =>
        PlainInput.ValueOf(step, input) switch
        {
            null or LiteralExpression { Value: null } => "nothing",
            var given => RuleWords.Of(given, step) is { Length: > 0 } words ? words : "nothing",
        };

    /// <summary>For each exit of a step that stays, where it led and where it leads.</summary>
    private static IEnumerable<string> Paths(WorkflowPlan before, WorkflowPlan after)
    {
        foreach (PlannedActivity step in after.ById.Values.OrderBy(step => step.Index))
        {
            if (!before.ById.TryGetValue(step.Id, out PlannedActivity? old))
            {
                continue;
            }

            ILookup<string, PlannedActivity> led = Leads(old);
            ILookup<string, PlannedActivity> leads = Leads(step);
            foreach (
                string port in led.Select(port => port.Key)
                    .Union(leads.Select(port => port.Key))
                    .Where(port =>
                        !led[port]
                            .Select(to => to.Id)
                            .ToHashSet()
                            .SetEquals(leads[port].Select(to => to.Id))
                    )
            )
            {
                string exit = port == ActivityResult.Done ? "" : $" ({WayWords.Exit(step, port)})";
                yield return $"After ‘{step.Title}’{exit} it goes on with {To(leads[port])}; before with {To(led[port])}.";
            }
        }
    }

    private static ILookup<string, PlannedActivity> Leads(PlannedActivity step)
    {
        if (step.Parent?.Graph is { } graph)
        {
            return graph
                .Outbound(graph.NumberOf(step))
                .ToLookup(edge => edge.Port, edge => graph.Nodes[edge.To]);
        }

        // In a sequence what stands behind it follows.
        PlannedActivity? next = step
            .Parent?.Activities.SkipWhile(other => other != step)
            .Skip(1)
            .FirstOrDefault();
        return (next is null ? [] : new[] { next }).ToLookup(_ => ActivityResult.Done, to => to);
    }

    private static string To(IEnumerable<PlannedActivity> steps) =>
        WayWords.Names(steps) is { Length: > 0 } names ? names : "nothing";
}
