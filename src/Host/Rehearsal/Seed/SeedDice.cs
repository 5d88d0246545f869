namespace Governance.Host.Rehearsal.Seed;

/// <summary>
/// Chance that falls the same way every time for the same number (SplitMix64), so that a policy is planned alike before and after
/// an interruption.
/// </summary>
internal sealed class SeedDice(int number)
{
    private ulong _state = (ulong)number * 0x9E3779B97F4A7C15 + 0x5EED;

    /// <summary>0 to <paramref name="below"/> − 1.</summary>
    public int Below(int below) => (int)(Next() % (ulong)below);

    /// <summary>Both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool InHundred(int times) => Below(100) < times;

    public T One<T>(IReadOnlyList<T> of) => of[Below(of.Count)];

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
