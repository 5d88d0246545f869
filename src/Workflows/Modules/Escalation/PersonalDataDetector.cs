using System.Globalization;
using System.Text.RegularExpressions;
using Governance.Contracts;

namespace Governance.Modules.Escalation;

/// <summary>Something in a text that looks as if it told who a child is.</summary>
/// <param name="Kind"><c>nhsNumber</c>, <c>postcode</c>, <c>dateOfBirth</c> or <c>name</c>.</param>
public sealed record PersonalData(string Kind, int Start, string Text);

/// <summary>
/// Points out what looks like an NHS number (with its check digit), a postcode, a date of birth or a child's name, before anything is
/// saved: a case reference is enough for a challenge (DOMAIN A1.24). It cannot know; a person looks. Pure.
/// </summary>
public static partial class PersonalDataDetector
{
    public const string NhsNumber = "nhsNumber";
    public const string Postcode = "postcode";
    public const string DateOfBirth = "dateOfBirth";
    public const string Name = "name";

    /// <summary>Nobody who is a child today was born longer ago.</summary>
    private const int MostYears = 19;

    /// <summary>Milliseconds; texts are short, and no pattern takes long.</summary>
    internal const int Timeout = 2_000;

    private static readonly string[] DateForms =
    [
        "d/M/yyyy",
        "d-M-yyyy",
        "d.M.yyyy",
        "d/M/yy",
        "d-M-yy",
        "d.M.yy",
        "yyyy-M-d",
        "yyyy/M/d",
        "d MMMM yyyy",
        "d MMM yyyy",
        "MMMM d yyyy",
        "MMM d yyyy",
    ];

    /// <summary>In the order of the text.</summary>
    /// <param name="today">A date counts by the age that it would make.</param>
    public static IReadOnlyList<PersonalData> Find(string? text, DateOnly today)
    {
        if (string.IsNullOrEmpty(text))
        {
            return [];
        }

        List<PersonalData> found =
        [
            .. Overlapping(TenDigits(), text)
                .Where(match => IsNhsNumber(match.Value))
                .Select(match => Of(NhsNumber, match)),
            .. Postcodes().Matches(text).Select(match => Of(Postcode, match)),
            .. Dates()
                .Matches(text)
                .Where(match => IsBirth(text, match, today))
                .Select(match => Of(DateOfBirth, match)),
            .. NameFinder.Find(text),
        ];
        return [.. found.OrderBy(each => each.Start).ThenBy(each => each.Kind)];
    }

    /// <summary>Ten digits whose last one is the check digit of the others (modulus 11).</summary>
    public static bool IsNhsNumber(string text)
    {
        int[] digits = [.. text.Where(char.IsAsciiDigit).Select(digit => digit - '0')];
        if (digits.Length != 10 || digits.Distinct().Count() == 1)
        {
            return false;
        }

        int sum = 0;
        for (int place = 0; place < 9; place++)
        {
            sum += digits[place] * (10 - place);
        }

        int check = 11 - (sum % 11);
        return check != 10 && digits[9] == (check == 11 ? 0 : check);
    }

    /// <summary>
    /// Null where nothing looks personal. An NHS number is never let through; anything else is once somebody has said that they looked.
    /// </summary>
    public static Refusal? Check(
        DateOnly today,
        bool isChecked,
        params ReadOnlySpan<(string Field, string? Text)> texts
    )
    {
        Dictionary<string, string[]> errors = new(StringComparer.Ordinal);
        foreach ((string field, string? text) in texts)
        {
            string[] said =
            [
                .. Find(text, today)
                    .Where(found => !isChecked || found.Kind == NhsNumber)
                    .Select(Say)
                    .Distinct(StringComparer.Ordinal),
            ];
            if (said.Length > 0)
            {
                errors[field] = said;
            }
        }

        return errors.Count == 0
            ? null
            : new Refusal(
                "escalation.looks-personal",
                "Some of this looks as if it told who a child is. Nothing has been saved. Take it out, or say that you have checked it.",
                RefusalKind.Invalid,
                errors
            );
    }

    private static string Say(PersonalData found) =>
        found.Kind switch
        {
            NhsNumber =>
                $"“{found.Text}” is an NHS number. Take it out; the case reference is enough.",
            Postcode =>
                $"“{found.Text}” looks like a postcode. Take it out; the area’s name is enough.",
            DateOfBirth =>
                $"“{found.Text}” looks like a date of birth. Take it out, or give the age in years.",
            _ => $"“{found.Text}” looks like a name. Take it out, or write “the child”.",
        };

    private static bool IsBirth(string text, Match match, DateOnly today)
    {
        string written = Ordinals()
            .Replace(match.Value, "${day}")
            .Replace(",", " ", StringComparison.Ordinal);
        written = Spaces().Replace(written, " ");
        if (
            !DateOnly.TryParseExact(
                written,
                DateForms,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateOnly date
            )
        )
        {
            return false;
        }

        int from = Math.Max(0, match.Index - 40);
        bool isSaid = BirthWords().IsMatch(text[from..match.Index]);
        return isSaid || (date >= today.AddYears(-MostYears) && date <= today.AddYears(-1));
    }

    /// <summary>Also what begins within another match: a telephone number may stand before an NHS number.</summary>
    private static IEnumerable<Match> Overlapping(Regex pattern, string text)
    {
        for (
            Match match = pattern.Match(text);
            match.Success;
            match = pattern.Match(text, match.Index + 1)
        )
        {
            yield return match;
        }
    }

    private static PersonalData Of(string kind, Match match) => new(kind, match.Index, match.Value);

    [GeneratedRegex(
        @"(?<![\d])(?:\d[ \-]?){9}\d(?!\d)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex TenDigits();

    [GeneratedRegex(
        @"(?<![A-Za-z0-9])[A-Za-z]{1,2}\d[A-Za-z\d]?[ ]{0,2}\d[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}(?![A-Za-z0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex Postcodes();

    [GeneratedRegex(
        @"(?<!\d)(?:\d{1,2}[/.\-]\d{1,2}[/.\-](?:\d{4}|\d{2})|\d{4}[\-/]\d{1,2}[\-/]\d{1,2}|\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,?\s+\d{4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})(?!\d)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex Dates();

    [GeneratedRegex(
        @"(?<day>\d)(?:st|nd|rd|th)(?:\s+of)?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex Ordinals();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Spaces();

    [GeneratedRegex(
        @"\b(?:born|birth|birthday|d\.?\s?o\.?\s?b\b)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex BirthWords();
}
