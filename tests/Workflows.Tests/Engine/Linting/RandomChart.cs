using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Governance.Tests.Workflows.Engine.Linting;

/// <summary>Small definitions at random: steps, forks, joins, decisions, delays and endings, one inside the other, arrows anywhere.</summary>
internal sealed record RandomChart(string Json, int Seed)
{
    /// <summary>How many arrows leave by one exit: mostly one.</summary>
    private static readonly int[] Arrows = [0, 1, 1, 1, 2, 2];

    private static readonly string[] Modes = ["WaitAny", "WaitAll", "WaitAllActive"];

    public static Arbitrary<RandomChart> All(bool withDecisions) =>
        Gen.Choose(0, int.MaxValue)
            .Select(seed => new RandomChart(Make(new Random(seed), withDecisions), seed))
            .ToArbitrary();

    private static string Make(Random dice, bool withDecisions) =>
        Flow.Definition(Chart(dice, "f", dice.Next(3, 7), 0, withDecisions), "coin:Boolean");

    private static JsonObject Chart(Random dice, string id, int size, int depth, bool withDecisions)
    {
        JsonObject[] steps =
        [
            new() { ["id"] = id + "s", ["type"] = "Elsa.Start" },
            .. Enumerable
                .Range(0, size)
                .Select(at => Step(dice, $"{id}{at}", depth, withDecisions)),
        ];
        JsonArray arrows = [];

        // Every second chart begins by signing, so that what is published afterwards is often signed on every way.
        bool signsFirst = depth == 0 && dice.Next(2) == 0;
        if (signsFirst)
        {
            steps[1] = new()
            {
                ["id"] = id + "0",
                ["type"] = "Test.Step",
                ["mode"] = "ask",
                ["does"] = "sign",
            };
            arrows.Add(Arrow(steps[0], "Done", steps[1]));
        }

        foreach (JsonObject step in signsFirst ? steps[1..] : steps)
        {
            foreach (
                string port in signsFirst && step == steps[1] ? ["A"] : Ports((string)step["type"]!)
            )
            {
                for (int arrow = Arrows[dice.Next(Arrows.Length)]; arrow > 0; arrow--)
                {
                    arrows.Add(Arrow(step, port, steps[dice.Next(1, steps.Length)]));
                }
            }
        }

        return new JsonObject
        {
            ["id"] = id,
            ["type"] = "Elsa.Flowchart",
            ["activities"] = new JsonArray([.. steps]),
            ["connections"] = arrows,
        };
    }

    private static JsonObject Arrow(JsonObject from, string port, JsonObject to) =>
        new()
        {
            ["source"] = new JsonObject { ["activity"] = (string)from["id"]!, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = (string)to["id"]!, ["port"] = "In" },
        };

    private static JsonObject Step(Random dice, string id, int depth, bool withDecisions)
    {
        int kind = dice.Next(withDecisions ? 15 : 12) - 1;
        return kind switch
        {
            -1 or 5 => new()
            {
                ["id"] = id,
                ["type"] = "Elsa.Delay",
                ["timeSpan"] = "01:00:00",
            },
            0 or 1 or 2 => Leaf(dice, id, "ask"),
            3 or 4 => Leaf(dice, id, "do"),
            6 => new()
            {
                ["id"] = id,
                ["type"] = "Elsa.FlowFork",
                ["branches"] = new JsonArray("A", "B"),
            },
            7 or 8 => new()
            {
                ["id"] = id,
                ["type"] = "Elsa.FlowJoin",
                ["mode"] = Modes[dice.Next(Modes.Length)],
            },
            9 => new() { ["id"] = id, ["type"] = dice.Next(2) == 0 ? "Elsa.End" : "Elsa.Finish" },
            10 when depth == 0 => dice.Next(2) == 0
                ? Chart(dice, id + "i", dice.Next(1, 3), depth + 1, withDecisions)
                : new JsonObject
                {
                    ["id"] = id,
                    ["type"] = "Elsa.Sequence",
                    ["activities"] = new JsonArray(
                        Leaf(dice, id + "x", "ask"),
                        Leaf(dice, id + "y", "do")
                    ),
                },
            11 => new()
            {
                ["id"] = id,
                ["type"] = "Elsa.FlowDecision",
                ["condition"] = Coin(),
            },
            12 => new()
            {
                ["id"] = id,
                ["type"] = "Elsa.If",
                ["condition"] = Coin(),
                ["then"] = Leaf(dice, id + "t", "do"),
            },
            13 => new()
            {
                ["id"] = id,
                ["type"] = "Elsa.FlowSwitch",
                ["mode"] = "MatchAny",
                ["cases"] = new JsonArray(Case("A", "coin"), Case("B", "not coin or coin")),
            },
            _ => Leaf(dice, id, "ask"),
        };
    }

    private static JsonObject Leaf(Random dice, string id, string mode)
    {
        JsonObject step = new()
        {
            ["id"] = id,
            ["type"] = "Test.Step",
            ["mode"] = mode,
        };
        if (dice.Next(5) is var does && does < 3)
        {
            step["does"] = ((string[])["sign", "draft", "publish"])[does];
        }

        return step;
    }

    private static JsonObject Coin() =>
        new()
        {
            ["expression"] = new JsonObject { ["type"] = "Rule", ["value"] = "coin == true" },
        };

    private static JsonObject Case(string label, string rule) =>
        new()
        {
            ["label"] = label,
            ["condition"] = new JsonObject
            {
                ["type"] = "Rule",
                ["value"] = rule.Replace("coin", "(coin == true)", StringComparison.Ordinal),
            },
        };

    private static string[] Ports(string type) =>
        type switch
        {
            "Test.Step" or "Elsa.FlowFork" or "Elsa.FlowSwitch" => ["A", "B"],
            "Elsa.FlowDecision" => ["True", "False"],
            "Elsa.End" or "Elsa.Finish" => [],
            _ => ["Done"],
        };
}
