using System.Text.Json.Nodes;

namespace Governance.Engine.Interpreter;

/// <summary>One thing that happened in an instance. What came from outside carries all that a replay needs.</summary>
/// <param name="Number">Counts from 1 in each instance, without gaps.</param>
/// <param name="Step">The run of the activity; 0 for the instance itself.</param>
/// <param name="Event">One of <see cref="HistoryEvents"/>.</param>
public sealed record HistoryEntry(
    int Number,
    DateTime At,
    string Event,
    int Step = 0,
    string? ActivityId = null,
    string? ActivityType = null,
    IReadOnlyList<string>? Outcomes = null,
    JsonObject? Data = null
);

/// <summary>Wire names; never change.</summary>
public static class HistoryEvents
{
    public const string Began = "Began";
    public const string Started = "Started";
    public const string Suspended = "Suspended";
    public const string Resumed = "Resumed";
    public const string Missed = "Missed";
    public const string Due = "Due";
    public const string EffectWanted = "EffectWanted";
    public const string Answered = "Answered";
    public const string Completed = "Completed";
    public const string Cancelled = "Cancelled";
    public const string PassedOver = "PassedOver";
    public const string Faulted = "Faulted";
    public const string Line = "Line";
    public const string CancelAsked = "CancelAsked";
    public const string RetryAsked = "RetryAsked";
    public const string SkipAsked = "SkipAsked";
    public const string Skipped = "Skipped";
    public const string Migrated = "Migrated";
    public const string TimersMoved = "TimersMoved";
    public const string Ended = "Ended";
}
