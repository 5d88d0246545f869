using System.Linq.Expressions;
using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Policies;

/// <summary>What a list reads of a policy.</summary>
internal sealed record PolicyRow(
    string Id,
    string PartnershipId,
    string Class,
    string Title,
    string TitleOrder,
    string State,
    int NewestVersion,
    int? PublishedVersion,
    string? PublishedClass,
    string? PublishedTitle,
    string PublishedOrder,
    DateTime? PublishedAt,
    bool InForce,
    DateOnly ReviewOrder,
    string? GroupId,
    string CreatedBy,
    string Slug,
    DateTime ChangedAt
)
{
    public static Expression<Func<Policy, PolicyRow>> Selected { get; } =
        policy => new PolicyRow(
            policy.Id,
            policy.PartnershipId,
            policy.Class,
            policy.Title,
            policy.TitleOrder,
            policy.State,
            policy.NewestVersion,
            policy.PublishedVersion,
            policy.PublishedClass,
            policy.PublishedTitle,
            policy.PublishedOrder,
            policy.PublishedAt,
            policy.InForce,
            policy.ReviewOrder,
            policy.GroupId,
            policy.CreatedBy,
            policy.Slug,
            policy.ChangedAt
        );

    public PolicyLine Line(bool seesDrafts) =>
        new(
            Id,
            seesDrafts ? Class : PublishedClass!,
            seesDrafts ? Title : PublishedTitle!,
            seesDrafts ? State : PolicyStates.Published,
            seesDrafts ? NewestVersion : PublishedVersion!.Value,
            PublishedVersion,
            ReviewOrder == Policy.NoReview ? null : ReviewOrder,
            Slug,
            seesDrafts ? ChangedAt : PublishedAt!.Value
        );
}

/// <summary>One reader's view of a partnership's policies through a filter.</summary>
/// <param name="SeesDrafts">Else only what is in force shows, by its published title and class.</param>
/// <param name="DueBefore">In force, with a review date before this day.</param>
internal sealed record PolicyView(
    string PartnershipId,
    string PersonId,
    bool SeesDrafts,
    PolicyFilter Filter,
    DateOnly? DueBefore
)
{
    public string[] Words { get; } = TitleWords.Split(Filter.Words ?? "");

    /// <summary>When a word is rare, all that can be shown.</summary>
    public string[]? RareIds { get; init; }

    /// <summary>The queries, each on the first columns of an index, that together find everything shown, nothing twice.</summary>
    public IEnumerable<IQueryable<Policy>> Walks(GovernanceDb db)
    {
        IQueryable<Policy> policies = db.Set<Policy>()
            .Where(policy => policy.PartnershipId == PartnershipId);
        string[] states = [.. StatesShown()];
        if (Filter.Group is { } group)
        {
            policies = policies.Where(policy => policy.GroupId == group);
        }

        if (Filter.Mine)
        {
            policies = policies.Where(policy => policy.CreatedBy == PersonId);
        }

        if (states.Length == 0)
        {
            return [];
        }

        if (!SeesDrafts)
        {
            // Compared, and not just named: SQLite seeks in an index by comparisons only.
            bool inForce = true;
            return [Narrow(policies.Where(policy => policy.InForce == inForce))];
        }

        return Filter.Group is not null || Filter.Mine
            ? [Narrow(policies.Where(policy => states.Contains(policy.State)))]
            : states.Select(state => Narrow(policies.Where(policy => policy.State == state)));
    }

    /// <summary>The same, of a row at hand.</summary>
    public bool Shows(PolicyRow row) =>
        row.PartnershipId == PartnershipId
        && (SeesDrafts || row.InForce)
        && StatesShown().Contains(SeesDrafts ? row.State : PolicyStates.Published)
        && (Filter.Group is null || row.GroupId == Filter.Group)
        && (!Filter.Mine || row.CreatedBy == PersonId)
        && (
            Filter.Classes.Count == 0
            || Filter.Classes.Contains(SeesDrafts ? row.Class : row.PublishedClass)
        )
        && (DueBefore is null || row.InForce && row.ReviewOrder < DueBefore)
        && Words.All(word =>
            (SeesDrafts ? row.TitleOrder : row.PublishedOrder).Contains(
                " " + word,
                StringComparison.Ordinal
            )
        );

    private IEnumerable<string> StatesShown() =>
        PolicyStates
            .Listed.Where(state => Filter.States.Count == 0 || Filter.States.Contains(state))
            .Where(state => DueBefore is null || state != PolicyStates.Withdrawn)
            .Where(state => SeesDrafts || state == PolicyStates.Published);

    private IQueryable<Policy> Narrow(IQueryable<Policy> policies)
    {
        if (Filter.Classes.Count > 0)
        {
            IReadOnlyList<string> classes = Filter.Classes;
            policies = SeesDrafts
                ? policies.Where(policy => classes.Contains(policy.Class))
                : policies.Where(policy => classes.Contains(policy.PublishedClass!));
        }

        if (DueBefore is { } day)
        {
            policies = policies.Where(policy => policy.ReviewOrder < day && policy.InForce);
        }

        foreach (string word in Words)
        {
            string begins = " " + word;
            policies = SeesDrafts
                ? policies.Where(policy => policy.TitleOrder.Contains(begins))
                : policies.Where(policy => policy.PublishedOrder.Contains(begins));
        }

        return policies;
    }
}
