namespace Governance.Storage;

/// <summary>Begins, commits and undoes the unit of work that one act runs in: one implementation a database.</summary>
internal interface IActTransactions
{
    /// <summary>Runs <paramref name="work"/> in a transaction and returns once what it wrote is durable.</summary>
    /// <param name="waiting">Ends the wait for a turn, never the work.</param>
    Task<T> RunAsync<T>(Func<ActUnit, Task<T>> work, CancellationToken waiting);

    /// <summary>Whether the exception says that another act was first, so that running again gives the true answer.</summary>
    bool IsLostRace(Exception exception);
}

/// <summary>The unit of work of one act.</summary>
internal abstract class ActUnit(GovernanceDb db)
{
    public GovernanceDb Db { get; } = db;

    /// <summary>Whether everything is taken back in the end: nothing is recorded, and no answer is kept.</summary>
    public virtual bool IsRehearsal => false;

    /// <summary>Takes back everything written since the act began; the unit can then be written to again.</summary>
    public abstract Task UndoAsync();
}

/// <summary>
/// Writes that are no acts because nobody did anything: derived rows (Merkle nodes, checkpoints), delivery states, purges. Each
/// call is one small transaction of its own.
/// </summary>
public sealed class Upkeep
{
    private readonly IActTransactions _transactions;

    internal Upkeep(IActTransactions transactions) => _transactions = transactions;

    /// <summary>Runs <paramref name="work"/>, saves and commits. A lost race is run again.</summary>
    public async Task<T> RunAsync<T>(
        Func<GovernanceDb, Task<T>> work,
        CancellationToken cancellation = default
    )
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await _transactions.RunAsync(
                    async unit =>
                    {
                        T answer = await work(unit.Db);
                        await unit.Db.SaveChangesAsync();
                        return answer;
                    },
                    cancellation
                );
            }
            catch (Exception lost) when (attempt < Acts.Attempts && _transactions.IsLostRace(lost))
            {
                // Another host did the same upkeep at the same moment; what it did is seen on the next run.
            }
        }
    }
}
