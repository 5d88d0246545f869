namespace Governance.Contracts;

/// <param name="Text">The decision as it would be taken.</param>
/// <param name="WorkingDays">1 to 30.</param>
public sealed record ProposeProcedureBody(
    string? Title,
    string? Text,
    int? WorkingDays,
    IReadOnlyList<PaperBody?>? Papers = null
);

/// <param name="Agrees">Whether the place agrees to the text as it stands.</param>
/// <param name="Reason">Needed with a disagreement.</param>
/// <param name="Place">Which place answers, where the caller holds several.</param>
public sealed record AnswerProcedureBody(bool? Agrees, string? Reason = null, string? Place = null);

public sealed record WithdrawProcedureBody(string? Reason);
