using Governance.Modules.Asks;
using Governance.Modules.Clocks;
using Governance.Storage;

namespace Governance.Modules.SignOff;

/// <summary>The asks of a round's seats: opened, brought to another level, cancelled.</summary>
internal static class RoundAsks
{
    public static Task<Ask> OpenAsync(Act act, SignOffRound round, RoundSeat seat, Clock? clock) =>
        AskBook.OpenAsync(
            act,
            new AskDraft(
                SignOffWords.AskToSign,
                new SubjectRef(SignOffWords.Round, round.Id, round.Hash),
                round.SubjectTitle,
                Seat: seat.Seat,
                Level: seat.Level,
                DocumentClass: round.DocumentClass,
                DueAt: clock?.DueAt,
                ClockId: clock?.Id
            )
        );

    /// <summary>Brings the seat's ask to another level. False when it stands there already.</summary>
    public static async Task<bool> BringToAsync(Act act, RoundSeat seat, string level)
    {
        if (seat.Level == level || seat.AskId is null)
        {
            return false;
        }

        await AskBook.ReaddressAsync(act, seat.AskId, seat.Seat, level);
        seat.Level = level;
        return true;
    }

    public static async Task CancelAsync(Act act, SignOffRound round, string reason)
    {
        foreach (RoundSeat seat in round.Seats.Where(seat => seat.AskId is not null))
        {
            await AskBook.CancelAsync(act, seat.AskId!, reason);
        }
    }
}
