using System.Linq.Expressions;

namespace Governance.Storage;

/// <summary>
/// Part of a list by where the part before ended, on an index that ends with the sorted value and the id. The walk begins at that
/// value itself (<c>&gt;=</c>), which is what lets a database seek there, and then leaves out what has been passed.
/// </summary>
public static class Keyset
{
    /// <param name="from">Where the part before ended; null for the start.</param>
    /// <param name="falling">By falling values and ids.</param>
    public static IQueryable<T> Walk<T, TKey>(
        this IQueryable<T> rows,
        Expression<Func<T, TKey>> value,
        Expression<Func<T, string>> id,
        (TKey Value, string Id)? from,
        bool falling = false
    )
    {
        if (from is { } position)
        {
            ParameterExpression row = value.Parameters[0];
            Expression rowId = new Replaced(id.Parameters[0], row).Visit(id.Body);
            Expression passed = Captured(position.Value);
            Expression beyond = Compared(value.Body, passed, falling, orEqual: false);
            Expression reached = Compared(value.Body, passed, falling, orEqual: true);
            Expression idBeyond = Compared(rowId, Captured(position.Id), falling, orEqual: false);
            rows = rows.Where(
                Expression.Lambda<Func<T, bool>>(
                    Expression.AndAlso(reached, Expression.OrElse(beyond, idBeyond)),
                    row
                )
            );
        }

        return falling
            ? rows.OrderByDescending(value).ThenByDescending(id)
            : rows.OrderBy(value).ThenBy(id);
    }

    private static BinaryExpression Compared(
        Expression one,
        Expression other,
        bool falling,
        bool orEqual
    )
    {
        if (one.Type == typeof(string))
        {
            one = Expression.Call(typeof(string), nameof(string.Compare), null, one, other);
            other = Expression.Constant(0);
        }

        return (falling, orEqual) switch
        {
            (false, false) => Expression.GreaterThan(one, other),
            (false, true) => Expression.GreaterThanOrEqual(one, other),
            (true, false) => Expression.LessThan(one, other),
            (true, true) => Expression.LessThanOrEqual(one, other),
        };
    }

    /// <summary>As a closure would hold it, so that it becomes a parameter and the query is compiled once.</summary>
    private static MemberExpression Captured<TValue>(TValue value) =>
        Expression.Field(Expression.Constant(new Box<TValue>(value)), nameof(Box<>.Value));

    private sealed class Box<TValue>(TValue value)
    {
        public readonly TValue Value = value;
    }

    private sealed class Replaced(Expression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            node == from ? to : node;
    }
}
