using Governance.Contracts;

namespace Governance.Modules.Meetings;

/// <summary>Whether a change was written over what its author saw.</summary>
internal static class IfMatch
{
    public static readonly Refusal Stale = new(
        "meeting.stale",
        "Somebody else has changed this since you opened it. Look at what it is now, and make your change again.",
        RefusalKind.Stale
    );

    /// <param name="header">The If-Match header as it came: one or several quoted tags, or a star.</param>
    public static Refusal? Check(string? header, string tag) =>
        header is not null
        && header
            .Split(',', StringSplitOptions.TrimEntries)
            .Any(given => given == "*" || given.Trim('"') == tag)
            ? null
            : Stale;
}
