using Governance.Contracts;
using Governance.Modules.Notices;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Modules.Partnerships;

/// <summary>
/// Two partnerships that share their police people, and the installation with its administrator, on 1 February 2027. A person's
/// id says what they are, as <c>police-lead</c>; the other partnership's own people are called <c>south-…</c>.
/// </summary>
internal static class NorthshireForTests
{
    public const string North = "northshire";
    public const string South = "southshire";

    private static readonly DateOnly _start = new(2027, 1, 1);

    public static void Register(IServiceCollection services) =>
        services.AddPartnerships().AddNotices();

    public static async Task EstablishAsync(GovernanceStore store)
    {
        EstablishPartnership establish = store.Get<EstablishPartnership>();
        NewPartnership[] places = [Installation, Northshire, Southshire];
        foreach (NewPartnership place in places)
        {
            Result<PartnershipLine> answer = await establish.HandleAsync(place);
            Assert.Null(answer.Refusal);
        }
    }

    public static NewPartnership Installation { get; } =
        new(
            Partnership.Installation,
            "The installation",
            People("administrator"),
            [],
            [Role("administrator", Roles.Administrator)]
        );

    public static NewPartnership Northshire { get; } =
        new(
            North,
            "Northshire Safeguarding Children Partnership",
            People(
                "council-lead",
                "council-delegate",
                "council-deputy",
                "board-lead",
                "board-delegate",
                "police-lead",
                "police-delegate",
                "police-deputy",
                "unit-one",
                "unit-two",
                "school",
                "candidate",
                "nobody"
            ),
            [new NewAgency("schools", "Schools together")],
            [
                Seat("council-lead", Seats.LocalAuthority, Levels.Lead),
                Seat("council-delegate", Seats.LocalAuthority, Levels.Delegate),
                Seat("council-deputy", Seats.LocalAuthority, Levels.Deputy),
                Seat("board-lead", Seats.IntegratedCareBoard, Levels.Lead),
                Seat("board-delegate", Seats.IntegratedCareBoard, Levels.Delegate),
                Seat("police-lead", Seats.Police, Levels.Lead),
                Seat("police-delegate", Seats.Police, Levels.Delegate),
                Seat("police-deputy", Seats.Police, Levels.Deputy),
                Role("police-delegate", Roles.PartnershipChair),
                Role("unit-one", Roles.BusinessUnit),
                Role("unit-two", Roles.BusinessUnit),
                Role("school", Roles.AgencyRepresentative) with
                {
                    Agency = "schools",
                },
            ]
        );

    public static NewPartnership Southshire { get; } =
        new(
            South,
            "Southshire Safeguarding Children Partnership",
            People("south-lead", "south-unit", "police-lead", "police-delegate"),
            [],
            [
                Seat("south-lead", Seats.LocalAuthority, Levels.Lead),
                Seat("police-lead", Seats.Police, Levels.Lead),
                Seat("police-delegate", Seats.Police, Levels.Delegate),
                Role("south-unit", Roles.BusinessUnit),
            ]
        );

    public static ActCaller By(string person) => new(person);

    public static AppointPersonBody Role(string person, string role) =>
        new(person, role, null, null, null, null, _start, null);

    public static AppointPersonBody Seat(string person, string seat, string level) =>
        Role(person, Roles.StatutoryPartner) with
        {
            Seat = seat,
            Level = level,
        };

    private static NewPerson[] People(params string[] ids) =>
        [.. ids.Select(id => new NewPerson("tenant", "object-" + id, "The " + id, Id: id))];
}
