namespace Governance.Contracts;

/// <summary>What waits for the caller.</summary>
/// <param name="Seat">The seat that is asked, where one is.</param>
/// <param name="Due">UTC; null when nothing limits it.</param>
/// <param name="Clock">The clock that runs for it.</param>
/// <param name="With">Who else may answer it under a delegation: whom the authority was lent to, or who lent it.</param>
/// <param name="Agency">The relevant agency that is asked, where one is.</param>
public sealed record TaskAnswer(
    string Id,
    string Kind,
    TaskSubject Subject,
    string Partnership,
    string? Seat,
    DateTime Opened,
    DateTime? Due,
    string? Clock,
    bool Overdue,
    IReadOnlyList<PersonLine> With,
    string? Agency = null
);

public sealed record TaskSubject(string Type, string Id, string Title);
