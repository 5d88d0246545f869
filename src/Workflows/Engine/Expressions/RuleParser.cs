namespace Governance.Engine.Expressions;

/// <summary>
/// Reads a rule (docs/rule.md). Everything that is wrong comes as one <see cref="RuleSyntaxException"/> with its position;
/// length, depth and number of parts are bounded, so no rule costs much to read or to work out.
/// </summary>
internal sealed class RuleParser
{
    public const int MaxLength = 2_000;
    public const int MaxDepth = 40;

    private static readonly Dictionary<string, RuleOperator> Comparisons = new()
    {
        ["=="] = RuleOperator.Equal,
        ["!="] = RuleOperator.NotEqual,
        ["<"] = RuleOperator.Less,
        ["<="] = RuleOperator.LessOrEqual,
        [">"] = RuleOperator.Greater,
        [">="] = RuleOperator.GreaterOrEqual,
        ["in"] = RuleOperator.In,
    };

    private static readonly Dictionary<string, RuleOperator> Sums = new()
    {
        ["+"] = RuleOperator.Add,
        ["-"] = RuleOperator.Subtract,
    };

    private static readonly Dictionary<string, RuleOperator> Products = new()
    {
        ["*"] = RuleOperator.Multiply,
        ["/"] = RuleOperator.Divide,
        ["%"] = RuleOperator.Remainder,
    };

    private static readonly HashSet<string> Words = ["and", "or", "not", "in"];

    private readonly List<RuleToken> _tokens;
    private int _at;
    private int _depth;

    private RuleParser(string text) => _tokens = RuleTokens.Read(text);

    private RuleToken Next => _tokens[_at];

    /// <exception cref="RuleSyntaxException">The text is no rule.</exception>
    public static RuleNode Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            throw new RuleSyntaxException(
                MaxLength + 1,
                $"A rule has at most {MaxLength} characters."
            );
        }

        RuleParser parser = new(text);
        RuleNode rule = parser.Or();
        return parser.Next.Kind == RuleTokenKind.End
            ? rule
            : throw parser.Unexpected("the end or an operator");
    }

    private RuleNode Or() => Chain(And, text => text == "or" ? RuleOperator.Or : null);

    private RuleNode And() => Chain(Not, text => text == "and" ? RuleOperator.And : null);

    private RuleNode Not() =>
        Take("not") ? Deeper(() => new RuleUnary(RuleOperator.Not, Not())) : Comparison();

    private RuleNode Comparison()
    {
        RuleNode left = Sum();
        if (!IsOperator(Comparisons, out RuleOperator comparison))
        {
            return left;
        }

        _at++;
        RuleNode right = Sum();
        return IsOperator(Comparisons, out _)
            ? throw new RuleSyntaxException(
                Next.Position,
                "Compare two things at a time, joined by 'and'."
            )
            : new RuleBinary(comparison, left, right);
    }

    private RuleNode Sum() =>
        Chain(Product, text => Sums.TryGetValue(text, out var it) ? it : null);

    private RuleNode Product() =>
        Chain(Unary, text => Products.TryGetValue(text, out var it) ? it : null);

    private RuleNode Unary() =>
        Take("-") ? Deeper(() => new RuleUnary(RuleOperator.Negate, Unary())) : Member();

    private RuleNode Member()
    {
        RuleNode node = Primary();
        int members = 0;
        while (true)
        {
            if (Take("."))
            {
                node =
                    Next.Kind == RuleTokenKind.Name
                        ? new RuleMember(node, _tokens[_at++].Text)
                        : throw Unexpected("a name");
            }
            else if (Take("["))
            {
                RuleNode at = Deeper(Or);
                Expect("]");
                node = new RuleIndex(node, at);
            }
            else
            {
                return node;
            }

            if (++members > MaxDepth)
            {
                throw TooDeep();
            }
        }
    }

    private RuleNode Primary()
    {
        RuleToken token = Next;
        switch (token.Kind)
        {
            case RuleTokenKind.Number or RuleTokenKind.Text or RuleTokenKind.Date:
                _at++;
                return new RuleConstant(token.Value);
            case RuleTokenKind.Name when !Words.Contains(token.Text):
                _at++;
                return token.Text switch
                {
                    "true" => new RuleConstant(RuleValue.Of(true)),
                    "false" => new RuleConstant(RuleValue.Of(false)),
                    "null" => new RuleConstant(RuleValue.Null),
                    _ when Next is { Kind: RuleTokenKind.Symbol, Text: "(" } =>
                        throw new RuleSyntaxException(
                            token.Position,
                            $"There is no function {token.Text}."
                        ),
                    _ => new RuleName(token.Text),
                };
            case RuleTokenKind.Symbol when token.Text == "(":
                _at++;
                RuleNode inner = Deeper(Or);
                Expect(")");
                return inner;
            default:
                throw Unexpected("a value");
        }
    }

    private RuleNode Chain(Func<RuleNode> part, Func<string, RuleOperator?> operatorOf)
    {
        RuleNode left = part();
        int parts = 0;
        while (OperatorText() is { } text && operatorOf(text) is { } found)
        {
            if (++parts > MaxDepth)
            {
                throw TooDeep();
            }

            _at++;
            left = new RuleBinary(found, left, part());
        }

        return left;
    }

    private bool IsOperator(Dictionary<string, RuleOperator> among, out RuleOperator found)
    {
        found = default;
        return OperatorText() is { } text && among.TryGetValue(text, out found);
    }

    private string? OperatorText() =>
        Next.Kind is RuleTokenKind.Symbol or RuleTokenKind.Name ? Next.Text : null;

    private bool Take(string text)
    {
        if (OperatorText() != text)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Expect(string symbol)
    {
        if (!Take(symbol))
        {
            throw Unexpected($"'{symbol}'");
        }
    }

    private RuleNode Deeper(Func<RuleNode> read)
    {
        if (++_depth > MaxDepth)
        {
            throw TooDeep();
        }

        RuleNode node = read();
        _depth--;
        return node;
    }

    private RuleSyntaxException TooDeep() =>
        new(Next.Position, $"A rule goes at most {MaxDepth} deep.");

    private RuleSyntaxException Unexpected(string wanted) =>
        new(
            Next.Position,
            Next.Kind == RuleTokenKind.End
                ? $"Here should be {wanted}, and the rule ends."
                : $"Here should be {wanted}, not '{Next.Text}'."
        );
}
