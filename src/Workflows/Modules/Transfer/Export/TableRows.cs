using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Governance.Modules.Transfer.Export;

/// <summary>The rows of one table as the model understands them, in the order of their key, one in memory at a time.</summary>
internal sealed class TableRows
{
    private static readonly MethodInfo Of = typeof(TableRows).GetMethod(
        nameof(Rows),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    private readonly IEntityType _entity;
    private readonly ExportTable _table;
    private readonly IPropertyBase[] _columns;

    public TableRows(IModel model, ExportTable table)
    {
        _table = table;
        _entity = model
            .GetEntityTypes()
            .Single(entity => !entity.IsOwned() && entity.GetTableName() == table.Table);
        _columns =
        [
            .. _entity.GetProperties().Where(property => !table.Without.Contains(property.Name)),
            // What is kept within the row, or in a table that only this one knows.
            .. _entity.GetNavigations().Where(navigation => navigation.TargetEntityType.IsOwned()),
        ];
        Names = [.. _columns.Select(column => JsonNamingPolicy.CamelCase.ConvertName(column.Name))];
    }

    public IReadOnlyList<string> Names { get; }

    /// <param name="partnershipId">Whose rows; null for all of them.</param>
    public async IAsyncEnumerable<IReadOnlyList<object?>> ReadAsync(
        GovernanceDb db,
        string? partnershipId,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        IClrPropertyGetter[] getters = [.. _columns.Select(column => column.GetGetter())];
        var rows =
            (IAsyncEnumerable<object>)
                Of.MakeGenericMethod(_entity.ClrType).Invoke(null, [db, _table, partnershipId])!;
        await foreach (object row in rows.WithCancellation(cancellation))
        {
            yield return [.. getters.Select(getter => getter.GetClrValue(row))];
        }
    }

    private static IAsyncEnumerable<object> Rows<T>(
        GovernanceDb db,
        ExportTable table,
        string? partnershipId
    )
        where T : class
    {
        string all = $"SELECT * FROM \"{table.Table}\"";
        bool isPart = partnershipId is not null && table.OfPartnership is not null;
        string sql = isPart ? $"{all} WHERE {table.OfPartnership}" : all;
        IQueryable<T> rows = db.Set<T>()
            .FromSqlRaw(sql, isPart ? [partnershipId!] : [])
            .AsNoTracking()
            .IgnoreAutoIncludes();
        bool isFirst = true;
        foreach (IProperty key in db.Model.FindEntityType(typeof(T))!.FindPrimaryKey()!.Properties)
        {
            rows = Ordered(rows, key, isFirst);
            isFirst = false;
        }

        return rows.AsAsyncEnumerable();
    }

    private static IQueryable<T> Ordered<T>(IQueryable<T> rows, IProperty by, bool isFirst)
    {
        ParameterExpression row = Expression.Parameter(typeof(T), "row");
        LambdaExpression key = Expression.Lambda(Expression.Property(row, by.Name), row);
        return rows.Provider.CreateQuery<T>(
            Expression.Call(
                typeof(Queryable),
                isFirst ? nameof(Queryable.OrderBy) : nameof(Queryable.ThenBy),
                [typeof(T), by.ClrType],
                rows.Expression,
                Expression.Quote(key)
            )
        );
    }
}
