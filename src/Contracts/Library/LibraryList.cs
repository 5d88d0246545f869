namespace Governance.Contracts;

/// <summary>A part of the library's list.</summary>
/// <param name="Next">Send it as <c>after</c> for the part that follows; null at the end.</param>
/// <param name="Previous">Send it as <c>before</c> for the part before this one; null at the start.</param>
public sealed record LibraryList(IReadOnlyList<LibraryLine> Items, string? Next, string? Previous);

/// <summary>Which texts of the library, and which part of their list.</summary>
/// <param name="Class">Only texts of this class; all of them when null or empty.</param>
/// <param name="Words">Only texts that have all these words in their title.</param>
/// <param name="After">The <c>next</c> of the part before.</param>
/// <param name="Before">The <c>previous</c> of the part that follows; it goes before <paramref name="After"/>.</param>
public sealed record LibraryQuery(
    string? Class = null,
    string? Words = null,
    string? After = null,
    string? Before = null,
    int Take = 50
);
