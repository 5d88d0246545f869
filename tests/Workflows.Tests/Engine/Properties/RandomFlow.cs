using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Governance.Tests.Workflows.Engine.Properties;

/// <summary>The shape of a random definition: steps that leave a line, waits, and what can stand around them.</summary>
internal abstract record Shape
{
    internal sealed record Line : Shape;

    internal sealed record Wait(string Event) : Shape;

    internal sealed record Pause : Shape;

    internal sealed record InTurn(IReadOnlyList<Shape> Steps) : Shape;

    /// <summary>Branches between a fork and a join, run so often by an edge that leads back over both.</summary>
    internal sealed record Branches(IReadOnlyList<Shape> Paths, string Mode, int Rounds) : Shape;

    internal sealed record Each(Shape Body, int Items, bool SideBySide) : Shape;

    internal sealed record Repeat(Shape Body, int Rounds) : Shape;

    public static Gen<Shape> Any { get; } = Gen.Sized(size => Sized(Math.Min(size, 12)));

    private static Gen<Shape> Sized(int size)
    {
        Gen<Shape> leaf = Gen.Frequency(
            (3, Gen.Constant<Shape>(new Line())),
            (3, Gen.Elements("A", "B", "C").Select(name => (Shape)new Wait(name))),
            (1, Gen.Constant<Shape>(new Pause()))
        );
        if (size <= 1)
        {
            return leaf;
        }

        Gen<Shape> inner = Sized(size / 2);
        return Gen.Frequency(
            (1, leaf),
            (3, Gen.ListOf(inner, 3).Select(steps => (Shape)new InTurn([.. steps]))),
            (
                3,
                from count in Gen.Choose(2, 3)
                from paths in Gen.ListOf(inner, count)
                from mode in Gen.Elements("WaitAll", "WaitAllActive", "WaitAny", "none")
                from rounds in Gen.Choose(1, 2)
                select (Shape)new Branches([.. paths], mode, rounds)
            ),
            (
                2,
                from body in inner
                from items in Gen.Choose(0, 3)
                from sideBySide in Gen.Elements(true, false)
                select (Shape)new Each(body, items, sideBySide)
            ),
            (
                1,
                from body in inner
                from rounds in Gen.Choose(0, 2)
                select (Shape)new Repeat(body, rounds)
            )
        );
    }
}

/// <summary>Writes a shape as a definition, and knows how often each line must be written when no branch is cut off.</summary>
internal sealed class RandomFlow
{
    private int _last;

    private RandomFlow(Shape shape)
    {
        JsonObject root = Container("Elsa.Sequence", [Write(shape, 1, isCut: false)]);
        Json = Flow.Definition(root);
    }

    public string Json { get; }

    /// <summary>By the id of the step: how often it is written, exactly.</summary>
    public Dictionary<string, int> Exactly { get; } = [];

    /// <summary>The same at most: the step stands in a branch that a WaitAny join may cut off.</summary>
    public Dictionary<string, int> AtMost { get; } = [];

    public static RandomFlow Of(Shape shape) => new(shape);

    private string NewId(string kind) => $"{kind}{++_last}";

    private JsonObject Write(Shape shape, int times, bool isCut) =>
        shape switch
        {
            Shape.Wait wait => Step("e", "Elsa.Event", ("eventName", wait.Event)),
            Shape.Pause => Step("d", "Elsa.Delay", ("timeSpan", "01:00:00")),
            Shape.InTurn turn => Container(
                "Elsa.Sequence",
                [.. turn.Steps.Select(step => Write(step, times, isCut))]
            ),
            Shape.Branches branches => WriteBranches(branches, times, isCut),
            Shape.Each each => WriteLoop(
                each.SideBySide ? "Elsa.ParallelForEach" : "Elsa.ForEach",
                "items",
                new JsonArray([.. Enumerable.Range(0, each.Items).Select(n => (JsonNode)n)]),
                Write(each.Body, times * each.Items, isCut)
            ),
            Shape.Repeat repeat => WriteRepeat(repeat, times, isCut),
            _ => WriteLine(times, isCut),
        };

    private JsonObject WriteLine(int times, bool isCut)
    {
        JsonObject line = Step("w", "Elsa.WriteLine");
        string id = (string)line["id"]!;
        line["text"] = id;
        (isCut ? AtMost : Exactly)[id] = times;
        return line;
    }

    private JsonObject WriteBranches(Shape.Branches branches, int times, bool isCut)
    {
        times *= branches.Rounds;
        JsonObject start = Step("s", "Elsa.Start");
        JsonObject fork = Step("k", "Elsa.WriteLine");
        JsonObject[] paths =
        [
            .. branches.Paths.Select(path =>
                Write(path, times, isCut || branches.Mode == "WaitAny")
            ),
        ];
        JsonObject join =
            branches.Mode == "none"
                ? Step("m", "Elsa.WriteLine")
                : Step("j", "Elsa.FlowJoin", ("mode", branches.Mode));
        JsonObject after = WriteLine(times, isCut);
        string counter = NewId("n");
        JsonObject count = Increment(counter);
        JsonObject again = Step(
            "a",
            "Elsa.FlowDecision",
            ("condition", Less(counter, branches.Rounds))
        );
        JsonObject chart = Container(
            "Elsa.Flowchart",
            [start, fork, .. paths, join, after, count, again]
        );
        chart["variables"] = new JsonArray(Counter(counter));
        chart["connections"] = new JsonArray([
            Edge(start, fork),
            .. paths.Select(path => Edge(fork, path)),
            .. paths.Select(path => Edge(path, join)),
            Edge(join, after),
            Edge(after, count),
            Edge(count, again),
            Edge(again, fork, "True"),
        ]);
        return chart;
    }

    private JsonObject WriteRepeat(Shape.Repeat repeat, int times, bool isCut)
    {
        string counter = NewId("n");
        JsonObject body = Container(
            "Elsa.Sequence",
            [Write(repeat.Body, times * repeat.Rounds, isCut), Increment(counter)]
        );
        JsonObject around = Container(
            "Elsa.Sequence",
            [WriteLoop("Elsa.While", "condition", Less(counter, repeat.Rounds), body)]
        );
        around["variables"] = new JsonArray(Counter(counter));
        return around;
    }

    private JsonObject WriteLoop(string type, string input, JsonNode value, JsonObject body)
    {
        JsonObject loop = Step("l", type, (input, value));
        loop["body"] = body;
        return loop;
    }

    private JsonObject Container(string type, JsonObject[] steps)
    {
        JsonObject container = Step("c", type);
        container["activities"] = new JsonArray([.. steps]);
        return container;
    }

    private JsonObject Increment(string counter) =>
        Step(
            "i",
            "Elsa.SetVariable",
            ("variable", new JsonObject { ["id"] = counter }),
            ("value", Rule($"{counter} + 1"))
        );

    private static JsonObject Less(string counter, int than) => Rule($"{counter} < {than}");

    private static JsonObject Rule(string text) =>
        new()
        {
            ["expression"] = new JsonObject { ["type"] = "Rule", ["value"] = text },
        };

    private static JsonObject Counter(string id) =>
        new()
        {
            ["id"] = id,
            ["name"] = id,
            ["typeName"] = "Int32",
            ["value"] = 0,
        };

    private JsonObject Step(string kind, string type, params (string Name, JsonNode Value)[] inputs)
    {
        JsonObject step = new() { ["id"] = NewId(kind), ["type"] = type };
        foreach ((string name, JsonNode value) in inputs)
        {
            step[name] = value;
        }

        return step;
    }

    private static JsonObject Edge(JsonObject from, JsonObject to, string port = "Done") =>
        new()
        {
            ["source"] = new JsonObject { ["activity"] = (string)from["id"]!, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = (string)to["id"]!, ["port"] = "In" },
        };
}
