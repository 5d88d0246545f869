using Microsoft.EntityFrameworkCore.Storage;

namespace Governance.Storage;

/// <summary>Acts within one transaction that is taken back in the end; each is a savepoint, so that a refusal undoes its own rows alone.</summary>
internal sealed class RehearsedActs(GovernanceDb db)
{
    private const string Savepoint = "rehearsed";

    public async Task<T> RunAsync<T>(Func<ActUnit, Task<T>> work)
    {
        IDbContextTransaction transaction = db.Database.CurrentTransaction!;
        await transaction.CreateSavepointAsync(Savepoint);
        T answer = await work(new Unit(db, transaction));
        db.ChangeTracker.Clear();
        await transaction.ReleaseSavepointAsync(Savepoint);
        return answer;
    }

    private sealed class Unit(GovernanceDb db, IDbContextTransaction transaction) : ActUnit(db)
    {
        public override bool IsRehearsal => true;

        public override Task UndoAsync()
        {
            Db.ChangeTracker.Clear();
            return transaction.RollbackToSavepointAsync(Savepoint);
        }
    }
}
