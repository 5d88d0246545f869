namespace Governance.Modules.Clocks;

/// <summary>
/// Which clocks may be paused, by whom and for which reasons (DOMAIN B6.7). A module registers one for its own clocks; a clock of
/// which none speaks is never paused, a sign-off's for example.
/// </summary>
/// <param name="SubjectType">The clocks that run for subjects of this type.</param>
/// <param name="Role">Whoever holds this role in the partnership, and nobody else.</param>
/// <param name="Reasons">Wire name and words of each reason; there is no "other".</param>
/// <param name="Purposes">Of these purposes only; all when left out.</param>
public sealed record PausableClocks(
    string SubjectType,
    string Role,
    IReadOnlyDictionary<string, string> Reasons,
    IReadOnlyList<string>? Purposes = null
)
{
    internal bool Covers(Clock clock) =>
        clock.SubjectType == SubjectType && Purposes?.Contains(clock.Purpose) is not false;
}
