namespace Governance.Contracts;

/// <summary>One message that leaves the product: who, by what channel, which template, when and what came of it. No text and no address.</summary>
/// <param name="Recipient">A person's id, or whose channel in Teams it is.</param>
/// <param name="State">pending, held, sent, digested, gave-up or dropped.</param>
/// <param name="NextAttemptAt">Not tried before; null when it is over.</param>
/// <param name="Result">What came of the last attempt, by a stable code.</param>
public sealed record DeliveryAnswer(
    string Id,
    string Partnership,
    string Recipient,
    string Channel,
    string Template,
    string State,
    int Attempts,
    DateTime CreatedAt,
    DateTime? NextAttemptAt,
    DateTime? FinishedAt,
    string? Result
);

/// <summary>A delivery with its log.</summary>
public sealed record DeliveryDetail(
    DeliveryAnswer Delivery,
    IReadOnlyList<DeliveryAttemptAnswer> Log
);

public sealed record DeliveryAttemptAnswer(int Number, DateTime At, string Result);

/// <param name="Reason">Why it is tried again; stands in the record.</param>
public sealed record RetryDeliveriesBody(string? Reason);

/// <param name="Count">How many are tried again.</param>
public sealed record DeliveriesRetried(int Count);
