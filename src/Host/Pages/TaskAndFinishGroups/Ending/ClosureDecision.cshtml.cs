using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>The commissioner accepts the closure, which dissolves the group, or returns it with a reason.</summary>
internal sealed class ClosureDecisionModel(DecideOnClosure decide) : GroupPage
{
    [BindProperty]
    public string? Accepted { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public static IEnumerable<Choice> Answers { get; } =
    [
        new(
            "true",
            "Accept it",
            "The group is dissolved, its people’s terms end, and what is left becomes actions of those who take it on."
        ),
        new("false", "Return it", "The group goes on, and mends what you say is missing."),
    ];

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, GroupPermissions.Accept) is { } no)
        {
            return no;
        }

        WhyNot =
            Rights.NotTheCommissioner
            ?? (
                Group.Closure is { State: "proposed" }
                    ? null
                    : "No closure of this group waits for a decision."
            );
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id) =>
        await AnswerAsync(
            await decide.HandleAsync(
                Caller,
                id,
                new ClosureAcceptanceBody(
                    Accepted switch
                    {
                        "true" => true,
                        "false" => false,
                        _ => null,
                    },
                    Reason
                )
            ),
            group =>
                ToGroup(
                    id,
                    Accepted == "true"
                        ? $"The closure is accepted: {group.Name} is dissolved."
                        : "The closure is returned, and the chair has been told why."
                ),
            () => OnGetAsync(id)
        );
}
