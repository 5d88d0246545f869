namespace Governance.Modules.Escalation;

/// <summary>What somebody is in one challenge.</summary>
public sealed record ChallengeRole(bool IsRaiser, bool IsAsked);
