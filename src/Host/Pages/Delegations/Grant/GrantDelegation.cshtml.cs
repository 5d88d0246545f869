using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Delegations;

/// <summary>A seat's lead lends authority: whose, to whom, for what, from when to when; check; done.</summary>
internal sealed class GrantDelegationModel(GrantDelegation grant) : GovernancePage
{
    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public List<string> Classes { get; set; } = [];

    [BindProperty]
    public DateFields Starts { get; set; } = new();

    [BindProperty]
    public DateFields Ends { get; set; } = new();

    [BindProperty]
    public string? Evidence { get; set; }

    public bool IsChecking { get; private set; }

    /// <summary>The seat that the viewer leads; null where they lead none, and then there is no form.</summary>
    public SeatAnswer? Seat { get; private set; }

    /// <summary>The lead of the viewer's own seat, where that is somebody else.</summary>
    public string? LeadName { get; private set; }

    public IEnumerable<TermAnswer> Lenders =>
        new[] { Seat?.Lead, Seat?.Delegate }.OfType<TermAnswer>();

    public IEnumerable<TermAnswer> Borrowers =>
        new[] { Seat?.Delegate }.OfType<TermAnswer>().Concat(Seat?.Deputies ?? []);

    public IEnumerable<Choice> LenderChoices =>
        Lenders.Select(person => new Choice(
            person.Id,
            person.Name,
            person.Id == Seat?.Lead?.Id
                ? "Your own, as lead safeguarding partner"
                : "As delegated safeguarding partner"
        ));

    public IEnumerable<Choice> BorrowerChoices =>
        Borrowers.Select(person => new Choice(
            person.Id,
            person.Name,
            person.Id == Seat?.Delegate?.Id ? "Delegated safeguarding partner" : "Deputy"
        ));

    public string NameOf(string? id) =>
        Lenders.Concat(Borrowers).FirstOrDefault(person => person.Id == id)?.Name ?? id ?? "";

    private GrantDelegationBody Body =>
        new(Seat?.Seat, From, To, Classes, Starts.Value, Ends.Value, Evidence);

    public async Task<IActionResult> OnGetAsync(string p)
    {
        IActionResult page = await LoadAsync(p);
        Starts = DateFields.Of(Reading.Today);
        return page;
    }

    public async Task<IActionResult> OnPostCheckAsync(string p)
    {
        IActionResult page = await LoadAsync(p);
        CheckDates();
        if (DelegationRules.Check(Body, Reading.Today) is { } wrong)
        {
            AddMissing(wrong);
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(() => Task.FromResult(page));
        }

        IsChecking = true;
        return page;
    }

    public Task<IActionResult> OnPostChangeAsync(string p) => LoadAsync(p);

    public async Task<IActionResult> OnPostSendAsync(string p)
    {
        IActionResult page = await LoadAsync(p);
        return await AnswerAsync(
            await grant.HandleAsync(Caller, p, Body),
            done =>
            {
                Tell(
                    $"{done.To.Name} may sign with the authority of {done.From.Name} from {Dates.Day(done.Starts)} to {Dates.Day(done.Ends)}. Both have been told."
                );
                string state =
                    done.Starts > Reading.Today
                        ? DelegationStates.Coming
                        : DelegationStates.InForce;
                return LocalRedirect(
                    $"/partnerships/{Uri.EscapeDataString(p)}/delegations?state={state}"
                );
            },
            () => Task.FromResult(page)
        );
    }

    private void CheckDates()
    {
        if (Starts.Problem("The first day", isRequired: true) is { } first)
        {
            ModelState.AddModelError(nameof(Starts), first);
        }

        if (Ends.Problem("The last day", isRequired: true) is { } last)
        {
            ModelState.AddModelError(nameof(Ends), last);
        }
    }

    /// <summary>What the module's rule says of fields that have no message yet.</summary>
    private void AddMissing(Refusal wrong)
    {
        foreach ((string field, string[] messages) in wrong.Errors!)
        {
            if (
                ModelState.GetFieldValidationState(field)
                != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid
            )
            {
                ModelState.AddModelError(field, messages[0]);
            }
        }
    }

    private async Task<IActionResult> LoadAsync(string p)
    {
        Partnership = p;
        if (RefuseUnless(p, PartnershipsPermissions.Delegate) is { } refused)
        {
            return refused;
        }

        await using GovernanceDb db = Reading.Open();
        return Show(
            await PartnershipBook.FindAsync(db, p, Viewer.PersonId, Reading.Now),
            found =>
            {
                Seat = found.Seats.FirstOrDefault(seat => seat.Lead?.Id == Viewer.PersonId);
                string? own = Viewer
                    .Appointments.FirstOrDefault(held =>
                        held.Partnership == p && held.Seat is not null
                    )
                    ?.Seat;
                LeadName = found.Seats.FirstOrDefault(seat => seat.Seat == own)?.Lead?.Name;
            }
        );
    }
}
