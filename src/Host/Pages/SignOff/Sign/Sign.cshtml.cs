using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Host.SignIn;
using Governance.Modules.SignOff;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.SignOff;

/// <summary>
/// In what capacity (only where there are several), then what is signed, word for word, and the button. Who may not sign reads why
/// before they begin.
/// </summary>
[NeedsFreshSignIn]
internal sealed class SignModel(SignRound sign) : RoundPage
{
    /// <summary>The seat, and after a dot the instrument: what the choice of a capacity sends.</summary>
    [BindProperty(SupportsGet = true)]
    public string? As { get; set; }

    [BindProperty]
    public string? Hash { get; set; }

    public IReadOnlyList<Choice> Capacities { get; private set; } = [];

    /// <summary>What is signed, once it is clear in what capacity; null before, and when nothing may be signed.</summary>
    public SeatStanding? Seat { get; private set; }

    public SigningCapacity? Capacity { get; private set; }

    /// <summary>Why nothing may be signed; null when something may.</summary>
    public Refusal? WhyNot { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await LoadAsync(id, SignOffPermissions.Sign) is { } no)
        {
            return no;
        }

        (SeatStanding Seat, SigningCapacity Capacity)[] open =
        [
            .. Standing.MaySign.SelectMany(seat =>
                seat.Capacities.Select(capacity => (seat, capacity))
            ),
        ];
        if (open.Length == 0)
        {
            WhyNot = Standing.Own?.WhyNotSign;
            return Page();
        }

        Capacities =
        [
            .. open.Select(each => new Choice(
                KeyOf(each.Capacity),
                $"For {RoundWords.For(each.Seat.Seat)}, {RoundWords.Capacity(each.Capacity)}"
            )),
        ];
        int chosen =
            open.Length == 1 ? 0 : Array.FindIndex(open, each => KeyOf(each.Capacity) == As);
        if (chosen >= 0)
        {
            (Seat, Capacity) = open[chosen];
            As = KeyOf(open[chosen].Capacity);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        string[] parts = (As ?? string.Empty).Split('.', 2);
        Result<RoundAnswer> signed = await sign.HandleAsync(
            Caller,
            id,
            new SignRoundBody(parts[0], Hash, parts.Length > 1 ? parts[1] : null)
        );
        return await AnswerAsync(
            signed,
            round => Redirect($"/sign-offs/{Uri.EscapeDataString(round.Id)}/sign/confirmation"),
            () => OnGetAsync(id)
        );
    }

    protected override void Refill(IReadOnlyDictionary<string, string> kept) =>
        As = kept.GetValueOrDefault(nameof(As));

    private static string KeyOf(SigningCapacity capacity) =>
        capacity.InstrumentId is null ? capacity.Seat : $"{capacity.Seat}.{capacity.InstrumentId}";
}
