namespace Governance.Engine.Expressions;

/// <summary>What an expression refers to, so that a definition is checked before anything runs.</summary>
internal sealed class ExpressionNames
{
    public HashSet<string> Variables { get; } = [];

    public HashSet<string> Inputs { get; } = [];

    public HashSet<(string Activity, string Name)> Outputs { get; } = [];

    public static ExpressionNames Of(Expression expression)
    {
        ExpressionNames names = new();
        names.Add(expression);
        return names;
    }

    private void Add(Expression expression)
    {
        switch (expression)
        {
            case VariableExpression variable:
                Variables.Add(variable.IdOrName);
                break;
            case InputExpression input:
                Inputs.Add(input.Name);
                break;
            case OutputExpression output:
                Outputs.Add((output.ActivityId, output.Name));
                break;
            case RuleExpression rule:
                Add(rule.Root);
                break;
            case CasesExpression cases:
                foreach (SwitchCase one in cases.Cases)
                {
                    Add(one.Condition);
                }

                break;
        }
    }

    private void Add(RuleNode node)
    {
        switch (node)
        {
            case RuleMember { Of: RuleName { Name: "input" } } input:
                Inputs.Add(input.Name);
                break;
            case RuleMember { Of: RuleMember { Of: RuleName { Name: "output" } } activity } output:
                Outputs.Add((activity.Name, output.Name));
                break;
            case RuleName { Name: not "now" } name:
                Variables.Add(name.Name);
                break;
            case RuleMember member:
                Add(member.Of);
                break;
            case RuleIndex index:
                Add(index.Of);
                Add(index.At);
                break;
            case RuleCall call:
                foreach (RuleNode argument in call.Arguments)
                {
                    Add(argument);
                }

                break;
            case RuleUnary unary:
                Add(unary.Operand);
                break;
            case RuleBinary binary:
                Add(binary.Left);
                Add(binary.Right);
                break;
        }
    }
}
