using Governance.Contracts;
using Governance.Modules.SignOff;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.SignOff;

/// <summary>The viewer takes back their own signature before publication, with a reason.</summary>
internal sealed class WithdrawSignatureModel(WithdrawSignature withdraw) : RoundPage
{
    [BindProperty]
    public string? Reason { get; set; }

    public SeatStanding? Seat { get; private set; }

    public Refusal? WhyNot { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await LoadAsync(id, SignOffPermissions.Sign) is { } no)
        {
            return no;
        }

        Seat = Standing.MayWithdraw;
        WhyNot = Seat is null ? Standing.Own?.WhyNotWithdraw : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, string? seat)
    {
        Result<RoundAnswer> withdrawn = await withdraw.HandleAsync(
            Caller,
            id,
            new WithdrawSignatureBody(seat, Reason)
        );
        return await AnswerAsync(
            withdrawn,
            round =>
            {
                Tell(
                    $"Your signature for {RoundWords.For(seat!)} is withdrawn. The seat is asked again."
                );
                return Redirect($"/sign-offs/{Uri.EscapeDataString(round.Id)}");
            },
            () => OnGetAsync(id)
        );
    }
}
