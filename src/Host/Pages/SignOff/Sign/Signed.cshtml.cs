using Governance.Contracts;
using Governance.Modules.SignOff;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.SignOff;

/// <summary>What has been signed, and what happens next. Who has not signed is led to the round.</summary>
internal sealed class SignedModel : RoundPage
{
    public SignatureAnswer Signature { get; private set; } = null!;

    public string[] Waiting { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await LoadAsync(id) is { } no)
        {
            return no;
        }

        if (
            Round.Signatures.LastOrDefault(each =>
                each.Person == Viewer.PersonId && each.State == SignatureStates.Current
            )
            is not { } own
        )
        {
            return Redirect(At);
        }

        Signature = own;
        Waiting =
        [
            .. Round
                .Seats.Where(seat => seat.State != RoundSeatStates.HasSigned)
                .Select(seat => seat.Seat),
        ];
        return Page();
    }
}
