using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Consultation;
using Governance.Modules.Partnerships;
using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Consultation;

/// <summary>Whoever steers the text puts its newest version before an audience.</summary>
internal sealed class OpenModel(RequestConsultation request) : ConsultationPage
{
    [BindProperty]
    public List<string> Audience { get; set; } = [];

    [BindProperty]
    public string? WorkingDays { get; set; }

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, ConsultationPermissions.Steer) is { } no)
        {
            return no;
        }

        List<RelevantAgency> agencies = await WindowStore.AgenciesAsync(
            db,
            Policy.Partnership,
            Reading.Today
        );
        Choices =
        [
            new Choice(
                Audiences.Agencies,
                "Every relevant agency",
                "All that the arrangements name today."
            ),
            .. agencies.Select(agency => new Choice(agency.Id, agency.Name)),
            new Choice(Audiences.Practitioners, "Practitioners"),
            new Choice(Audiences.EverySeat, "The three statutory partners"),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!int.TryParse(WorkingDays, out int days))
        {
            ModelState.AddModelError(nameof(WorkingDays), "Give 1 to 60 working days.");
            return await AgainAsync(() => OnGetAsync(id));
        }

        return await AnswerAsync(
            await request.HandleAsync(
                Caller,
                PoliciesWords.Policy,
                id,
                new OpenConsultationBody([.. Audience], days)
            ),
            opened =>
            {
                Tell(
                    opened.Consultation is null
                        ? "The consultation has been asked for. It opens when the workflow comes to it."
                        : "The consultation is open, and everybody who is asked has been told."
                );
                return Redirect($"/policies/{Uri.EscapeDataString(id)}/consultation");
            },
            () => OnGetAsync(id)
        );
    }
}
