namespace Governance.Host.Composition;

/// <summary>The service must not start as it is configured; the message tells the operator what to set. Exit code 2.</summary>
public sealed class CannotStartException(string message) : Exception(message);
