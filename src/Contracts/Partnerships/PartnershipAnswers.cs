namespace Governance.Contracts;

public sealed record PartnershipLine(string Id, string Name);

/// <summary>A partnership as its people see it on a day.</summary>
/// <param name="ScrutinyFunction">One or more appointees (DOMAIN A1.7); empty is a vacancy.</param>
public sealed record PartnershipAnswer(
    string Id,
    string Name,
    DateOnly Established,
    DateOnly On,
    IReadOnlyList<SeatAnswer> Seats,
    ChairAnswer? Chair,
    IReadOnlyList<TermAnswer> ScrutinyFunction,
    IReadOnlyList<TermAnswer> BusinessUnit,
    IReadOnlyList<AgencyAnswer> Agencies,
    IReadOnlyList<VacancyAnswer> Vacancies
);

/// <param name="Holder">Who answers for the seat from day to day: its delegate, or its lead while there is none.</param>
/// <param name="Delegations">Instruments in force on that day.</param>
public sealed record SeatAnswer(
    string Seat,
    TermAnswer? Lead,
    TermAnswer? Delegate,
    TermAnswer? Holder,
    IReadOnlyList<TermAnswer> Deputies,
    IReadOnlyList<SeatDelegationAnswer> Delegations
);

/// <summary>Somebody's appointment, with its term.</summary>
public sealed record TermAnswer(
    string Id,
    string Name,
    string Appointment,
    DateOnly From,
    DateOnly? To
);

/// <param name="Seat">The seat that the chair is the delegate of.</param>
public sealed record ChairAnswer(
    string Id,
    string Name,
    string Appointment,
    DateOnly From,
    DateOnly? To,
    string Seat
);

public sealed record SeatDelegationAnswer(
    string Id,
    PersonLine From,
    PersonLine To,
    IReadOnlyList<string> Classes,
    DateOnly Starts,
    DateOnly Ends
);

public sealed record AgencyAnswer(
    string Id,
    string Name,
    IReadOnlyList<TermAnswer> Representatives
);

/// <summary>Something that nobody holds, and since when (DOMAIN B1.9).</summary>
/// <param name="What">lead, delegate, partnershipChair, scrutineer or businessUnit.</param>
public sealed record VacancyAnswer(string What, string? Seat, DateOnly Since, string Message);
