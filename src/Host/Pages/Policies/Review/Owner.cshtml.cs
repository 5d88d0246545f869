using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Partnerships;
using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Policies;

/// <summary>Who looks after a policy: one of the partnership's people who may read it.</summary>
internal sealed class OwnerModel(NameOwner name) : SteeringPage
{
    [BindProperty]
    public string? Person { get; set; }

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id)
    {
        IActionResult page = await SteerAsync(id);
        if (Partnership is null)
        {
            return page;
        }

        await using GovernanceDb db = Reading.Open();
        IReadOnlyList<Appointment> held = await AppointmentRoll.HeldAsync(
            db,
            Partnership,
            Reading.Today
        );
        string[] ids =
        [
            .. held.Where(each => PoliciesPermissions.Read.Roles.Contains(each.Role))
                .Select(each => each.PersonId)
                .Distinct(StringComparer.Ordinal),
        ];
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(db, ids);
        People =
        [
            .. ids.Select(each => new Choice(each, names.GetValueOrDefault(each, each)))
                .OrderBy(each => each.Text, StringComparer.Ordinal),
        ];
        Person ??= Policy.Owner.Id;
        return page;
    }

    public async Task<IActionResult> OnPostAsync(string id) =>
        await AnswerAsync(
            await name.HandleAsync(
                Caller,
                id,
                new NameOwnerBody(Person),
                HttpContext.RequestAborted
            ),
            _ =>
            {
                Tell("The owner is named and told.");
                return Redirect("/policies/" + Uri.EscapeDataString(id));
            },
            () => OnGetAsync(id)
        );
}
