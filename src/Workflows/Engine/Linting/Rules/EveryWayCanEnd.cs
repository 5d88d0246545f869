using Governance.Contracts.Definitions;

namespace Governance.Engine.Linting.Rules;

/// <summary>From wherever an instance stands, something that people do or time brings can still lead it to its end.</summary>
internal sealed class EveryWayCanEnd : ILintRule
{
    public const string NoEnd = "lint.no-end";
    public const string NeverEnds = "lint.never-ends";

    public IEnumerable<DefinitionFinding> Check(LintedDefinition definition)
    {
        IReadOnlyList<WayPoint> points = definition.Ways.Points;
        bool[] canEnd = CanEnd(points);
        if (!canEnd[0] && !Array.Exists(canEnd, can => can))
        {
            yield return LintedDefinition.Finding(
                null,
                NoEnd,
                "The workflow never ends, whatever anybody decides. Lead a way to an ending."
            );
            yield break;
        }

        // The first step of all those after which there is no way out; those behind it have the same cause.
        WayPoint? lost = points.FirstOrDefault(point =>
            !canEnd[point.Number]
            && !point.RanAway
            && (point.Arrival is not { } arrival || canEnd[arrival.From])
        );
        if (lost is not null)
        {
            yield return LintedDefinition.Finding(
                lost.Arrival?.Step,
                NeverEnds,
                $"After {WayWords.Way(definition.Ways.WayTo(lost))} the workflow can never end, whatever anybody decides. Lead a way to an ending from there."
            );
        }
    }

    private static bool[] CanEnd(IReadOnlyList<WayPoint> points)
    {
        ILookup<int, int> before = points
            .SelectMany(point => point.Moves)
            .ToLookup(move => move.To, move => move.From);
        bool[] canEnd = new bool[points.Count];
        Stack<int> open = new(points.Where(point => point.IsEnd).Select(point => point.Number));
        while (open.TryPop(out int number))
        {
            if (!canEnd[number])
            {
                canEnd[number] = true;
                foreach (int from in before[number])
                {
                    open.Push(from);
                }
            }
        }

        return canEnd;
    }
}
