using System.Globalization;

namespace Governance.Engine.Simulation;

/// <summary>What a stand-in can see and do: the moment, the dice, a memory for one run, and the timeline.</summary>
public sealed class SimulatedAct
{
    private readonly List<SimulatedEvent> _timeline;
    private int _ids;

    internal SimulatedAct(Random dice, List<SimulatedEvent> timeline)
    {
        Dice = dice;
        _timeline = timeline;
    }

    /// <summary>The virtual moment, UTC.</summary>
    public DateTime Now { get; internal set; }

    /// <summary>Seeded: the same seed throws the same.</summary>
    public Random Dice { get; }

    public static string SubjectId => "simulated";

    /// <summary>What the modules' tables would hold, by names of the modules' own.</summary>
    public Dictionary<string, object> Memory { get; } = [];

    internal string Step { get; set; } = "";

    internal List<(string Name, string Key)> Sent { get; } = [];

    public string NewId(string kind) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}-{++_ids}");

    /// <summary>Somebody is asked for something, perhaps by a limit.</summary>
    public void Ask(string who, string what, DateTime? due = null) =>
        Note(SimulatedEvents.Asked, $"{who}: {what}", due);

    public void Tell(string who, string what) => Note(SimulatedEvents.Told, $"{who}: {what}");

    /// <summary>A limit has passed without the act.</summary>
    public void Late(string what) => Note(SimulatedEvents.Late, what);

    /// <summary>Sends a stimulus once the act's own steps have come to rest.</summary>
    public void Stimulate(string name, string key) => Sent.Add((name, key));

    internal void Note(string kind, string words, DateTime? due = null) =>
        _timeline.Add(new SimulatedEvent(Now, kind, Step, words, due));
}

/// <summary>One line of a timeline.</summary>
/// <param name="Kind">One of <see cref="SimulatedEvents"/>.</param>
public sealed record SimulatedEvent(
    DateTime At,
    string Kind,
    string Step,
    string Words,
    DateTime? Due = null
);

public static class SimulatedEvents
{
    public const string Began = "began";
    public const string Asked = "asked";
    public const string Told = "told";
    public const string Happened = "happened";
    public const string Late = "late";
    public const string Left = "left";
    public const string Ended = "ended";
}
