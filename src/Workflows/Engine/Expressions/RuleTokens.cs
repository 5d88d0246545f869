using System.Globalization;
using System.Text;

namespace Governance.Engine.Expressions;

internal enum RuleTokenKind
{
    Name,
    Number,
    Text,
    Date,
    Symbol,
    End,
}

/// <param name="Position">Counted from 1.</param>
internal readonly record struct RuleToken(
    RuleTokenKind Kind,
    string Text,
    int Position,
    RuleValue Value = default
);

/// <summary>Cuts the text of a rule into tokens.</summary>
internal static class RuleTokens
{
    private static readonly string[] TwoSigns = ["==", "!=", "<=", ">="];

    public static List<RuleToken> Read(string text)
    {
        List<RuleToken> tokens = [];
        int at = 0;
        while (at < text.Length)
        {
            char sign = text[at];
            if (sign is ' ' or '\t' or '\r' or '\n')
            {
                at++;
            }
            else if (char.IsAsciiLetter(sign) || sign == '_')
            {
                int end = EndOf(text, at, c => char.IsAsciiLetterOrDigit(c) || c == '_');
                tokens.Add(new(RuleTokenKind.Name, text[at..end], at + 1));
                at = end;
            }
            else if (char.IsAsciiDigit(sign))
            {
                at = ReadNumber(text, at, tokens);
            }
            else if (sign is '"' or '\'')
            {
                at = ReadText(text, at, tokens);
            }
            else if (sign == '@')
            {
                at = ReadDate(text, at, tokens);
            }
            else
            {
                string symbol =
                    at + 1 < text.Length && TwoSigns.Contains(text.Substring(at, 2))
                        ? text.Substring(at, 2)
                        : sign.ToString();
                if (symbol.Length == 1 && !"<>+-*/%().[],".Contains(sign))
                {
                    throw new RuleSyntaxException(at + 1, Unknown(sign));
                }

                tokens.Add(new(RuleTokenKind.Symbol, symbol, at + 1));
                at += symbol.Length;
            }
        }

        tokens.Add(new(RuleTokenKind.End, "the end", text.Length + 1));
        return tokens;
    }

    private static string Unknown(char sign) =>
        sign switch
        {
            '=' => "To compare, write == with two signs; a rule cannot set anything.",
            '&' => "Write 'and'.",
            '|' => "Write 'or'.",
            '!' => "Write 'not'.",
            _ => $"The sign '{sign}' means nothing here.",
        };

    private static int ReadNumber(string text, int at, List<RuleToken> tokens)
    {
        int end = EndOf(text, at, char.IsAsciiDigit);
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end = EndOf(text, end + 1, char.IsAsciiDigit);
        }

        string digits = text[at..end];
        if (
            !decimal.TryParse(
                digits,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out decimal number
            )
        )
        {
            throw new RuleSyntaxException(at + 1, "This number is too large.");
        }

        tokens.Add(new(RuleTokenKind.Number, digits, at + 1, RuleValue.Of(number)));
        return end;
    }

    private static int ReadText(string text, int at, List<RuleToken> tokens)
    {
        char quote = text[at];
        StringBuilder read = new();
        for (int next = at + 1; next < text.Length; next++)
        {
            if (text[next] == quote)
            {
                string value = read.ToString();
                tokens.Add(new(RuleTokenKind.Text, value, at + 1, RuleValue.Of(value)));
                return next + 1;
            }

            if (text[next] == '\\')
            {
                next++;
                if (next == text.Length || text[next] is not ('\\' or '"' or '\''))
                {
                    throw new RuleSyntaxException(
                        next,
                        "After a backslash comes a quote or another backslash."
                    );
                }
            }

            read.Append(text[next]);
        }

        throw new RuleSyntaxException(at + 1, "This text is not closed.");
    }

    private static int ReadDate(string text, int at, List<RuleToken> tokens)
    {
        int end = EndOf(text, at + 1, c => char.IsAsciiLetterOrDigit(c) || c is '-' or ':' or '.');
        string literal = text[(at + 1)..end];
        RuleValue value = RuleValue.Of(literal).AsDateOrMoment();
        if (value.Kind is not (RuleValue.Kinds.Date or RuleValue.Kinds.Moment))
        {
            throw new RuleSyntaxException(
                at + 1,
                "A date is written @2027-02-03, a moment @2027-02-03T17:00:00Z."
            );
        }

        tokens.Add(new(RuleTokenKind.Date, literal, at + 1, value));
        return end;
    }

    private static int EndOf(string text, int from, Func<char, bool> belongs)
    {
        int end = from;
        while (end < text.Length && belongs(text[end]))
        {
            end++;
        }

        return end;
    }
}
