using Governance.Contracts;
using Governance.Modules.Partnerships;

namespace Governance.Modules.Scrutiny;

/// <summary>Somebody who is asked at a stage: a seat, one level of it, or the partnership's chair.</summary>
internal sealed record AskedOf(string? Seat, string? Level, string? Role)
{
    /// <summary>As it is stored and sent: <c>chair</c>, <c>police</c>, <c>police:lead</c>.</summary>
    public string Key =>
        Role is not null ? LadderStages.Chair
        : Level is null ? Seat!
        : $"{Seat}:{Level}";

    public static AskedOf Read(string key)
    {
        string[] parts = key.Split(':');
        return key == LadderStages.Chair
            ? new AskedOf(null, null, Roles.PartnershipChair)
            : new AskedOf(parts[0], parts.Length > 1 ? parts[1] : null, null);
    }

    public bool Includes(Standing standing) =>
        Role is not null ? standing.Holds(Role)
        : Level is null ? standing.HoldsSeat(Seat!)
        : standing.HoldsSeat(Seat!, Level);
}

/// <summary>Who holds what, as far as the ladder asks for it.</summary>
/// <param name="ChairSeats">The seats that the partnership's chair holds; null where nobody chairs it.</param>
/// <param name="SeatsWithDelegate">The seats that have a delegate.</param>
internal sealed record LadderPeople(
    IReadOnlySet<string>? ChairSeats,
    IReadOnlySet<string> SeatsWithDelegate
);

/// <summary>
/// Who is asked at each stage (DOMAIN B5.5). The chair is one of the delegates: where it is the chair's own seat that did not answer,
/// another seat's delegate is asked in their place, and where there is none the leads are; never who is late. Pure.
/// </summary>
internal static class StageAddressees
{
    /// <returns>Nobody where the stage has nobody to ask: then the next one is.</returns>
    public static IReadOnlyList<AskedOf> Of(string stage, string seat, LadderPeople people) =>
        stage switch
        {
            LadderStages.Seat => [new AskedOf(seat, null, null)],
            LadderStages.Chair => Chair(seat, people),
            LadderStages.Leads =>
            [
                .. Seats.All.Select(each => new AskedOf(each, Levels.Lead, null)),
            ],
            _ => [],
        };

    private static AskedOf[] Chair(string seat, LadderPeople people)
    {
        if (people.ChairSeats is { } held && !held.Contains(seat))
        {
            return [new AskedOf(null, null, Roles.PartnershipChair)];
        }

        return
        [
            .. Seats
                .All.Where(other => other != seat && people.SeatsWithDelegate.Contains(other))
                .Take(1)
                .Select(other => new AskedOf(other, Levels.Delegate, null)),
        ];
    }
}
