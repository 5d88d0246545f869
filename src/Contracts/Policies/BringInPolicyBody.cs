namespace Governance.Contracts;

/// <summary>A policy that was kept elsewhere.</summary>
/// <param name="Policy">Its text, as for one that is begun here.</param>
/// <param name="Owner">Who looks after it; whoever brings it in when left out.</param>
/// <param name="Approved">What is said about an approval before it came here; it counts for nothing here.</param>
public sealed record BringInPolicyBody(
    CreatePolicyBody Policy,
    string? Owner = null,
    OutsideApprovalBody? Approved = null
);

/// <param name="By">Who approved it.</param>
/// <param name="Evidence">Where that can be looked up.</param>
/// <param name="ReviewOn">When its review was due there.</param>
public sealed record OutsideApprovalBody(
    string? By,
    DateOnly? On,
    string? Evidence,
    DateOnly? ReviewOn = null
);
