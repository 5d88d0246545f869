namespace Governance.Contracts.Retention;

/// <param name="Scope"><c>subject</c>, <c>person</c> or <c>class</c>.</param>
/// <param name="Type">The type of the subject, or of the class; left out for a person.</param>
/// <param name="Id">The subject's or the person's id; left out for a class.</param>
/// <param name="Reason">Why; no case text.</param>
/// <param name="Reference">Where the matter is kept that asks for it.</param>
public sealed record PlaceHoldBody(
    string? Scope,
    string? Type,
    string? Id,
    string? Reason,
    string? Reference
);

public sealed record LiftHoldBody(string? Reason);

/// <param name="PlacedFor">The body that placed it.</param>
/// <param name="FirstLift">The seat that wants it lifted, while a second one is needed.</param>
public sealed record HoldAnswer(
    string Id,
    string Partnership,
    string Scope,
    string Type,
    string? SubjectId,
    string Reason,
    string Reference,
    PersonLine PlacedBy,
    string PlacedFor,
    DateTime PlacedAt,
    string? FirstLift,
    DateTime? LiftedAt,
    PersonLine? LiftedBy,
    string? LiftReason
);
