namespace Governance.Contracts;

/// <summary>Sign-off was asked for.</summary>
/// <param name="Round">The round that it opened; null when the workflow does something else first.</param>
/// <param name="State">The policy's state now.</param>
public sealed record SignOffRequested(RoundAnswer? Round, string State);
