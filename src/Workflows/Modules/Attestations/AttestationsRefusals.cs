using Governance.Contracts;

namespace Governance.Modules.Attestations;

/// <summary>This module's refusals. Codes never change.</summary>
public static class AttestationsRefusals
{
    public static readonly Refusal NotAsked = new(
        "attestation.not-asked",
        "This is asked of somebody else: a seat's lead or delegate for the seat, the scrutineer for the scrutiny function, the business unit for everybody else.",
        RefusalKind.Forbidden
    );

    public static readonly Refusal Over = new(
        "attestation.over",
        "This has been answered, or the next quarter has begun.",
        RefusalKind.Conflict
    );

    public static readonly Refusal OwnAppointment = new(
        "attestation.own-appointment",
        "Nobody ends an appointment of their own here. Somebody else of your body answers, or the business unit ends it.",
        RefusalKind.Forbidden
    );

    /// <summary>Names who was left out; the errors are by appointment.</summary>
    public static Refusal Missing(
        IReadOnlyList<string> who,
        IReadOnlyDictionary<string, string[]> errors
    ) =>
        new(
            "attestation.somebody-missing",
            $"Everybody has to be answered for. Missing: {string.Join("; ", who)}.",
            RefusalKind.Invalid,
            errors
        );
}
