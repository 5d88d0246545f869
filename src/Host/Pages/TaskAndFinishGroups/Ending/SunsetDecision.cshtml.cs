using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>The commissioner extends the group, or has it close down.</summary>
internal sealed class SunsetDecisionModel(DecideOnSunset decide) : GroupPage
{
    [BindProperty]
    public string? Extend { get; set; }

    [BindProperty]
    public DateFields Sunset { get; set; } = new();

    [BindProperty]
    public DateFields Deadline { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    public static IEnumerable<Choice> Answers { get; } =
    [
        new("true", "It goes on", "Give its new sunset date. No task’s date moves by it."),
        new("false", "It closes down", "The chair is asked to propose the closure."),
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
            ?? Rights.NotWorking
            ?? (
                Group.State == "commissioned"
                    ? "The group’s terms of reference are not approved yet. Approve them, or stand the group down."
                    : null
            );
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        bool? extend = Extend switch
        {
            "true" => true,
            "false" => false,
            _ => null,
        };
        if (extend == true)
        {
            foreach (
                (string field, DateFields date, string what, bool isRequired) in ((
                    string,
                    DateFields,
                    string,
                    bool
                )[])
                    [
                        (nameof(Sunset), Sunset, "The new sunset date", true),
                        (nameof(Deadline), Deadline, "The new deadline", false),
                    ]
            )
            {
                if (date.Problem(what, isRequired) is { } problem)
                {
                    ModelState.AddModelError(field, problem);
                }
            }
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(() => OnGetAsync(id));
        }

        return await AnswerAsync(
            await decide.HandleAsync(
                Caller,
                id,
                new SunsetDecisionBody(
                    extend,
                    extend == true ? Sunset.Value : null,
                    Reason,
                    extend == true ? Deadline.Value : null
                )
            ),
            group =>
                ToGroup(
                    id,
                    extend == true
                        ? $"The group goes on until {Dates.Day(group.Sunset)}."
                        : "The group closes down. The chair is asked to propose the closure."
                ),
            () => OnGetAsync(id)
        );
    }
}
