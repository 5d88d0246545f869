namespace Governance.Contracts;

/// <summary>Which kind of "no" a refusal is; the host maps it to an HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>400: the request could not be understood.</summary>
    Malformed,

    /// <summary>403: a rule says no. The code names the rule. Recorded.</summary>
    Forbidden,

    /// <summary>404: it does not exist, or the caller may not know of it. Never recorded.</summary>
    NotFound,

    /// <summary>409: the state says no. Recorded.</summary>
    Conflict,

    /// <summary>412: the caller saw an older state.</summary>
    Stale,

    /// <summary>422: well-formed, but the values do not make sense.</summary>
    Invalid,
}

/// <summary>
/// An expected "no": an answer, not an exception. <paramref name="Code"/> is stable for ever once published
/// (<c>module.fact-stated</c>, for example <c>sign-off.author-cannot-sign</c>); <paramref name="Message"/> tells a person
/// what happened and what to do. <paramref name="Errors"/> holds messages by field for bad input.
/// <paramref name="Detail"/> hands something back to the caller, for example the text that was not saved.
/// </summary>
public sealed record Refusal(
    string Code,
    string Message,
    RefusalKind Kind,
    IReadOnlyDictionary<string, string[]>? Errors = null,
    object? Detail = null
)
{
    /// <summary>404 with one text for everything, so that it tells nothing about what exists elsewhere.</summary>
    public static Refusal NotFound { get; } =
        new("not-found", "There is nothing here that you can see.", RefusalKind.NotFound);

    /// <summary>400 for one part of the address that could not be read.</summary>
    public static Refusal Malformed(string field, string message) =>
        new(
            "request.malformed",
            "Part of the address could not be read.",
            RefusalKind.Malformed,
            new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [message] }
        );

    /// <summary>422 for one field.</summary>
    public static Refusal Invalid(string field, string message) =>
        new(
            "invalid",
            "Some of what was sent cannot be accepted.",
            RefusalKind.Invalid,
            new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [message] }
        );

    /// <summary>422 for several fields.</summary>
    public static Refusal Invalid(IReadOnlyDictionary<string, string[]> errors) =>
        new("invalid", "Some of what was sent cannot be accepted.", RefusalKind.Invalid, errors);
}
