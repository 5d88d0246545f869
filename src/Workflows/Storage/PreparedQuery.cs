using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Governance.Storage;

/// <summary>
/// A query that very many acts send: it is translated once for each model (hence once a database) and not looked up again by its
/// shape, which costs more than the database takes to answer it. Say in the query whether it tracks.
/// </summary>
public sealed class PreparedQuery<TRow>
{
    private delegate IAsyncEnumerable<TRow> Ask(GovernanceDb db, string[] keys);

    private readonly ConditionalWeakTable<IModel, Ask> _byModel = [];
    private readonly Func<Ask> _translate;

    public PreparedQuery(Expression<Func<GovernanceDb, string, IQueryable<TRow>>> query) =>
        _translate = () =>
        {
            Func<GovernanceDb, string, IAsyncEnumerable<TRow>> ask = EF.CompileAsyncQuery(query);
            return (db, keys) => ask(db, keys[0]);
        };

    public PreparedQuery(Expression<Func<GovernanceDb, string, string, IQueryable<TRow>>> query) =>
        _translate = () =>
        {
            Func<GovernanceDb, string, string, IAsyncEnumerable<TRow>> ask = EF.CompileAsyncQuery(
                query
            );
            return (db, keys) => ask(db, keys[0], keys[1]);
        };

    public PreparedQuery(
        Expression<Func<GovernanceDb, string, string, string, IQueryable<TRow>>> query
    ) =>
        _translate = () =>
        {
            Func<GovernanceDb, string, string, string, IAsyncEnumerable<TRow>> ask =
                EF.CompileAsyncQuery(query);
            return (db, keys) => ask(db, keys[0], keys[1], keys[2]);
        };

    public ValueTask<List<TRow>> ListAsync(GovernanceDb db, params string[] keys) =>
        Rows(db, keys).ToListAsync();

    public ValueTask<TRow?> SingleOrDefaultAsync(GovernanceDb db, params string[] keys) =>
        Rows(db, keys).SingleOrDefaultAsync();

    private IAsyncEnumerable<TRow> Rows(GovernanceDb db, string[] keys) =>
        _byModel.GetValue(db.Model, _ => _translate())(db, keys);
}
