namespace Governance.Host.Composition;

/// <summary>
/// The machine's clock, for tokens, waits and measurements. Acts and timers take the registered <see cref="TimeProvider"/>
/// instead, which a rehearsal can set.
/// </summary>
internal static class RealTime
{
#pragma warning disable RS0030 // The composition root chooses the clock: this is where.
#if REHEARSAL
    public static TimeProvider Clock { get; } = Rehearsal.WrongClock.Of(TimeProvider.System);
#else
    public static TimeProvider Clock => TimeProvider.System;
#endif
#pragma warning restore RS0030
}
