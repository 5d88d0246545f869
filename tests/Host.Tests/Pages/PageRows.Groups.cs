using Governance.Contracts;

namespace Governance.Tests.Host.Pages;

public static partial class PageRows
{
    private static PageRow[] GroupPages =>
        [
            new("partnerships/{p}/groups", "/partnerships/{p}/groups", GroupReaders),
            new("partnerships/{p}/groups", "/partnerships/{p}/groups?ended=true", GroupReaders),
            new(
                "partnerships/{p}/groups/new",
                "/partnerships/{p}/groups/new",
                [Roles.BusinessUnit]
            ),
            new("groups/{id}", "/groups/{group}", GroupReaders),
            new("groups/{id}", "/groups/{newGroup}", GroupReaders),
            new("groups/{id}", "/groups/{closingGroup}", GroupReaders),
            new("groups/{id}/tasks", "/groups/{group}/tasks", GroupReaders),
            new("groups/{id}/tasks", "/groups/{group}/tasks?state=blocked", GroupReaders),
            new("groups/{id}/board", "/groups/{group}/board", GroupReaders),
            new("groups/{id}/timeline", "/groups/{group}/timeline", GroupReaders),
            new("groups/{id}/timeline", "/groups/{newGroup}/timeline", GroupReaders),
            new("groups/{id}/tasks/new", "/groups/{group}/tasks/new", Progresses),
            PageRow.Everybodys("group-tasks"),
            new("group-tasks/{id}", "/group-tasks/{groupTask}", GroupReaders),
            new("group-tasks/{id}", "/group-tasks/{waitingTask}", GroupReaders),
            new("group-tasks/{id}", "/group-tasks/{blockedTask}", GroupReaders),
            .. (
                (string[])
                    ["completion", "roll-forward", "reassignment", "block", "drop", "dependencies"]
            ).Select(journey => new PageRow(
                $"group-tasks/{{id}}/{journey}",
                $"/group-tasks/{{groupTask}}/{journey}",
                Progresses
            )),
            new("groups/{id}/terms", "/groups/{group}/terms", GroupReaders),
            new("groups/{id}/terms", "/groups/{newGroup}/terms", GroupReaders),
            new("groups/{id}/terms/edit", "/groups/{group}/terms/edit", Progresses),
            new("groups/{id}/members/new", "/groups/{group}/members/new", Staffs),
            new("group-members/{id}/end", "/group-members/{groupMember}/end", Staffs),
            new("groups/{id}/chair", "/groups/{group}/chair", Staffs),
            new("groups/{id}/vice-chair", "/groups/{group}/vice-chair", Staffs),
            new("groups/{id}/chair/resignation", "/groups/{group}/chair/resignation", Progresses),
            new("groups/{id}/reports", "/groups/{group}/reports", GroupReaders),
            new("groups/{id}/reports/new", "/groups/{group}/reports/new", Progresses),
            new("groups/{id}/closure", "/groups/{group}/closure", Progresses),
            new(
                "groups/{id}/closure/decision",
                "/groups/{closingGroup}/closure/decision",
                [Roles.StatutoryPartner]
            ),
            new("groups/{id}/sunset", "/groups/{group}/sunset", [Roles.StatutoryPartner]),
            new("groups/{id}/stand-down", "/groups/{group}/stand-down", [Roles.StatutoryPartner]),
        ];

    private static string[] GroupReaders =>
        [
            Roles.StatutoryPartner,
            Roles.Scrutineer,
            Roles.PartnershipChair,
            Roles.BusinessUnit,
            Roles.GroupChair,
            Roles.GroupMember,
            Roles.Inspector,
        ];

    /// <summary>By their role; whether they are people of the group the page says itself.</summary>
    private static string[] Progresses => [Roles.BusinessUnit, Roles.GroupChair, Roles.GroupMember];

    private static string[] Staffs =>
        [Roles.StatutoryPartner, Roles.BusinessUnit, Roles.GroupChair];
}
