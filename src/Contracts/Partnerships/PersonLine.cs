namespace Governance.Contracts;

/// <summary>Somebody, by our opaque id; the name is a label and may change.</summary>
public sealed record PersonLine(string Id, string Name);

/// <summary>Who the caller is and what they may act as today.</summary>
public sealed record MeAnswer(
    string Id,
    string Name,
    string? Email,
    IReadOnlyList<AppointmentAnswer> Appointments
);

/// <summary>Somebody of the whole installation, by the e-mail address of their sign-in or by their reference (their id).</summary>
public sealed record FindPersonBody(string? Find);
