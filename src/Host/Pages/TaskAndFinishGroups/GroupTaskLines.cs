using Governance.Contracts;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>Tasks to list.</summary>
/// <param name="ShowsGroup">Whether each names its group: where they are of several.</param>
internal sealed record GroupTaskLines(IReadOnlyList<GroupTaskAnswer> Tasks, bool ShowsGroup);
