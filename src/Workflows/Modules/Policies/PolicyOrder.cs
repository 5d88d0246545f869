using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq.Expressions;
using Governance.Storage;

namespace Governance.Modules.Policies;

/// <summary>Where a part of a list ends: the sorted value as text, and the id among equal ones.</summary>
internal sealed record PolicyPosition(string Value, string Id);

/// <summary>One order of the list, on indexes that end with its value and the id.</summary>
internal abstract class PolicyOrder
{
    private const string Day = "yyyy-MM-dd";

    public static PolicyOrder Of(string sort, bool seesDrafts) =>
        (sort, seesDrafts) switch
        {
            (PolicySorts.Title, true) => new By<string>(p => p.TitleOrder, Title, IsTitle, Same),
            (PolicySorts.Title, false) => new By<string>(
                p => p.PublishedOrder,
                row => row.PublishedOrder,
                IsTitle,
                Same
            ),
            (PolicySorts.Review, _) => new By<DateOnly>(p => p.ReviewOrder, Review, IsDay, ToDay),
            (_, true) => new By<DateTime>(p => p.ChangedAt, Change, IsMoment, ToMoment, true),
            (_, false) => new By<DateTime?>(
                p => p.PublishedAt,
                row => Written(row.PublishedAt!.Value),
                IsMoment,
                value => ToMoment(value),
                true
            ),
        };

    /// <summary>From a position on, or back from it; null for the start.</summary>
    public abstract IQueryable<Policy> Walk(
        IQueryable<Policy> policies,
        PolicyPosition? from,
        bool back
    );

    /// <summary>The cursor that ends with this row.</summary>
    public abstract string Write(PolicyRow row);

    public abstract bool TryRead(string cursor, [NotNullWhen(true)] out PolicyPosition? position);

    public abstract Comparison<PolicyRow> Comparison(bool back);

    /// <summary>Whether the row comes after the position, or before it on the way back.</summary>
    public abstract bool Follows(PolicyRow row, PolicyPosition? from, bool back);

    private static string Title(PolicyRow row) => row.TitleOrder;

    private static string Review(PolicyRow row) =>
        row.ReviewOrder.ToString(Day, CultureInfo.InvariantCulture);

    private static string Change(PolicyRow row) => Written(row.ChangedAt);

    /// <summary>Text that sorts as the moments do.</summary>
    private static string Written(DateTime moment) =>
        moment.Ticks.ToString("D19", CultureInfo.InvariantCulture);

    private static bool IsTitle(string value) => value.Length <= TitleWords.MaxLength;

    private static string Same(string value) => value;

    private static bool IsDay(string value) =>
        DateOnly.TryParseExact(
            value,
            Day,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out _
        );

    private static DateOnly ToDay(string value) =>
        DateOnly.ParseExact(value, Day, CultureInfo.InvariantCulture);

    private static bool IsMoment(string value) =>
        value.Length == 19
        && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long ticks)
        && ticks <= DateTime.MaxValue.Ticks;

    private static DateTime ToMoment(string value) =>
        new(long.Parse(value, CultureInfo.InvariantCulture), DateTimeKind.Utc);

    private sealed class By<TValue>(
        Expression<Func<Policy, TValue>> stored,
        Func<PolicyRow, string> written,
        Func<string, bool> isReadable,
        Func<string, TValue> read,
        bool greatestFirst = false
    ) : PolicyOrder
    {
        public override IQueryable<Policy> Walk(
            IQueryable<Policy> policies,
            PolicyPosition? from,
            bool back
        ) =>
            policies.Walk(
                stored,
                policy => policy.Id,
                from is null ? null : (read(from.Value), from.Id),
                greatestFirst != back
            );

        public override string Write(PolicyRow row) => Cursors.Of(written(row), row.Id);

        public override bool TryRead(
            string cursor,
            [NotNullWhen(true)] out PolicyPosition? position
        )
        {
            string[]? parts = Cursors.Read(cursor, 2);
            position =
                parts is not null && isReadable(parts[0])
                    ? new PolicyPosition(parts[0], parts[1])
                    : null;
            return position is not null;
        }

        public override Comparison<PolicyRow> Comparison(bool back) =>
            (one, other) => Compare(one, written(other), other.Id, back);

        public override bool Follows(PolicyRow row, PolicyPosition? from, bool back) =>
            from is null || Compare(row, from.Value, from.Id, back) > 0;

        private int Compare(PolicyRow row, string value, string id, bool back)
        {
            int byValue = string.CompareOrdinal(written(row), value);
            int compared = byValue != 0 ? byValue : string.CompareOrdinal(row.Id, id);
            return greatestFirst != back ? -compared : compared;
        }
    }
}
