using Governance.Contracts;

namespace Governance.Modules.Policies;

/// <summary>A draft that may be saved, in canonical form.</summary>
internal sealed record DraftText(
    string Class,
    string Title,
    string Summary,
    string Body,
    int ReviewMonths,
    List<string> Tags
);

/// <summary>What a draft must be like. Pure.</summary>
internal static class DraftRules
{
    public const int MostTitle = 200;
    public const int MostSummary = 1_000;
    public const int MostBody = 200_000;
    public const int MostReason = 4_000;
    public const int MostReviewMonths = 60;
    private const int MostTags = 20;
    private const int MostTag = 40;

    /// <summary>The draft as it will be stored, or everything that is wrong with it, by field.</summary>
    public static Result<DraftText> Check(
        string? documentClass,
        string? title,
        string? summary,
        string? body,
        int? reviewMonths,
        IReadOnlyList<string>? tags
    )
    {
        Dictionary<string, string[]> errors = new(StringComparer.Ordinal);
        DocumentClassRule? rule = DocumentClassRules.Find(documentClass);
        if (rule is null)
        {
            errors["class"] = [$"The classes are {string.Join(", ", DocumentClasses.All)}."];
        }

        string plainTitle = Plain(errors, "title", title, 1, MostTitle).Trim();
        string plainSummary = Plain(errors, "summary", summary, 0, MostSummary).Trim();
        string plainBody = Plain(errors, "body", body, 1, MostBody);
        if (plainTitle.AsSpan().IndexOfAny('\n', '\t', '\u0085') >= 0)
        {
            errors.TryAdd("title", ["A title has one line."]);
        }

        int months = reviewMonths ?? rule?.ReviewMonths ?? DocumentClassRules.DefaultReviewMonths;
        if (months is < 1 or > MostReviewMonths)
        {
            errors["reviewMonths"] = [$"Give 1 to {MostReviewMonths} months."];
        }

        List<string> plainTags =
        [
            .. (tags ?? [])
                .Select(tag => Plain(errors, "tags", tag, 1, MostTag).Trim())
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        if (plainTags.Count > MostTags)
        {
            errors["tags"] = [$"Give at most {MostTags} tags."];
        }

        return errors.Count > 0
            ? Refusal.Invalid(errors)
            : new DraftText(rule!.Id, plainTitle, plainSummary, plainBody, months, plainTags);
    }

    /// <summary>The right tag in If-Match, weak or strong, among several or as a star.</summary>
    public static bool Matches(string ifMatch, string tag) =>
        ifMatch
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(given => given.StartsWith("W/", StringComparison.Ordinal) ? given[2..] : given)
            .Any(given => given == "*" || given.Trim('"') == tag);

    private static string Plain(
        Dictionary<string, string[]> errors,
        string field,
        string? text,
        int least,
        int most
    )
    {
        // Normalising can only lengthen a text a little, but nothing huge is worth normalising.
        string given = text ?? "";
        if (given.Length > most * 2 || !CanonicalText.IsWellFormed(given))
        {
            errors.TryAdd(
                field,
                [
                    given.Length > most * 2
                        ? $"Keep this to {most} characters."
                        : "Half characters and control characters cannot be kept.",
                ]
            );
            return "";
        }

        string plain = CanonicalText.Normalise(given);
        if (plain.Length > most)
        {
            errors.TryAdd(field, [$"Keep this to {most} characters."]);
        }
        else if (plain.Trim().Length < least)
        {
            errors.TryAdd(field, ["This cannot be empty."]);
        }

        return plain;
    }
}
