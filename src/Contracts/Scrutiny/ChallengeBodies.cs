namespace Governance.Contracts;

/// <summary>The scrutiny function raises a challenge.</summary>
/// <param name="Evidence">What it rests on; only those who read challenges see it.</param>
/// <param name="Addressees">One or more seats, each of which answers for itself.</param>
/// <param name="Seriousness">low, medium or high.</param>
/// <param name="PublicSummary">What the public register says; no person's data.</param>
public sealed record RaiseChallengeBody(
    ChallengeSubjectBody? Subject,
    string? Question,
    IReadOnlyList<string?>? Addressees,
    string? Seriousness,
    string? PublicSummary,
    string? Evidence = null
);

/// <summary>What a challenge is about.</summary>
/// <param name="Type">policy, decision, group, seat, audit or matter (the absence of something, for example).</param>
/// <param name="Id">Of a policy, decision or group its id; of a seat its name; of an audit its reference, where it has one.</param>
/// <param name="Version">Of a policy: the version, with its hash.</param>
/// <param name="Text">What it is about in words, for an audit and a matter.</param>
public sealed record ChallengeSubjectBody(
    string? Type,
    string? Id = null,
    int? Version = null,
    string? Hash = null,
    string? Text = null
);

/// <summary>The scrutiny function edits what a challenge says.</summary>
/// <param name="Redacted">The public register shows neither its subject nor its summary, and keeps its place.</param>
public sealed record EditChallengeBody(
    string? Question,
    string? Evidence,
    string? PublicSummary,
    string? Reason,
    bool Redacted = false
);

/// <param name="Seat">The seat that the challenge is addressed to.</param>
public sealed record AcknowledgeChallengeBody(string? Seat);

/// <summary>An answer for a seat.</summary>
/// <param name="Seat">The seat that the challenge is addressed to.</param>
/// <param name="Position">accept, partly or reject; holding says that an answer will follow, and stops no clock.</param>
public sealed record ChallengeResponseBody(
    string? Seat,
    string? Position,
    string? Text,
    IReadOnlyList<ChallengeActionBody?>? Actions = null
);

/// <param name="Owner">Who does it: a person's id, or a seat.</param>
/// <param name="Due">The last day.</param>
public sealed record ChallengeActionBody(string? Text, string? Owner, DateOnly? Due);

/// <summary>One action more, after the answer was given.</summary>
public sealed record AddChallengeActionBody(
    string? Seat,
    string? Text,
    string? Owner,
    DateOnly? Due
);

/// <param name="Adequate">False moves the seat on to the next stage, which counts as received now.</param>
public sealed record ChallengeAssessmentBody(string? Seat, bool? Adequate, string? Reason);

/// <param name="Text">What the seat wants to have on record.</param>
public sealed record ChallengePositionBody(string? Seat, string? Text);

/// <summary>The step outside that the arrangements name, recorded once it has been taken.</summary>
/// <param name="Body">To whom it was taken.</param>
public sealed record ChallengeReferralBody(string? Seat, string? Body, string? Text);

/// <summary>An end, or a re-opening.</summary>
public sealed record ChallengeReasonBody(string? Reason);

/// <param name="Seriousness">low, medium or high.</param>
public sealed record ChallengeSeriousnessBody(string? Seriousness, string? Reason);
