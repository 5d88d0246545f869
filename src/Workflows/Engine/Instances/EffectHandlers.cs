using Governance.Engine.Activities;

namespace Governance.Engine.Instances;

/// <summary>The handlers by kind, asked for at the first effect: a handler may itself need the runner.</summary>
internal sealed class EffectHandlers(Func<IEnumerable<IEffectHandler>> handlers)
{
    private readonly Lazy<Dictionary<string, IEffectHandler>> _byKind = new(() =>
        handlers().ToDictionary(handler => handler.Kind)
    );

    /// <exception cref="InvalidOperationException">A module emits an effect that nobody handles: a bug.</exception>
    public IEffectHandler Of(string kind) =>
        _byKind.Value.GetValueOrDefault(kind)
        ?? throw new InvalidOperationException($"Nobody handles the effect {kind}.");
}
