using System.Globalization;
using Governance.Contracts.Search;
using Governance.Storage;

namespace Governance.Modules.Search;

/// <summary>A row as the search reads it.</summary>
internal sealed class FoundRow
{
    public required long Number { get; init; }

    public required string Kind { get; init; }

    public required string SubjectId { get; init; }

    public string? PageId { get; init; }

    public required int Part { get; init; }

    public required string PartnershipId { get; init; }

    public required string Title { get; init; }

    public string? State { get; init; }

    public string? BodyId { get; init; }

    public string? GroupId { get; init; }

    public required DateTime At { get; init; }

    public required bool IsEarlier { get; init; }

    public required double Score { get; init; }

    public SearchHit Hit(string body, SearchWords words)
    {
        IReadOnlyList<SnippetPart> parts = SearchSnippet.Of(body, words);
        return new SearchHit(
            Kind,
            SubjectId,
            Part == 0 ? null : Math.Abs(Part),
            Title,
            State,
            DateTime.SpecifyKind(At, DateTimeKind.Utc),
            IsEarlier,
            BodyId,
            GroupId,
            SearchAddresses.Of(Kind, PageId ?? SubjectId, Math.Abs(Part), IsEarlier, PartnershipId),
            string.Concat(parts.Select(part => part.Text)),
            parts
        );
    }
}

internal sealed class CountedRow
{
    public required string Kind { get; init; }

    public string? State { get; init; }

    public required int Count { get; init; }
}

/// <summary>Where a part of the results ended.</summary>
internal sealed record SearchCursor(double Score, DateTime At, long Number)
{
    public static string Of(FoundRow last, string sort) =>
        Cursors.Of(
            sort,
            sort == SearchFilter.Best
                ? last.Score.ToString("R", CultureInfo.InvariantCulture)
                : last.At.Ticks.ToString(CultureInfo.InvariantCulture),
            last.Number.ToString(CultureInfo.InvariantCulture)
        );

    /// <summary>Null when it was never given for this order.</summary>
    public static SearchCursor? Read(string cursor, string sort)
    {
        if (
            Cursors.Read(cursor, 3) is not [var order, var value, var last]
            || order != sort
            || !long.TryParse(
                last,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out long number
            )
        )
        {
            return null;
        }

        if (sort == SearchFilter.Best)
        {
            return
                double.TryParse(
                    value,
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out double score
                ) && double.IsFinite(score)
                ? new SearchCursor(score, default, number)
                : null;
        }

        return
            long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long ticks)
            && ticks <= DateTime.MaxValue.Ticks
            ? new SearchCursor(0, new DateTime(ticks, DateTimeKind.Utc), number)
            : null;
    }
}
