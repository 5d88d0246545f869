using Governance.Contracts.Search;
using Governance.Host.Pages.Components;
using Governance.Modules.Search;

namespace Governance.Host.Pages.Search;

/// <summary>What is found, in the words that people read.</summary>
internal static class FoundWords
{
    public static string Kind(string kind) =>
        kind switch
        {
            SearchKinds.Policy => "Policy",
            SearchKinds.SignOffRound => "Sign-off",
            SearchKinds.Comment => "Comment in a consultation",
            SearchKinds.Body => "Body",
            SearchKinds.Meeting => "Meeting",
            SearchKinds.Minutes => "Minutes",
            SearchKinds.Decision => "Decision",
            SearchKinds.Action => "Action",
            SearchKinds.Procedure => "Written procedure",
            SearchKinds.Group => "Task and finish group",
            SearchKinds.GroupTask => "Group’s task",
            SearchKinds.Challenge => "Challenge",
            SearchKinds.Escalation => "Professional challenge",
            SearchKinds.Workflow => "Workflow",
            SearchKinds.Undertaking => "Undertaking",
            SearchKinds.Request => "Request",
            SearchKinds.Calendar => "Calendar",
            SearchKinds.Person => "Person",
            SearchKinds.Agency => "Relevant agency",
            _ => kind,
        };

    /// <summary>Kinds with what there is of each; the one that is chosen is offered though there is nothing of it.</summary>
    public static IEnumerable<Choice> Kinds(IReadOnlyList<SearchCount> counts, string? chosen) =>
        Choices(counts, chosen, Kind);

    public static IEnumerable<Choice> States(IReadOnlyList<SearchCount> counts, string? chosen) =>
        Choices(counts, chosen, Words.State);

    private static IEnumerable<Choice> Choices(
        IReadOnlyList<SearchCount> counts,
        string? chosen,
        Func<string, string> words
    ) =>
        counts
            .Concat(
                string.IsNullOrEmpty(chosen) || counts.Any(each => each.Name == chosen)
                    ? []
                    : [new SearchCount(chosen, 0)]
            )
            .Select(each => new Choice(each.Name, $"{words(each.Name)} ({each.Count})"));
}
