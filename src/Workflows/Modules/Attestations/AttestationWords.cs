namespace Governance.Modules.Attestations;

/// <summary>Stable names of this module that stand in the record, in asks and in notices; they never change.</summary>
public static class AttestationWords
{
    /// <summary>Subject type.</summary>
    public const string Subject = "attestation";

    /// <summary>Kind of the ask, and purpose of the clock.</summary>
    public const string Attest = "attest";

    // Acts.
    public const string Open = "attestation.open";
    public const string Remind = "attestation.remind";
    public const string LimitPassed = "attestation.limit-passed";
    public const string Answer = "attestation.answer";
    public const string Missed = "attestation.missed";
}

/// <summary>Stored names; never change.</summary>
public static class AttestationStates
{
    public const string Open = "open";

    /// <summary>Everybody was answered for, in time or late.</summary>
    public const string Answered = "answered";

    /// <summary>The next quarter began without an answer.</summary>
    public const string Missed = "missed";
}

/// <summary>What is said of one appointment. Stored names; never change.</summary>
public static class AttestationVerdicts
{
    public const string Holds = "holds";
    public const string HasLeft = "hasLeft";
    public const string ChangedRole = "changedRole";

    /// <summary>It ends for a reason in words.</summary>
    public const string Other = "other";

    public static IReadOnlyList<string> All { get; } = [Holds, HasLeft, ChangedRole, Other];

    /// <summary>The reason as it stands at the appointment's end.</summary>
    public static string Reason(string verdict, string? words) =>
        verdict switch
        {
            HasLeft => "Has left",
            ChangedRole => "Changed role",
            _ => words ?? string.Empty,
        };
}
