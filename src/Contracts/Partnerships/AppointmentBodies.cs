namespace Governance.Contracts;

/// <summary>A person in a seat or role for dated terms; both dates are inclusive.</summary>
public sealed record AppointPersonBody(
    string? Person,
    string? Role,
    string? Seat,
    string? Level,
    string? Agency,
    string? Group,
    DateOnly? From,
    DateOnly? To
);

public sealed record EndAppointmentBody(string? Reason);

/// <summary>
/// An appointment. <paramref name="State"/> is one of <see cref="AppointmentStates"/>; <paramref name="Approval"/> names what
/// waits for a second person, and an answer that carries one is not final. <paramref name="EndedOn"/> is the first day on which it
/// was no longer held because it was ended.
/// </summary>
public sealed record AppointmentAnswer(
    string Id,
    string Partnership,
    PersonLine Person,
    string Role,
    string? Seat,
    string? Level,
    string? Agency,
    string? Group,
    DateOnly From,
    DateOnly? To,
    string State,
    string? Approval = null,
    DateOnly? EndedOn = null
);

/// <summary>Wire names; never change.</summary>
public static class AppointmentStates
{
    /// <summary>Waits for its second approver; gives no right yet.</summary>
    public const string PendingApproval = "pendingApproval";

    /// <summary>Made; it gives its rights on the days of its term.</summary>
    public const string Active = "active";

    /// <summary>The second approver said no; it never gave a right.</summary>
    public const string Declined = "declined";

    public const string Ended = "ended";
}
