using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Scrutiny;

/// <summary>
/// Who answers for a seat: its holders, also when its challenge has gone further up, and whoever is asked at the present stage.
/// </summary>
internal static class AnswerRights
{
    /// <summary>Null when the person may; then it stands in what capacity.</summary>
    public static Refusal? Check(Act act, string seat, ChallengeStage? stage)
    {
        Standing standing = act.Kept<Standing>()!;
        AskedOf? asked = stage
            ?.AskedOf.Select(AskedOf.Read)
            .FirstOrDefault(one => one.Includes(standing));
        if (!standing.HoldsSeat(seat) && asked is null)
        {
            return ScrutinyRefusals.NotAddressed;
        }

        act.Capacity = CapacityOf(
            standing,
            standing.HoldsSeat(seat) ? seat : asked!.Seat,
            isChair: !standing.HoldsSeat(seat) && asked!.Role is not null
        );
        return null;
    }

    /// <summary>Only the seat itself, for what is said in its own name.</summary>
    public static Refusal? CheckSeat(Act act, string seat)
    {
        Standing standing = act.Kept<Standing>()!;
        if (!standing.HoldsSeat(seat))
        {
            return ScrutinyRefusals.NotTheSeat;
        }

        act.Capacity = CapacityOf(standing, seat, isChair: false);
        return null;
    }

    private static ActCapacity CapacityOf(Standing standing, string? seat, bool isChair) =>
        isChair
            ? new ActCapacity(standing.Seats.FirstOrDefault(), LadderStages.Chair)
            : new ActCapacity(
                seat,
                standing.HoldsSeat(seat!, Levels.Lead) ? Levels.Lead
                    : standing.HoldsSeat(seat!, Levels.Delegate) ? Levels.Delegate
                    : Levels.Deputy
            );
}
