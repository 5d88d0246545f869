namespace Governance.Engine.Expressions;

/// <summary>
/// Reads a rule (docs/rule.md). Everything that is wrong comes as one <see cref="RuleSyntaxException"/> with its position;
/// length, depth and number of parts are bounded, so no rule costs much to read or to work out.
/// </summary>
internal sealed class RuleParser
{
    public const int MaxLength = 2_000;
    public const int MaxDepth = 40;

    /// <summary>Parts one inside the other, chains counted too: what working the rule out needs of the stack.</summary>
    public const int MaxHeight = 100;

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
        if (parser.Next.Kind != RuleTokenKind.End)
        {
            throw parser.Unexpected("the end or an operator");
        }

        return HeightOf(rule) <= MaxHeight
            ? rule
            : throw new RuleSyntaxException(
                rule.Position,
                $"A rule has at most {MaxHeight} parts one inside the other."
            );
    }

    private static int HeightOf(RuleNode node) =>
        1
        + node switch
        {
            RuleMember member => HeightOf(member.Of),
            RuleIndex index => Math.Max(HeightOf(index.Of), HeightOf(index.At)),
            RuleUnary unary => HeightOf(unary.Operand),
            RuleBinary two => Math.Max(HeightOf(two.Left), HeightOf(two.Right)),
            RuleCall call => call.Arguments.Select(HeightOf).DefaultIfEmpty().Max(),
            _ => 0,
        };

    private RuleNode Or() => Chain(And, text => text == "or" ? RuleOperator.Or : null);

    private RuleNode And() => Chain(Not, text => text == "and" ? RuleOperator.And : null);

    private RuleNode Not() => Prefixed("not", RuleOperator.Not, Not) ?? Comparison();

    private RuleNode Comparison()
    {
        RuleNode left = Sum();
        if (!IsOperator(Comparisons, out RuleOperator comparison))
        {
            return left;
        }

        int position = _tokens[_at++].Position;
        RuleNode right = Sum();
        return IsOperator(Comparisons, out _)
            ? throw new RuleSyntaxException(
                Next.Position,
                "Compare two things at a time, joined by 'and'."
            )
            : new RuleBinary(comparison, left, right) { Position = position };
    }

    private RuleNode Sum() =>
        Chain(Product, text => Sums.TryGetValue(text, out var it) ? it : null);

    private RuleNode Product() =>
        Chain(Unary, text => Products.TryGetValue(text, out var it) ? it : null);

    private RuleNode Unary() => Prefixed("-", RuleOperator.Negate, Unary) ?? Member();

    private RuleUnary? Prefixed(string sign, RuleOperator what, Func<RuleNode> operand)
    {
        int position = Next.Position;
        return Take(sign) ? new RuleUnary(what, Deeper(operand)) { Position = position } : null;
    }

    private RuleNode Member()
    {
        RuleNode node = Primary();
        int members = 0;
        while (true)
        {
            int position = Next.Position;
            if (Take("."))
            {
                node =
                    Next.Kind == RuleTokenKind.Name
                        ? new RuleMember(node, _tokens[_at++].Text) { Position = position }
                        : throw Unexpected("a name");
            }
            else if (Take("["))
            {
                RuleNode at = Deeper(Or);
                Expect("]");
                node = new RuleIndex(node, at) { Position = position };
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
                return new RuleConstant(token.Value) { Position = token.Position };
            case RuleTokenKind.Name when !Words.Contains(token.Text):
                _at++;
                return token.Text switch
                {
                    "true" => new RuleConstant(RuleValue.Of(true)),
                    "false" => new RuleConstant(RuleValue.Of(false)),
                    "null" => new RuleConstant(RuleValue.Null),
                    _ when Next is { Kind: RuleTokenKind.Symbol, Text: "(" } => Call(token),
                    _ => new RuleName(token.Text) { Position = token.Position },
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

    private RuleCall Call(RuleToken name)
    {
        RuleFunction function =
            RuleFunctions.Find(name.Text)
            ?? throw new RuleSyntaxException(name.Position, $"There is no function {name.Text}.");
        Expect("(");
        List<RuleNode> arguments = [];
        while (OperatorText() != ")")
        {
            if (arguments.Count > 0)
            {
                Expect(",");
            }

            arguments.Add(Deeper(Or));
        }

        Expect(")");
        return arguments.Count >= function.Fewest && arguments.Count <= function.Most
            ? new RuleCall(function, arguments) { Position = name.Position }
            : throw new RuleSyntaxException(
                name.Position,
                $"{function.Name} is written {function.Written}."
            );
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

            int position = _tokens[_at++].Position;
            left = new RuleBinary(found, left, part()) { Position = position };
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
