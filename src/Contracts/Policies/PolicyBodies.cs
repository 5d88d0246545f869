namespace Governance.Contracts;

/// <param name="Class">A document class, see <see cref="DocumentClasses"/>.</param>
/// <param name="Body">Markdown.</param>
/// <param name="ReviewMonths">Months from publication to review, 1 to 60; the class's own when absent.</param>
/// <param name="Group">The group whose output it is; a group's chair or member has to name theirs.</param>
public sealed record CreatePolicyBody(
    string? Class,
    string? Title,
    string? Summary,
    string? Body,
    int? ReviewMonths = null,
    IReadOnlyList<string>? Tags = null,
    string? Group = null
);

/// <summary>The whole draft as it shall be; what is absent (class, reviewMonths, tags) stays as it is.</summary>
/// <param name="BecauseOf">The accepted comments that this version answers.</param>
public sealed record SaveDraftBody(
    string? Title,
    string? Summary,
    string? Body,
    int? ReviewMonths = null,
    IReadOnlyList<string>? Tags = null,
    string? Class = null,
    IReadOnlyList<string?>? BecauseOf = null
);

public sealed record WithdrawPolicyBody(string? Reason);

/// <summary>A file to attach, already read.</summary>
public sealed record AttachmentBody(string? FileName, byte[] Content);
