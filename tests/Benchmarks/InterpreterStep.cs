using BenchmarkDotNet.Attributes;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Interpreter;

namespace Governance.Benchmarks;

/// <summary>
/// The pure interpreter alone: one stimulus that resumes an event and runs three activities (event, set variable, decision by a
/// Rule) until the event waits again; a start that runs ten activities to the end; and the saved form of the state.
/// </summary>
[InProcess]
[MemoryDiagnoser]
public class InterpreterStep
{
    private static readonly DateTime Now = new(2027, 2, 1, 9, 0, 0, DateTimeKind.Utc);

    private readonly WorkflowPlan _loop = Plan(Loop);
    private readonly WorkflowPlan _ten = Plan(Ten());
    private readonly EngineStimulus.Begin _begin = new("i", "policy", "p", null);
    private WorkflowState _waiting = null!;
    private EngineStimulus _go = null!;
    private string _saved = null!;

    [GlobalSetup]
    public void Prepare()
    {
        _waiting = WorkflowInterpreter.Begin(_loop, _begin, Now).State;
        _go = new EngineStimulus.Occurred(_waiting.Waits.Single().Id, null);
        _saved = StateJson.Write(_waiting);
    }

    [Benchmark(Description = "one stimulus, three activities")]
    public int Stimulus() => WorkflowInterpreter.Run(_loop, _waiting, _go, Now).StepsStarted;

    [Benchmark(Description = "one start, ten activities, to the end")]
    public int TenActivities() => WorkflowInterpreter.Begin(_ten, _begin, Now).StepsStarted;

    [Benchmark(Description = "read and write the saved state")]
    public int SavedForm() => StateJson.Write(StateJson.Read(_saved)).Length;

    private static WorkflowPlan Plan(string json) =>
        new DefinitionPlanner(new ActivityRegistry(EngineActivities.All)).Plan(json).Plan!;

    private static string Ten() =>
        $$"""
            { "definitionId": "ten", "name": "ten", "root": { "id": "f", "type": "Elsa.Flowchart",
              "activities": [ {{string.Join(", ", Enumerable.Range(0, 10).Select(n => $$"""
                { "id": "a{{n}}", "type": "Elsa.WriteLine", "text": { "typeName": "String", "expression": { "type": "Literal", "value": "x" } } }
                """))}} ],
              "connections": [ {{string.Join(", ", Enumerable.Range(0, 9).Select(n => $$"""
                { "source": { "activity": "a{{n}}", "port": "Done" }, "target": { "activity": "a{{n + 1}}", "port": "In" } }
                """))}} ] } }
            """;

    private const string Loop = """
        { "definitionId": "loop", "name": "loop",
          "variables": [ { "id": "n", "name": "n", "typeName": "Int32", "value": "0" } ],
          "root": { "id": "f", "type": "Elsa.Flowchart",
            "activities": [
              { "id": "e", "type": "Elsa.Event", "eventName": { "typeName": "String", "expression": { "type": "Literal", "value": "Go" } } },
              { "id": "s", "type": "Elsa.SetVariable", "variable": { "id": "n", "name": "n", "typeName": "Int32" },
                "value": { "typeName": "Object", "expression": { "type": "Rule", "value": "n + 1" } } },
              { "id": "d", "type": "Elsa.FlowDecision",
                "condition": { "typeName": "Boolean", "expression": { "type": "Rule", "value": "n < 1000000" } } } ],
            "connections": [
              { "source": { "activity": "e", "port": "Done" }, "target": { "activity": "s", "port": "In" } },
              { "source": { "activity": "s", "port": "Done" }, "target": { "activity": "d", "port": "In" } },
              { "source": { "activity": "d", "port": "True" }, "target": { "activity": "e", "port": "In" } } ] } }
        """;
}
