using Governance.Contracts.Attestations;
using Governance.Modules.Attestations;

namespace Governance.Host.Pages.Attestations;

/// <summary>Attestations in the words that people read.</summary>
internal static class AttestationText
{
    public static string Body(string body) => Words.Begin(AttestationBodies.InWords(body));

    public static string Quarter(string name) =>
        Modules.Attestations.Quarter.Read(name)?.InWords ?? name;

    /// <summary>Overdue only while it can still be answered.</summary>
    public static string State(AttestationAnswer attestation) =>
        attestation is { State: AttestationStates.Open, Overdue: true }
            ? "overdue"
            : attestation.State;

    public static string Verdict(string? verdict) =>
        verdict switch
        {
            AttestationVerdicts.Holds => "Holds it still",
            AttestationVerdicts.HasLeft => "Has left",
            AttestationVerdicts.ChangedRole => "Changed role",
            AttestationVerdicts.Other => "Ended for another reason",
            _ => "Not answered for yet",
        };

    /// <summary>For example "18 confirmed, 2 ended".</summary>
    public static string Outcome(AttestationAnswer attestation) =>
        attestation.Ended == 0
            ? $"{attestation.Confirmed} confirmed, none ended"
            : $"{attestation.Confirmed} confirmed, {attestation.Ended} ended";
}
