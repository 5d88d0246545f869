using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Definitions.Editing;
using Governance.Tests.Workflows.Engine.Properties;

namespace Governance.Tests.Workflows.Engine.Editing;

/// <summary>What holds for any edits of any definition of nested containers, forks, joins and loops.</summary>
public sealed class EditPropertyTests
{
    private static readonly ActivityRegistry Registry = new(EngineActivities.All);
    private static readonly DefinitionEditor Editor = new(Registry);

    private static readonly string[] Kinds =
    [
        "Elsa.WriteLine",
        "Elsa.Delay",
        "Elsa.If",
        "Elsa.Flowchart",
        "Elsa.Sequence",
        "Elsa.FlowDecision",
        "Elsa.End",
        "Elsa.ForEach",
    ];

    /// <summary>What would keep a text from being drawn, or from being walked along its arrows.</summary>
    private static readonly HashSet<string> Malformed =
    [
        "definition-not-json",
        "definition-not-object",
        "root-missing",
        "root-not-container",
        "activity-unknown",
        "activity-id",
        "activity-id-twice",
        "connection-to-unknown",
    ];

    private static readonly Arbitrary<(Shape Shape, List<int> Choices)> Edits = (
        from shape in Shape.Any
        from choices in Gen.ListOf(Gen.Choose(0, 1000), 30)
        select (shape, choices.ToList())
    ).ToArbitrary();

    private static void Check(Func<string, List<int>, bool> holds) =>
        Prop.ForAll(Edits, edits => holds(Marked(RandomFlow.Of(edits.Shape).Json), edits.Choices))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(24));

    [Fact]
    public void AnyEdits_OfAWellFormedText_GiveAWellFormedText() =>
        Check(
            (text, choices) =>
                !new DefinitionPlanner(Registry)
                    .Plan(Edited(text, choices))
                    .Errors.Any(error => Malformed.Contains(error.Code))
        );

    [Fact]
    public void WhatIsNotUnderstood_Survives_WhateverIsEdited() =>
        Check(
            (text, choices) =>
            {
                JsonObject after = JsonNode.Parse(Edited(text, choices))!.AsObject();
                Dictionary<string, string> before = Marks(JsonNode.Parse(text)!.AsObject());
                Dictionary<string, string> marks = Marks(after);
                return (string?)after["ours"] == "kept"
                    && Steps(after)
                        .Where(step => before.ContainsKey(step.Id))
                        .All(step => marks.GetValueOrDefault(step.Id) == before[step.Id])
                    && Arrows(text).Intersect(Arrows(after.ToJsonString()).Select(WithMark)).Count()
                        == Arrows(after.ToJsonString()).Count(arrow => arrow.Mark is not null);
            }
        );

    [Fact]
    public void AddedAndRemoved_GivesTheSameText() =>
        Check(
            (text, choices) =>
            {
                for (int at = 0; at + 2 < choices.Count; at += 3)
                {
                    DefinitionEdit.AddStep add = Add(text, choices[at], choices[at + 1]);
                    Result<EditedDefinition> added = Editor.Apply(text, add);
                    if (
                        !added.IsRefused
                        && Editor
                            .Apply(
                                added.Value.Json,
                                new DefinitionEdit.RemoveStep(added.Value.Step!)
                            )
                            .Value.Json != Normal(text)
                    )
                    {
                        return false;
                    }
                }

                return true;
            }
        );

    [Fact]
    public void ConnectedAndDisconnected_GivesTheSameText() =>
        Check(
            (text, choices) =>
            {
                for (int at = 0; at + 2 < choices.Count; at += 3)
                {
                    DefinitionEdit.Connect connect = Connect(
                        text,
                        choices[at],
                        choices[at + 1]
                    ) with
                    {
                        Port = "Elsewhere",
                        Instead = false,
                    };
                    Result<EditedDefinition> connected = Editor.Apply(text, connect);
                    if (
                        !connected.IsRefused
                        && Editor
                            .Apply(
                                connected.Value.Json,
                                new DefinitionEdit.Disconnect(
                                    connect.From,
                                    connect.Port,
                                    connect.To
                                )
                            )
                            .Value.Json != Normal(text)
                    )
                    {
                        return false;
                    }
                }

                return true;
            }
        );

    [Fact]
    public void SameEdits_OfTheSameText_GiveTheSameText() =>
        Check((text, choices) => Edited(text, choices) == Edited(text, choices));

    /// <summary>As many edits as there are choices for; what is refused changes nothing.</summary>
    private static string Edited(string text, List<int> choices)
    {
        for (int at = 0; at + 2 < choices.Count; at += 3)
        {
            Result<EditedDefinition> edited = Editor.Apply(
                text,
                Edit(text, choices[at], choices[at + 1], choices[at + 2])
            );
            text = edited.IsRefused ? text : edited.Value.Json;
        }

        return text;
    }

    private static DefinitionEdit Edit(string text, int what, int one, int other) =>
        (what % 8) switch
        {
            0 or 1 => Add(text, one, other),
            2 => new DefinitionEdit.RemoveStep(Pick(text, one)),
            3 => Connect(text, one, other) with { Instead = what % 2 == 0 },
            4 => Cut(text, one),
            5 => new DefinitionEdit.Rename(
                Pick(text, one),
                other % 3 == 0 ? null : $"Step {other}"
            ),
            6 => new DefinitionEdit.Give(
                Pick(text, one),
                [new GivenInput("Text", InputSyntax.Rule, JsonValue.Create($"input.x{other}"))]
            ),
            _ => new DefinitionEdit.Declare(
                Outcomes: [$"Outcome {one}"],
                Inputs: [new DeclaredValue(null, $"in{other}", "String")]
            ),
        };

    private static DefinitionEdit.AddStep Add(string text, int one, int other)
    {
        DocumentStep place = Steps(text)[one % Steps(text).Length];
        return new DefinitionEdit.AddStep(
            Kinds[other % Kinds.Length],
            other % 2 == 0 ? "Added" : null,
            new StepPlace(
                place.Id,
                Pick(text, other),
                (one % 3) switch
                {
                    0 => "body",
                    1 => "then",
                    _ => null,
                }
            )
        );
    }

    private static DefinitionEdit.Connect Connect(string text, int one, int other)
    {
        string from = Pick(text, one);
        DocumentStep[] beside =
        [
            .. Steps(text)
                .Where(step => step.Around?.Id == Steps(text).First(s => s.Id == from).Around?.Id),
        ];
        return new DefinitionEdit.Connect(from, "Done", beside[other % beside.Length].Id, true);
    }

    private static DefinitionEdit.Disconnect Cut(string text, int one)
    {
        DocumentArrow[] arrows = [.. Steps(text).SelectMany(DocumentArrow.Of)];
        return arrows.Length == 0
            ? new DefinitionEdit.Disconnect("nobody", "Done", "nobody")
            : new DefinitionEdit.Disconnect(
                arrows[one % arrows.Length].From,
                arrows[one % arrows.Length].Port,
                arrows[one % arrows.Length].To
            );
    }

    private static string Pick(string text, int choice) =>
        Steps(text)[choice % Steps(text).Length].Id;

    private static DocumentStep[] Steps(string text) => Steps(JsonNode.Parse(text)!.AsObject());

    private static DocumentStep[] Steps(JsonObject text) =>
        [.. DocumentSteps.All(text["root"]!.AsObject(), Registry)];

    private static string Normal(string text) => JsonNode.Parse(text)!.ToJsonString();

    /// <summary>Something of our own everywhere, which no edit knows of.</summary>
    private static string Marked(string text)
    {
        JsonObject marked = JsonNode.Parse(text)!.AsObject();
        marked["ours"] = "kept";
        foreach (DocumentStep step in Steps(marked))
        {
            step.Json["customProperties"] = new JsonObject { ["ours"] = step.Id };
            foreach (JsonObject arrow in step.Arrows.OfType<JsonObject>())
            {
                arrow["vertices"] = new JsonArray(1, 2);
            }
        }

        return marked.ToJsonString();
    }

    private static Dictionary<string, string> Marks(JsonObject text) =>
        Steps(text)
            .Where(step => step.Json["customProperties"]?["ours"] is not null)
            .ToDictionary(step => step.Id, step => (string)step.Json["customProperties"]!["ours"]!);

    private static IEnumerable<(string From, string Port, string To, string? Mark)> Arrows(
        string text
    ) =>
        Steps(text)
            .SelectMany(DocumentArrow.Of)
            .Select(arrow =>
                (arrow.From, arrow.Port, arrow.To, arrow.Json["vertices"]?.ToJsonString())
            );

    private static (string, string, string, string?) WithMark(
        (string From, string Port, string To, string? Mark) arrow
    ) => (arrow.From, arrow.Port, arrow.To, arrow.Mark ?? "[none]");
}
