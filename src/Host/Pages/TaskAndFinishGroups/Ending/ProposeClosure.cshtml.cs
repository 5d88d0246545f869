using System.Text.Json;
using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>The chair says what became of each deliverable, who takes on what is left, and what the next group should know.</summary>
internal sealed class ProposeClosureModel(ProposeClosure propose) : GroupPage
{
    /// <summary>More unfinished tasks than this are not given on one by one on a page.</summary>
    private const int MostOutstanding = 100;

    /// <summary>One for each deliverable, in their order.</summary>
    [BindProperty]
    public List<string?> Deliverables { get; set; } = [];

    /// <summary>The unfinished tasks as they stood on the page.</summary>
    [BindProperty]
    public List<string?> Tasks { get; set; } = [];

    /// <summary>Who takes each of them on: a person or a seat.</summary>
    [BindProperty]
    public List<string?> Outstanding { get; set; } = [];

    [BindProperty]
    public string? Lessons { get; set; }

    public IReadOnlyList<GroupTaskAnswer> Unfinished { get; private set; } = [];

    public IReadOnlyList<Choice> TakesOn { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, GroupPermissions.Progress) is { } no)
        {
            return no;
        }

        Result<Page<GroupTaskAnswer>> unfinished = await GroupTaskBook.ListAsync(
            db,
            id,
            Viewer.PersonId,
            Reading.Now,
            new GroupTaskFilter(GroupTaskFilter.Unfinished),
            take: MostOutstanding
        );
        if (unfinished.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }

        WhyNot =
            !Rights.IsChair ? GroupRights.ForTheChair
            : Rights.NotWorking is { } notWorking ? notWorking
            : Group.State == "commissioned"
                ? "The group’s terms of reference are not approved yet, so it cannot be closed. Its commissioner can stand it down."
            : unfinished.Value.Next is not null
                ? $"More than {MostOutstanding} tasks are unfinished. Complete or drop some before the closure, so that each that is left can be given to somebody."
            : null;
        TakesOn =
        [
            .. Choice.Of(Seats.All, seat => $"The {GroupText.Seat(seat)} seat"),
            .. await PeopleToChoose.OfAsync(db, Group.Partnership, Viewer.PersonId, Reading.Now),
        ];
        Unfinished = unfinished.Value.Items;
        Keep();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id) =>
        await AnswerAsync(
            await propose.HandleAsync(
                Caller,
                id,
                new GroupClosureBody(
                    [
                        .. Deliverables.Select(
                            (outcome, place) =>
                                JsonSerializer.SerializeToElement(
                                    new { number = place + 1, outcome = outcome ?? "" }
                                )
                        ),
                    ],
                    [
                        .. Tasks
                            .Zip(Outstanding)
                            .Where(each => !string.IsNullOrEmpty(each.Second))
                            .Select(each => new OutstandingTaskBody(each.First, each.Second)),
                    ],
                    Lessons
                )
            ),
            _ => ToGroup(id, "The closure is proposed. The commissioner is asked to accept it."),
            () => OnGetAsync(id)
        );

    /// <summary>What was chosen stays with its task, though the tasks may have changed meanwhile.</summary>
    private void Keep()
    {
        Dictionary<string, string?> chosen = Tasks
            .Zip(Outstanding)
            .Where(each => each.First is not null)
            .DistinctBy(each => each.First)
            .ToDictionary(each => each.First!, each => each.Second);
        foreach (string key in ModelState.Keys.Where(IsOfAList).ToArray())
        {
            ModelState.Remove(key);
        }

        Tasks = [.. Unfinished.Select(task => task.Id)];
        Outstanding = [.. Unfinished.Select(task => chosen.GetValueOrDefault(task.Id))];
        Deliverables =
        [
            .. Group.Deliverables.Select(
                (_, place) => place < Deliverables.Count ? Deliverables[place] : null
            ),
        ];
    }

    private static bool IsOfAList(string key) => key.Contains('[', StringComparison.Ordinal);
}
