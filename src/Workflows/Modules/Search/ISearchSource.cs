using Governance.Storage;

namespace Governance.Modules.Search;

/// <summary>
/// How a module hands over what can be found of one kind of subject. It describes a subject from what is stored and from nothing else
/// (no clock, no caller), so that the index that acts have written and one that is made anew are the same.
/// </summary>
public interface ISearchSource
{
    /// <summary>One of <see cref="SearchKinds"/>.</summary>
    string Kind { get; }

    /// <summary>Counted up when the same subject is described otherwise than by an earlier release; the index is then filled anew.</summary>
    int Edition { get; }

    /// <summary>The rights that its texts name as keys.</summary>
    IReadOnlyList<Permission> Permissions { get; }

    /// <summary>The subjects that a written row is part of; none for a row of others.</summary>
    IEnumerable<string> SubjectsOf(GovernanceDb db, object row);

    /// <summary>The texts of these subjects as they are stored now; none for a subject that is gone or has nothing to be found.</summary>
    Task<IReadOnlyList<SearchDraft>> DescribeAsync(
        GovernanceDb db,
        IReadOnlyCollection<string> subjects
    );

    /// <summary>Some of the subjects there are, by rising ids.</summary>
    Task<IReadOnlyList<string>> NextAsync(GovernanceDb db, string? after, int take);
}

/// <summary>
/// A source whose subjects gather ever more texts that are settled: earlier ones, which no act changes any more. An act then describes the
/// rest only, so that it costs the same however long the subject has lived.
/// </summary>
public interface ISettleTexts : ISearchSource
{
    /// <summary>As <see cref="ISearchSource.DescribeAsync"/>, without texts that were earlier ones before the act and still are the same.</summary>
    Task<IReadOnlyList<SearchDraft>> DescribeLiveAsync(
        GovernanceDb db,
        IReadOnlyCollection<string> subjects
    );
}

/// <summary>One text as its module hands it over.</summary>
/// <param name="Keys">Whoever holds any of them may read it: the very people to whom its page opens.</param>
public sealed record SearchDraft(
    string PartnershipId,
    string SubjectId,
    string Title,
    string Body,
    DateTime At,
    params IReadOnlyCollection<string> Keys
)
{
    /// <summary>The version; below zero for another telling of one (<see cref="Unless"/>).</summary>
    public int Part { get; init; }

    /// <summary>What the page that shows it is about, where that is not the subject.</summary>
    public string? PageId { get; init; }

    public string? State { get; init; }

    public string? BodyId { get; init; }

    public string? GroupId { get; init; }

    public IReadOnlyCollection<string> Seats { get; init; } = [];

    public string? PersonId { get; init; }

    public bool IsEarlier { get; init; }

    /// <summary>A key whose holders find another telling of the same text.</summary>
    public string? Unless { get; init; }

    /// <summary>Passages one under the other; those that are missing or empty leave no gap.</summary>
    public static string Text(params IEnumerable<string?> passages) =>
        string.Join('\n', passages.Where(passage => !string.IsNullOrWhiteSpace(passage)));
}
