using Governance.Contracts;
using Governance.Host.SignIn;
using Governance.Modules.SignOff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Host.Pages.SignOff;

/// <summary>The reason, then a check of what a rejection does, then the act.</summary>
[NeedsFreshSignIn]
internal sealed class RejectModel(RejectRound reject) : RoundPage
{
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The seat that rejects; null when the viewer may reject for none.</summary>
    public SeatStanding? Seat { get; private set; }

    public Refusal? WhyNot { get; private set; }

    public bool IsCheck { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await LoadAsync(id, SignOffPermissions.Sign) is { } no)
        {
            return no;
        }

        Seat = Standing.MaySign.FirstOrDefault();
        WhyNot = Seat is null ? Standing.Own?.WhyNotSign : null;
        return Page();
    }

    protected override void Refill(IReadOnlyDictionary<string, string> kept)
    {
        Reason = kept.GetValueOrDefault(nameof(Reason));
        IsCheck = SignOffRound.CheckReason(Reason) is null;
    }

    /// <summary>Back to the reason, with what was typed.</summary>
    public Task<IActionResult> OnPostChangeAsync(string id) => OnGetAsync(id);

    public async Task<IActionResult> OnPostCheckAsync(string id)
    {
        if (SignOffRound.CheckReason(Reason) is { } refusal)
        {
            AddErrors(refusal);
            return await AgainAsync(() => OnGetAsync(id));
        }

        IsCheck = true;
        return await OnGetAsync(id);
    }

    public async Task<IActionResult> OnPostRejectAsync(string id)
    {
        IActionResult page = await OnGetAsync(id);
        if (page is not PageResult)
        {
            return page;
        }

        string? seat = (Seat ?? Standing.Own)?.Seat;
        Result<RoundAnswer> rejected = await reject.HandleAsync(
            Caller,
            id,
            new RejectRoundBody(seat, Reason)
        );
        return await AnswerAsync(
            rejected,
            round =>
            {
                Tell(
                    $"You rejected the text for {RoundWords.For(seat!)}. It went back to its authors with your reason."
                );
                return Redirect($"/sign-offs/{Uri.EscapeDataString(round.Id)}");
            },
            () => OnGetAsync(id)
        );
    }
}
