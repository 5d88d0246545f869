using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Policies;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Policies;

/// <summary>Somebody begins a policy.</summary>
internal sealed class NewModel(CreatePolicy create) : DraftPage
{
    public async Task<IActionResult> OnGetAsync(string p)
    {
        Class = DocumentClasses.Policy;
        return await FormAsync(p);
    }

    public async Task<IActionResult> OnPostAsync(string p)
    {
        if (Do == Preview)
        {
            return await PreviewAsync(() => FormAsync(p));
        }

        Result<PolicySaved> saved = await create.HandleAsync(
            Caller,
            p,
            new CreatePolicyBody(Class, Title, Summary, Body, Months, TagList, Group),
            HttpContext.RequestAborted
        );
        return await AnswerAsync(
            saved,
            done =>
            {
                Tell("The policy is begun, and version 1 is saved.");
                return Redirect("/policies/" + done.Id);
            },
            () => FormAsync(p)
        );
    }

    private async Task<IActionResult> FormAsync(string p)
    {
        Partnership = p;
        if (RefuseUnless(p, PoliciesPermissions.Draft) is { } no)
        {
            return no;
        }

        bool namesNone =
            Viewer.Holds(p, Roles.BusinessUnit) || Viewer.Holds(p, Roles.StatutoryPartner);
        if (!namesNone)
        {
            await using GovernanceDb db = Reading.Open();
            IReadOnlyDictionary<string, string> names = await GroupBook.NamesAsync(
                db,
                p,
                Viewer.Groups(p)
            );
            GroupChoices = Choice.Of(
                Viewer.Groups(p),
                group => names.GetValueOrDefault(group, group)
            );
        }

        if (GroupChoices.Count == 1)
        {
            Group = GroupChoices[0].Value;
        }

        return Page();
    }
}
