namespace Governance.Contracts;

/// <param name="Answer">agree, disagree, or null while it has not answered.</param>
public sealed record ProcedurePlaceAnswer(
    string Place,
    string Name,
    string? Answer,
    string? Reason,
    DateTime? Answered,
    string? AnsweredBy
);

public sealed record ProcedureLine(
    string Id,
    string Body,
    string BodyName,
    string Title,
    string State,
    DateTime Proposed,
    DateTime? Due
);

public sealed record ProcedureAnswer
{
    public required string Id { get; init; }

    public required string Partnership { get; init; }

    public required string Body { get; init; }

    public required string BodyName { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    /// <summary>requested, open, decided, lapsed or cancelled.</summary>
    public required string State { get; init; }

    public required string Rule { get; init; }

    public required int WorkingDays { get; init; }

    public required DateTime Proposed { get; init; }

    public DateTime? Due { get; init; }

    public string? Clock { get; init; }

    public int? WorkingDaysLeft { get; init; }

    public required IReadOnlyList<ProcedurePlaceAnswer> Places { get; init; }

    public required IReadOnlyList<PaperAnswer> Papers { get; init; }

    public DateTime? Over { get; init; }

    public string? OverReason { get; init; }

    public string? Decision { get; init; }

    /// <summary>The places that I may answer for now.</summary>
    public required IReadOnlyList<string> Mine { get; init; }

    public required bool Secretary { get; init; }
}
