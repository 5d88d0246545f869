using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Governance.Engine.Interpreter;

namespace Governance.Tests.Workflows.Engine;

public sealed class InterpreterTests
{
    private const string Collect = "c Test.Probe\nlate WriteLine text=late\nall WriteLine text=all";

    private static EngineRig Collecting() =>
        new EngineRig(Flow.Chart(Collect, "c.All>all, c.Late>late"), Probe.Instance).Begin();

    [Fact]
    public void Resume_StepThatKeepsWaiting_IsResumedUnderTheSameWaitUntilItCompletes()
    {
        EngineRig rig = Collecting();
        int wait = Assert.Single(rig.State.Waits).Id;

        Assert.Equal(1, rig.Send("test.sign", "r1"));
        Assert.Equal(wait, Assert.Single(rig.State.Waits).Id);
        Assert.Equal(2, rig.State.Timers.Count);
        rig.Send("test.sign", "r1");
        rig.Send("test.sign", "r1");

        Assert.Equal(["c(All)", "all", "f"], rig.Executed);
        Assert.Equal(WorkflowSubStatus.Finished, rig.State.SubStatus);
        Assert.Empty(rig.State.Waits);
        Assert.Empty(rig.State.Timers);
        Assert.Equal(3, (int?)rig.State.Outputs["c"]["Count"]);
    }

    [Fact]
    public void RunDue_TimersOfAStep_FireInOrderAndEachOnce()
    {
        EngineRig rig = Collecting();

        rig.Now = EngineRig.Start.AddDays(10);
        rig.RunDue();

        // Reminders on day 1, 2 and 3 (set again each time, from the planned moment), the deadline on day 3.
        string[] reminders =
        [
            .. rig
                .Effects.Where(effect => effect.Kind == "test.remind")
                .Select(effect => ((DateTime)effect.Payload["planned"]!).ToString("MM-dd")),
        ];
        Assert.Equal(["02-04", "02-05"], reminders);
        Assert.Equal(["c(Late)", "late", "f"], rig.Executed);
    }

    [Fact]
    public void Cancel_OpenStep_MayLapseWhatItOpened()
    {
        EngineRig rig = Collecting();

        rig.Cancel();

        Assert.Equal(["test.open", "test.lapse"], rig.Effects.Select(effect => effect.Kind));
        Assert.Equal("r1", (string?)rig.Effects[1].Payload["round"]);
        Assert.Equal(WorkflowSubStatus.Cancelled, rig.State.SubStatus);
        Assert.Empty(rig.State.Steps);
        Assert.Empty(rig.State.Effects);
        Assert.Equal(
            ["c", "f"],
            rig.History.Where(e => e.Event == HistoryEvents.Cancelled)
                .Select(e => e.ActivityId!)
                .Order()
        );
    }

    [Fact]
    public void JoinAny_FirstArrival_CancelsTheOtherBranchWithItsWaitsTimersAndEffects()
    {
        EngineRig rig = new EngineRig(
            Flow.Chart(
                """
                fk FlowFork branches=["A","B"]
                c Test.Probe
                ev Event eventName=Go
                d Delay timeSpan=5.00:00:00
                j FlowJoin mode=WaitAny
                z WriteLine text=z
                """,
                "fk.A>c, fk.B>ev, c.Late>d, d>j, c.All>j, ev>j, j>z"
            ),
            Probe.Instance
        ).Begin();
        rig.Now = rig.Now.AddDays(3);
        rig.RunDue();
        Assert.Single(rig.State.Timers);

        rig.Event("Go");

        Assert.Equal(WorkflowSubStatus.Finished, rig.State.SubStatus);
        Assert.Equal(["z"], rig.Written);
        Assert.Contains(
            rig.History,
            entry => entry is { Event: HistoryEvents.Cancelled, ActivityId: "d" }
        );
    }

    [Fact]
    public void Fault_ExceptionOfAnActivity_IsSavedWithItsCauseAndStopsTheInstance()
    {
        EngineRig rig = new EngineRig(
            Flow.Chart(
                "s Start\nev Event eventName=A\nb Test.Probe mode=throw\nx WriteLine text=x",
                "s>ev, s>b, b>x"
            ),
            Probe.Instance
        ).Begin();

        IncidentState incident = Assert.Single(rig.State.Incidents);
        Assert.Equal(
            ("b", "InvalidOperationException: broken"),
            (incident.ActivityId, incident.Message)
        );
        Assert.Equal(WorkflowSubStatus.Faulted, rig.State.SubStatus);
        Assert.Equal(0, rig.Event("A"));
    }

    [Fact]
    public void Fault_WhileResuming_KeepsTheMemoryOfBefore()
    {
        EngineRig rig = Collecting();
        rig.Send("test.sign", "r1");

        rig.Send("test.sign", "r1", new JsonObject { ["break"] = true });

        StepState step = Assert.Single(rig.State.Steps, one => one.ActivityId == "c");
        Assert.Equal(StepStatus.Faulted, step.Status);
        Assert.Equal(1, (int?)step.Memory!["count"]);
        Assert.Equal("The stimulus is broken.", Assert.Single(rig.State.Incidents).Message);
    }

    [Fact]
    public void Fault_ContinueWithIncidents_StopsItsBranchOnlyAndThenShowsFaulted()
    {
        JsonObject definition = (JsonObject)
            JsonNode.Parse(
                Flow.Chart(
                    "s Start\nev Event eventName=A\nb Test.Probe mode=throw\na WriteLine text=a",
                    "s>ev, s>b, ev>a"
                )
            )!;
        definition["options"] = new JsonObject
        {
            ["incidentStrategyType"] =
                "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core",
        };
        EngineRig rig = new EngineRig(definition.ToJsonString(), Probe.Instance).Begin();
        Assert.Equal(WorkflowSubStatus.Suspended, rig.State.SubStatus);

        rig.Event("A");

        Assert.Equal(["a"], rig.Written);
        Assert.Equal(WorkflowSubStatus.Faulted, rig.State.SubStatus);
    }

    [Fact]
    public void Start_StepThatWaitsForNothing_IsAFaultNotAHang()
    {
        EngineRig rig = new EngineRig(
            Flow.Sequence("b Test.Probe mode=nothing"),
            Probe.Instance
        ).Begin();

        Assert.Equal(WorkflowSubStatus.Faulted, rig.State.SubStatus);
        Assert.Equal("b", Assert.Single(rig.State.Incidents).ActivityId);
    }

    [Fact]
    public void Loop_WithoutAWait_EndsAtTheStepLimit()
    {
        EngineRig rig = new(Flow.Chart("a WriteLine text=a\nb WriteLine text=b", "a>b, b>a"))
        {
            StepLimit = 100,
        };

        rig.Begin();

        Assert.Equal(WorkflowSubStatus.Faulted, rig.State.SubStatus);
        Assert.Equal(100, rig.Executed.Count() + 1);
    }

    [Fact]
    public void Effect_OfACompletedStep_IsCarriedOutBeforeTheNextStepStarts()
    {
        EngineRig rig = new EngineRig(
            Flow.Chart("a Test.Probe mode=fire\nb WriteLine text=b", "a.All>b"),
            Probe.Instance
        ).Begin();

        string[] order =
        [
            .. rig
                .History.Where(e =>
                    e.Event is HistoryEvents.Answered
                    || e is { Event: HistoryEvents.Started, ActivityId: "b" }
                )
                .Select(e => e.Event),
        ];
        Assert.Equal([HistoryEvents.Answered, HistoryEvents.Started], order);
    }

    [Fact]
    public void Variable_ValueOfAnotherType_IsAFaultNotAZero()
    {
        EngineRig rig = new EngineRig(
            Flow.Sequence("s SetVariable variable={\"id\":\"n\"} & value=many", "n:Int32=0")
        ).Begin();

        Assert.Contains("Int32", Assert.Single(rig.State.Incidents).Message);
    }

    [Fact]
    public void Merge_BehindALoopOnOnePath_WaitsUntilTheLoopIsLeft()
    {
        // p arrives at z at once; the other path goes round until it is told to leave.
        EngineRig rig = new EngineRig(
            Flow.Chart(
                """
                s Start
                p WriteLine text=p
                a Event eventName=Go
                d FlowDecision condition==n < 1
                inc SetVariable variable={"id":"n"} & value==n + 1
                z WriteLine text=z
                """,
                "s>p, s>a, p>z, a>d, d.True>inc, inc>a, d.False>z",
                "n:Int32=0"
            )
        ).Begin();
        Assert.Equal(["p"], rig.Written);

        rig.Event("Go");
        Assert.Equal(["p"], rig.Written);
        rig.Event("Go");

        Assert.Equal(["p", "z"], rig.Written);
        Assert.Equal(WorkflowSubStatus.Finished, rig.State.SubStatus);
    }

    [Fact]
    public void Merge_OtherPathCanOnlyBeginANewRound_DoesNotWaitForIt()
    {
        // While m waits it could lead back to L, which always comes before z: that would be z's next round, not this one.
        EngineRig rig = new EngineRig(
            Flow.Chart(
                """
                s Start
                L WriteLine text=L
                d FlowDecision condition=true
                a WriteLine text=a
                b WriteLine text=b
                z WriteLine text=z
                m Event eventName=Again
                """,
                "s>L, L>d, L>m, m>L, d.True>a, d.False>b, a>z, b>z"
            )
        ).Begin();

        Assert.Equal(["L", "a", "z"], rig.Written);
        rig.Event("Again");
        Assert.Equal(["L", "a", "z", "L", "a", "z"], rig.Written);
    }

    [Fact]
    public void JoinAll_OnePathCanNoLongerCome_IsPassedOverAndSaysSo()
    {
        EngineRig rig = new EngineRig(
            Flow.Chart(
                "s Start\na WriteLine text=a\nd FlowDecision condition=false\nj FlowJoin mode=WaitAll\nz WriteLine text=z",
                "s>a, s>d, a>j, d.True>j, j>z"
            )
        ).Begin();

        Assert.Equal(["a"], rig.Written);
        Assert.Contains(
            rig.History,
            e => e is { Event: HistoryEvents.PassedOver, ActivityId: "j" }
        );
        Assert.Equal(WorkflowSubStatus.Finished, rig.State.SubStatus);
    }

    [Fact]
    public void Nested_FlowchartInSequenceInFlowchart_EachEndsByItself()
    {
        JsonObject inner = Flow.Container(
            "g",
            "Elsa.Flowchart",
            "gs Start\ng1 Event eventName=A\ng2 Event eventName=B\nge End",
            "gs>g1, gs>g2, g1>ge"
        );
        JsonObject sequence = Flow.Container(
            "q",
            "Elsa.Sequence",
            "q1 WriteLine text=q1",
            null,
            inner
        );
        JsonObject outer = Flow.Container(
            "f",
            "Elsa.Flowchart",
            "o1 Event eventName=C\nz WriteLine text=z",
            "q>z",
            sequence
        );
        ((JsonArray)outer["activities"]!).Insert(
            0,
            JsonNode.Parse("{\"id\":\"s\",\"type\":\"Elsa.Start\"}")
        );
        ((JsonArray)outer["connections"]!).Add(Connect("s", "q"));
        ((JsonArray)outer["connections"]!).Add(Connect("s", "o1"));
        EngineRig rig = new EngineRig(Flow.Definition(outer)).Begin();
        Assert.Equal(3, rig.State.Waits.Count);

        rig.Event("A");

        // B's wait went with the nested chart; C's, in the outer one, stays.
        Assert.Equal("C", Assert.Single(rig.State.Waits).Key);
        Assert.Equal(["q1", "z"], rig.Written);
        rig.Event("C");
        Assert.Equal(WorkflowSubStatus.Finished, rig.State.SubStatus);
    }

    [Fact]
    public void Run_SameStimulusTwice_GivesTheSameAndLeavesTheStateAlone()
    {
        EngineRig rig = Collecting();
        string before = StateJson.Write(rig.State);
        EngineStimulus stimulus = new EngineStimulus.Occurred(rig.State.Waits[0].Id, null);

        string once = Dump(WorkflowInterpreter.Run(rig.Plan, rig.State, stimulus, rig.Now));
        string again = Dump(WorkflowInterpreter.Run(rig.Plan, rig.State, stimulus, rig.Now));

        Assert.Equal(once, again);
        Assert.Equal(before, StateJson.Write(rig.State));
    }

    [Fact]
    public void Replay_AnyRun_GivesTheSameStateAndHistory()
    {
        Gen<List<int>> moves = Gen.Choose(0, 5).ListOf().Select(list => list.ToList());
        Prop.ForAll(
                moves.ToArbitrary(),
                list =>
                {
                    EngineRig rig = new EngineRig(
                        Flow.Chart(
                            Collect + "\nw Event eventName=A\ns Start",
                            "s>c, s>w, w>c, c.All>all, c.Late>late"
                        ),
                        Probe.Instance
                    )
                    {
                        Answers = effect => new JsonObject { ["id"] = $"r{effect.Id}" },
                    }.Begin(new JsonObject());
                    foreach (int move in list)
                    {
                        Move(rig, move);
                    }

                    Interpretation replayed = HistoryReplay.Replay(rig.Plan, "i1", rig.History);
                    return StateJson.Write(replayed.State) == StateJson.Write(rig.State)
                        && Dump(replayed.History) == Dump(rig.History);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void State_SavedForm_HasStableNamesOnly()
    {
        string json = StateJson.Write(Collecting().State);

        Assert.Equal(
            """{"format":2,"instance":"i1","subjectType":"policy","subjectId":"p1","subStatus":"Suspended","lastId":6,"lastEntry":6,"inputs":{},"variables":{},"outputs":{},"steps":[{"id":1,"activity":"f","status":"Running"},{"id":2,"parent":1,"activity":"c","status":"Running","memory":{"round":"r1"}}],"queue":[],"waits":[{"id":4,"step":2,"activity":"c","stimulus":"test.sign","key":"r1"}],"timers":[{"id":5,"step":2,"activity":"c","name":"remind","due":"2027-02-04T09:00:00Z"},{"id":6,"step":2,"activity":"c","name":"due","due":"2027-02-06T09:00:00Z","key":"clock:r1:due"}],"effects":[],"incidents":[]}""",
            json
        );
        Assert.Throws<InvalidDataException>(() =>
            StateJson.Read(json.Replace("\"format\":2", "\"format\":3", StringComparison.Ordinal))
        );

        // What the version before this one saved is still read.
        string older = json.Replace("\"format\":2", "\"format\":1", StringComparison.Ordinal);
        Assert.Equal(
            json.Replace("\"format\":2", "\"format\":1", StringComparison.Ordinal),
            StateJson.Write(StateJson.Read(older))
        );
    }

    private static void Move(EngineRig rig, int move)
    {
        switch (move)
        {
            case 0:
                rig.Event("A");
                break;
            case 1 or 2:
                if (rig.State.Waits.Find(wait => wait.Stimulus == "test.sign") is { } wait)
                {
                    rig.Send("test.sign", wait.Key, new JsonObject { ["by"] = "p1" });
                }

                break;
            case 3 or 4:
                rig.Now = rig.Now.AddHours(30);
                rig.RunDue();
                break;
            default:
                if (
                    rig.State.Status == WorkflowStatus.Running
                    && rig.Now > EngineRig.Start.AddDays(2)
                )
                {
                    rig.Cancel();
                }

                break;
        }
    }

    private static JsonObject Connect(string from, string to) =>
        new()
        {
            ["source"] = new JsonObject { ["activity"] = from, ["port"] = "Done" },
            ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
        };

    private static string Dump(Interpretation one) =>
        StateJson.Write(one.State) + Dump(one.History);

    private static string Dump(IEnumerable<HistoryEntry> history) =>
        string.Join(
            '\n',
            history.Select(e =>
                $"{e.Number} {e.At:O} {e.Event} {e.Step} {e.ActivityId} {e.ActivityType} {string.Join(',', e.Outcomes ?? [])} {e.Data?.ToJsonString()}"
            )
        );
}
