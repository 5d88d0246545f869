namespace Governance.Contracts;

/// <param name="Audience"><c>agencies</c> (every relevant agency of the day), <c>practitioners</c>, <c>seats</c>, or ids of agencies.</param>
/// <param name="WorkingDays">1 to 60; the workflow's own when absent.</param>
public sealed record OpenConsultationBody(
    IReadOnlyList<string?>? Audience,
    int? WorkingDays = null
);

/// <param name="Reason">Why it is closed before its limit.</param>
public sealed record CloseConsultationBody(string? Reason);

/// <param name="Text">1 to 10,000 characters.</param>
/// <param name="Body">Whom the comment is for, where its author may speak for several: <c>agency:{id}</c>, <c>seat:{seat}</c>, <c>practitioners</c> or <c>scrutiny</c>.</param>
public sealed record CommentBody(string? Text, string? Body = null);

/// <param name="Body">Which body has none, where its author may speak for several.</param>
public sealed record NoCommentBody(string? Body = null);

/// <param name="Decision">accepted, partly or rejected (<see cref="CommentDecisions"/>).</param>
/// <param name="Reason">1 to 4,000 characters; who commented reads it.</param>
public sealed record DispositionBody(string? Decision, string? Reason);

/// <summary>What becomes of a comment. Wire names; never change.</summary>
public static class CommentDecisions
{
    public const string Accepted = "accepted";
    public const string Partly = "partly";
    public const string Rejected = "rejected";

    public static IReadOnlyList<string> All { get; } = [Accepted, Partly, Rejected];
}

/// <summary>The entries of an audience that are no agency's id. Wire names; never change.</summary>
public static class Audiences
{
    public const string Agencies = "agencies";
    public const string Practitioners = "practitioners";
    public const string EverySeat = "seats";
}
