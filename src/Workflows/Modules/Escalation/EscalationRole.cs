namespace Governance.Modules.Escalation;

/// <summary>What somebody is in one challenge.</summary>
public sealed record EscalationRole(bool IsRaiser, bool IsAsked);
