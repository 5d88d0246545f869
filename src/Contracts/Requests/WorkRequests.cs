namespace Governance.Contracts.Requests;

/// <param name="Definition">The id of a published workflow of the partnership's own.</param>
/// <param name="Title">What it is about, in up to 200 characters; whoever may see how workflows run reads it.</param>
public sealed record StartUndertakingBody(string? Definition, string? Title);

/// <summary>An undertaking has begun.</summary>
/// <param name="Instance">The run of its workflow; <c>/api/instances/{id}</c>.</param>
public sealed record UndertakingStarted(string Id, string Instance);

/// <param name="Outcome"><c>done</c> or <c>declined</c>.</param>
/// <param name="Text">What was done, or why not, in up to 4,000 characters; needed to decline.</param>
public sealed record AnswerRequestBody(string? Outcome, string? Text);

/// <summary>What a workflow asks of a seat or a role, and what was answered.</summary>
/// <param name="About">What the workflow runs for; null where the reader may not know.</param>
/// <param name="What">What is asked, in the workflow's words.</param>
/// <param name="Whom">One of the three seats, or a role.</param>
/// <param name="State"><c>open</c>, <c>done</c>, <c>declined</c>, <c>late</c> or <c>cancelled</c>.</param>
/// <param name="Due">UTC; 17:00 London time of the last day.</param>
/// <param name="Text">The answer's words; null without.</param>
/// <param name="MayAnswer">Whether the reader may answer it now.</param>
public sealed record WorkRequestAnswer(
    string Id,
    string Partnership,
    string Instance,
    string? About,
    string What,
    string Whom,
    string State,
    DateTime Opened,
    DateTime Due,
    string Clock,
    string? Text,
    DateTime? Answered,
    string? AnsweredByName,
    bool MayAnswer
);
