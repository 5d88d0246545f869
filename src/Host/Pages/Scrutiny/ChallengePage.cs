using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Calendars;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Scrutiny;

/// <summary>A page about one challenge, and perhaps about one of the seats that it is addressed to.</summary>
internal abstract class ChallengePage : GovernancePage
{
    public new ChallengeAnswer Challenge { get; private set; } = null!;

    /// <summary>The seat that the page is about; the first that is addressed where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Seat { get; set; }

    public AddresseeAnswer Addressee { get; private set; } = null!;

    /// <summary>Why the page's form is not for this viewer, or not now; null where it is. Whether the act is allowed stays the act's to say.</summary>
    public string? WhyNot { get; protected set; }

    public WorkingCalendar Calendar { get; private set; } = null!;

    public DateTime Now => Reading.Now;

    public string At => $"/challenges/{Uri.EscapeDataString(Challenge.Id)}";

    public string Name => $"Challenge {Challenge.Number}";

    public bool IsScrutiny => Viewer.May(Challenge.Partnership, ScrutinyPermissions.Scrutinise);

    public bool IsOpen => Challenge.State == ChallengeStates.Open;

    public IReadOnlyList<Choice> Seats =>
        Choice.Of(Challenge.Addressees.Select(each => each.Seat), Words.Seat);

    /// <summary>Null when the viewer may see the challenge and has the right.</summary>
    protected async Task<IActionResult?> LoadAsync(
        GovernanceDb db,
        string id,
        Permission permission
    )
    {
        Result<ChallengeAnswer> found = await ChallengeBook.FindAsync(
            db,
            id,
            Viewer.PersonId,
            Reading.Now
        );
        if (found.IsRefused)
        {
            return Refuse(found.Refusal);
        }

        Challenge = found.Value;
        Partnership = Challenge.Partnership;
        Addressee =
            Challenge.Addressees.FirstOrDefault(each => each.Seat == Seat)
            ?? Challenge.Addressees.FirstOrDefault(each => HoldsSeat(each.Seat))
            ?? Challenge.Addressees[0];
        Seat = Addressee.Seat;
        Calendar = await CalendarBook.CurrentAsync(db, CalendarIds.EnglandAndWales);
        return RefuseUnless(Challenge.Partnership, permission);
    }

    public bool HoldsSeat(string seat) =>
        Viewer.Appointments.Any(held =>
            held.Partnership == Challenge.Partnership && held.Seat == seat
        );

    /// <summary>Whether the viewer answers for the seat: its holder, or asked at its stage.</summary>
    public bool MayAnswer(AddresseeAnswer addressee) =>
        HoldsSeat(addressee.Seat)
        || addressee.AskedOf.Any(key =>
            key == LadderStages.Chair
                ? Viewer.Holds(Challenge.Partnership, Roles.PartnershipChair)
                : Viewer.Appointments.Any(held =>
                    held.Partnership == Challenge.Partnership
                    && (key == held.Seat || key == $"{held.Seat}:{held.Level}")
                )
        );

    protected string? WhyNotAnswer =>
        !IsOpen ? "This challenge has ended."
        : !MayAnswer(Addressee)
            ? "Only holders of the seat that it is addressed to answer, and whoever is asked at its stage."
        : null;

    protected IActionResult ToChallenge(string id, string done)
    {
        Tell(done);
        return LocalRedirect($"/challenges/{Uri.EscapeDataString(id)}");
    }
}
