using System.Text.Json.Nodes;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Engine.PlainWords;
using Governance.Engine.Simulation;
using Governance.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Framework;

/// <summary>Every definition of the framework, as it is installed: linted, simulated and told in plain words.</summary>
public sealed class FrameworkLintTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddGovernanceModules("unused.pem")
        .BuildServiceProvider();

    public static TheoryData<string> Definitions => [.. FrameworkFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Lint_AFrameworkDefinition_RefusesNothing(string name)
    {
        LintReport report = Lint(FrameworkFiles.All[name]);

        Assert.Empty(report.Refused.Select(finding => finding.Reason));
        Assert.Empty(report.Hints.Select(finding => finding.Reason));
        Assert.InRange(report.Situations, 3, 2_000);
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Simulate_AFrameworkDefinition_ReachesEverythingWithoutAFault(string name)
    {
        WorkflowPlan plan = Plan(FrameworkFiles.All[name]);

        SimulationSummary seen = _services
            .GetRequiredService<Simulator>()
            .RunMany(plan, new SimulationSettings(), 300);

        Assert.Equal(300, seen.Runs);
        Assert.Empty(seen.Faults);
        Assert.Empty(seen.Unanswered);
        Assert.Empty(seen.NeverReached.Select(step => step.Id));
        Assert.NotEmpty(seen.Asked);
        Assert.True(seen.Finished > 100, $"{seen.Finished} of 300 ended.");
        Assert.All(seen.Paths, path => Assert.NotNull(path.MedianWorkingDays));
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Outline_OfAFrameworkDefinition_HasNoWordsOfTheEngine(string name)
    {
        WorkflowPlan plan = Plan(FrameworkFiles.All[name]);

        string outline = PlainOutline.Of(plan).Write();

        foreach (
            string word in (string[])
                ["Elsa", "Governance.", "activity", "bookmark", "stimulus", "instance", "{", "null"]
        )
        {
            Assert.DoesNotContain(word, outline, StringComparison.OrdinalIgnoreCase);
        }

        Assert.All(
            plan.ById.Values.Where(step =>
                step.Parent is not null && !step.Activity.Descriptor.IsStart
            ),
            step => Assert.Contains(step.Title, outline, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Simulate_APolicy_NothingHappensToAStepTwiceAtOneMoment()
    {
        Simulator simulator = _services.GetRequiredService<Simulator>();
        WorkflowPlan plan = Plan(Policy);

        SimulatedEvent[][] lives =
        [
            .. Enumerable
                .Range(1, 50)
                .Select(seed => simulator.Run(plan, new SimulationSettings { Seed = seed }))
                .Select(run =>
                    run.Timeline.Where(line => line.Kind == SimulatedEvents.Happened).ToArray()
                ),
        ];

        Assert.All(lives, life => Assert.Equal(life.Distinct(), life));
        Assert.Contains(lives, life => life.Count(line => line.Words.Contains("review")) > 1);
    }

    [Fact]
    public void Simulate_APolicyByScript_AsksByTheCalendarAndIsLate()
    {
        SimulatedRun run = _services
            .GetRequiredService<Simulator>()
            .Run(
                Plan(Policy),
                new SimulationSettings { Seed = 5 },
                new ByScript(
                    new ScriptedStep("policy.sign-off-requested", TimeSpan.FromHours(1)),
                    new ScriptedStep("sign-off.completed", TimeSpan.FromDays(20)),
                    new ScriptedStep("policy.withdrawn", TimeSpan.FromDays(1_000))
                )
            );

        // Asked on Wednesday 3 February 2027: ten working days end on the 17th at 17:00.
        SimulatedEvent asked = run.Timeline.First(line => line.Kind == SimulatedEvents.Asked);
        Assert.Equal(new DateTime(2027, 2, 17, 17, 0, 0, DateTimeKind.Utc), asked.Due);
        SimulatedEvent late = run.Timeline.First(line => line.Kind == SimulatedEvents.Late);
        Assert.Equal(new DateTime(2027, 2, 17, 17, 0, 1, DateTimeKind.Utc), late.At);
        Assert.Contains(
            run.Timeline,
            line => line.Kind == SimulatedEvents.Late && line.Words.Contains("review")
        );
        Assert.Equal("End", run.Path[^1]);
    }

    [Theory]
    [InlineData("Draft", "Done", "Publish", "policy.publishes-unsigned:Publish")]
    [InlineData("Sign", "Rejected", "Publish", "policy.publishes-unsigned:Publish")]
    [InlineData(
        "Sign",
        "Signed",
        "Sign",
        "lint.step-unreachable:Publish lint.step-unreachable:Next lint.step-unreachable:Review lint.step-unreachable:TellReview lint.step-unreachable:Disseminate lint.loop-without-wait:Sign"
    )]
    [InlineData(
        "Publish",
        "Published",
        "Publish",
        "policy.publishes-unsigned:Publish lint.loop-without-wait:Publish"
    )]
    [InlineData("Withdrawal", "Done", "Withdrawal", "lint.no-end: lint.ending-unreachable:End")]
    public void Lint_APolicyLedElsewhere_IsRefused(
        string from,
        string port,
        string to,
        string expected
    )
    {
        string[] codes = expected.Split(' ');

        LintReport report = Lint(Changed(definition => Lead(definition, from, port, to)));

        Assert.Subset(Codes(report).ToHashSet(), codes.ToHashSet());
    }

    [Fact]
    public void Lint_ATextConsultedOnAfterItIsSigned_IsRefused()
    {
        LintReport report = Lint(
            Changed(definition =>
            {
                Lead(definition, "Sign", "Signed", "Consult");
                Lead(definition, "Consult", "Closed", "Publish");
            })
        );

        Assert.Contains("policy.publishes-unsigned:Publish", Codes(report));
        Assert.Contains(
            "then ‘Consultation’ (Consultation closed).",
            report.Refused.Single(finding => finding.Activity == "Publish").Reason
        );
    }

    [Theory]
    [InlineData("[\"police\"]", true)]
    [InlineData("[\"police\", \"localAuthority\", \"integratedCareBoard\"]", false)]
    public void Lint_AListOfSeats_NamesAllThree(string seats, bool isRefused)
    {
        LintReport report = Lint(
            Changed(definition => Step(definition, "Sign")["seats"] = JsonNode.Parse(seats))
        );

        Assert.Equal(isRefused ? ["sign-off.seat-omitted:Sign"] : [], Codes(report));
    }

    [Theory]
    [InlineData("Draft")]
    [InlineData("Revise")]
    [InlineData("Next")]
    [InlineData("Withdrawal")]
    public void Lint_AWaitWithoutItsReason_IsRefused(string step)
    {
        LintReport report = Lint(
            Changed(definition => Step(definition, step).Remove("noLimitBecause"))
        );

        Assert.Equal([$"lint.wait-without-limit:{step}"], Codes(report));
    }

    [Fact]
    public void Lint_AReviewThatNothingRemindsOf_HasNoClock()
    {
        LintReport report = Lint(
            Changed(definition =>
            {
                Step(definition, "Review")["reminderWorkingDays"]!["expression"]!["value"] = "";
                Step(definition, "Review")["overdueWorkingDays"]!["expression"]!["value"] = "";
            })
        );

        Assert.Contains("lint.wait-without-limit:Review", Codes(report));
    }

    [Theory]
    [InlineData("AskSeat", "Answered")]
    [InlineData("AskLeads", "NotAnswered")]
    [InlineData("AssessSeat", "Inadequate")]
    [InlineData("Start", "Done")]
    [InlineData("Outside", "Answered")]
    public void Lint_AChallengeThatEndsByItself_IsRefused(string from, string port)
    {
        LintReport report = Lint(
            Changed(
                definition => Lead(definition, from, port, AnotherEnd(definition)),
                FrameworkFiles.All["scrutineer-challenge.json"]
            )
        );

        Assert.Contains($"challenge.ends-outside-scrutiny:{from}", Codes(report));
    }

    [Fact]
    public void Lint_AnotherDefinitionWithAStepOfAChallenge_EndsByScrutinyOnly()
    {
        LintReport report = Lint(
            Changed(
                definition =>
                {
                    definition["definitionId"] = "mine";
                    Lead(definition, "AskChair", "NotAnswered", AnotherEnd(definition));
                },
                FrameworkFiles.All["scrutineer-challenge.json"]
            )
        );

        Assert.Contains(
            "‘Ask the chair’",
            report
                .Refused.First(finding => finding.Code == "challenge.ends-outside-scrutiny")
                .Reason
        );
    }

    [Fact]
    public void Difference_OfAChangedLimit_IsOneSentence()
    {
        string shorter = Changed(definition =>
            Step(definition, "Sign")["workingDays"]!["expression"]!["value"] = 5
        );

        Assert.Equal(
            ["‘Three signatures within ten working days’: Working days was 10, and is now 5."],
            PlainDifference.Between(Plan(Policy), Plan(shorter))
        );
    }

    public void Dispose() => _services.Dispose();

    /// <summary>An ending that waits for no other way than the one that is led to it.</summary>
    internal static string AnotherEnd(JsonObject definition)
    {
        JsonObject end = Step(definition, "End").DeepClone().AsObject();
        end["id"] = "AnotherEnd";
        end["nodeId"] = "Flow:AnotherEnd";
        end["name"] = "AnotherEnd";
        definition["root"]!["activities"]!.AsArray().Add(end);
        return "AnotherEnd";
    }

    internal static string Policy => FrameworkFiles.All["policy.json"];

    internal static string Changed(Action<JsonObject> change) => Changed(change, Policy);

    internal static string Changed(Action<JsonObject> change, string of)
    {
        JsonObject definition = JsonNode.Parse(of)!.AsObject();
        change(definition);
        return definition.ToJsonString();
    }

    internal static JsonObject Step(JsonObject definition, string id) =>
        definition["root"]!["activities"]!
            .AsArray()
            .Single(step => (string?)step!["id"] == id)!
            .AsObject();

    internal static void Lead(JsonObject definition, string from, string port, string to)
    {
        JsonArray arrows = definition["root"]!["connections"]!.AsArray();
        foreach (
            JsonNode? old in arrows
                .Where(arrow =>
                    (string?)arrow!["source"]!["activity"] == from
                    && (string?)arrow["source"]!["port"] == port
                )
                .ToList()
        )
        {
            arrows.Remove(old);
        }

        arrows.Add(
            new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = from, ["port"] = port },
                ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
            }
        );
    }

    private static IEnumerable<string> Codes(LintReport report) =>
        report.Refused.Select(finding => $"{finding.Code}:{finding.Activity}");

    private LintReport Lint(string json) =>
        _services.GetRequiredService<Linter>().Check(Plan(json));

    private WorkflowPlan Plan(string json)
    {
        Planning planning = _services.GetRequiredService<DefinitionPlanner>().Plan(json);
        Assert.Empty(planning.Errors.Select(error => error.Reason));
        return planning.Plan!;
    }
}

/// <summary>The texts of the framework's definitions that are built into the product, by file name.</summary>
internal static class FrameworkFiles
{
    private const string Folder = "Framework/";

    public static IReadOnlyDictionary<string, string> All { get; } =
        typeof(FrameworkModules)
            .Assembly.GetManifestResourceNames()
            .Where(name =>
                name.StartsWith(Folder, StringComparison.Ordinal)
                && name.EndsWith(".json", StringComparison.Ordinal)
            )
            .ToDictionary(
                name => name[Folder.Length..],
                name =>
                {
                    using StreamReader reader = new(
                        typeof(FrameworkModules).Assembly.GetManifestResourceStream(name)!
                    );
                    return reader.ReadToEnd();
                }
            );
}
