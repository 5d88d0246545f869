using Governance.Contracts;
using Governance.Modules.Partnerships;

namespace Governance.Host.Rehearsal;

/// <summary>
/// The partnerships that a rehearsal begins with, shaped on how England's partnerships are made up. Everybody is named by what
/// they are; the board's and the police's people serve both partnerships, as they do where boundaries differ.
/// </summary>
internal static class ExampleData
{
    /// <summary>Long ago, so that the clock can be set back and everybody is still in office.</summary>
    private static readonly DateOnly From = new(2020, 4, 1);

    // The directory of each body: the partners sign in from their own, the scrutineer from none of theirs.
    private const string Council = "rehearsal-council";
    private const string OtherCouncil = "rehearsal-other-council";
    private const string Board = "rehearsal-board";
    private const string Force = "rehearsal-police";
    private const string Elsewhere = "rehearsal-elsewhere";

    public static Directories Directories { get; } =
        new([
            new(Council, "Example Council", [$"example/{Seats.LocalAuthority}"]),
            new(OtherCouncil, "Neighbouring Council", [$"neighbouring/{Seats.LocalAuthority}"]),
            new(Board, "Integrated Care Board", [Seats.IntegratedCareBoard]),
            new(Force, "Police", [Seats.Police]),
            new(Elsewhere, "Everybody else", [Modules.Partnerships.OrganisationDirectory.Scrutiny]),
        ]);

    private const string Group = "neglect-strategy-group";

    private static readonly NewPerson[] SharedPeople =
    [
        Person("board-lead", "Chief Executive of the Integrated Care Board", Board),
        Person("board-delegate", "Chief Nursing Officer of the Integrated Care Board", Board),
        Person("board-deputy", "Designated Nurse for Safeguarding", Board),
        Person("police-lead", "Chief Constable", Force),
        Person("police-delegate", "Assistant Chief Constable", Force),
        Person("police-deputy", "Head of Public Protection", Force),
    ];

    private static readonly NewPerson[] ExamplePeople =
    [
        Person("local-authority-lead", "Chief Executive of the Council", Council),
        Person("local-authority-delegate", "Director of Children's Services", Council),
        Person("local-authority-deputy", "Head of Safeguarding at the Council", Council),
        Person("scrutineer", "Independent Scrutineer", Elsewhere),
        Person("business-unit-manager", "Business Manager of the Partnership", Council),
        Person("business-unit-officer", "Policy Officer of the Partnership", Council),
        Person("administrator", "Service Administrator", Council),
        Person("group-chair", "Chair of the Neglect Strategy Group", Board),
        Person("group-member-one", "Practice Lead for Early Help", Council),
        Person("group-member-two", "Named Doctor for Safeguarding", Board),
        Person("schools-representative", "Representative of the Schools", Elsewhere),
        Person("hospital-representative", "Representative of the Hospital Trust", Elsewhere),
        Person("probation-representative", "Representative of the Probation Service", Elsewhere),
        Person("practitioner", "Social Worker", Council),
        Person("inspector", "Inspector of Joint Arrangements", Elsewhere),
    ];

    private static readonly NewPerson[] NeighbouringPeople =
    [
        Person("other-authority-lead", "Chief Executive of the Neighbouring Council", OtherCouncil),
        Person(
            "other-authority-delegate",
            "Neighbouring Director of Children's Services",
            OtherCouncil
        ),
        Person("other-authority-deputy", "Neighbouring Head of Safeguarding", OtherCouncil),
        Person("other-scrutineer", "Neighbouring Independent Scrutineer", Elsewhere),
        Person("other-business-unit-manager", "Neighbouring Business Manager", OtherCouncil),
        Person("other-business-unit-officer", "Neighbouring Policy Officer", OtherCouncil),
    ];

    public static IReadOnlyList<NewPartnership> Partnerships { get; } =
    [
        new(
            "example",
            "Example Safeguarding Children Partnership",
            [.. ExamplePeople, .. SharedPeople],
            [
                new("schools", "Schools and colleges", From),
                new("hospital", "Hospital Trust", From),
                new("probation", "Probation Service", From),
            ],
            [
                .. Seat(Seats.LocalAuthority, "local-authority"),
                .. Seat(Seats.IntegratedCareBoard, "board"),
                .. Seat(Seats.Police, "police"),
                Appoint("police-delegate", Roles.PartnershipChair),
                Appoint("scrutineer", Roles.Scrutineer),
                Appoint("business-unit-manager", Roles.BusinessUnit),
                Appoint("business-unit-officer", Roles.BusinessUnit),
                Appoint("administrator", Roles.Administrator),
                Appoint("group-chair", Roles.GroupChair, group: Group),
                Appoint("group-member-one", Roles.GroupMember, group: Group),
                Appoint("group-member-two", Roles.GroupMember, group: Group),
                Appoint("schools-representative", Roles.AgencyRepresentative, agency: "schools"),
                Appoint("hospital-representative", Roles.AgencyRepresentative, agency: "hospital"),
                Appoint(
                    "probation-representative",
                    Roles.AgencyRepresentative,
                    agency: "probation"
                ),
                Appoint("practitioner", Roles.Practitioner),
                Appoint("inspector", Roles.Inspector),
            ]
        ),
        new(
            "neighbouring",
            "Neighbouring Safeguarding Children Partnership",
            [.. NeighbouringPeople, .. SharedPeople],
            [new("schools", "Schools and colleges", From)],
            [
                .. Seat(Seats.LocalAuthority, "other-authority"),
                .. Seat(Seats.IntegratedCareBoard, "board"),
                .. Seat(Seats.Police, "police"),
                Appoint("other-authority-delegate", Roles.PartnershipChair),
                Appoint("other-scrutineer", Roles.Scrutineer),
                Appoint("other-business-unit-manager", Roles.BusinessUnit),
                Appoint("other-business-unit-officer", Roles.BusinessUnit),
            ]
        ),
    ];

    private static NewPerson Person(string id, string name, string directory) =>
        new(directory, id, name, Id: id);

    private static IEnumerable<AppointPersonBody> Seat(string seat, string people) =>
        Levels.All.Select(level =>
            Appoint($"{people}-{level}", Roles.StatutoryPartner, seat, level)
        );

    private static AppointPersonBody Appoint(
        string person,
        string role,
        string? seat = null,
        string? level = null,
        string? agency = null,
        string? group = null
    ) => new(person, role, seat, level, agency, group, From, null);
}
