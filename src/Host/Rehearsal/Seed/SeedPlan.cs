using Governance.Contracts;

namespace Governance.Host.Rehearsal.Seed;

/// <summary>What is done to a generated policy, one act each.</summary>
internal enum SeedStep
{
    Create,
    Save,
    Attach,
    RequestSignOff,
    SignFirst,
    SignSecond,
    SignThird,
    Reject,
    Confirm,
    Withdraw,
}

/// <param name="At">Which of the working times since the beginning, four a day.</param>
internal sealed record PlannedStep(SeedStep Step, int At);

/// <summary>
/// The life of one generated policy, by its number alone. Of a hundred, some 26 stay drafts, 12 are in sign-off, 6 went back to
/// their authors, and 56 were published: a fifth of these again since, and some withdrawn. What would lie after the end does not
/// happen. Pure.
/// </summary>
internal sealed class SeedPlan
{
    private const int Day = 4;
    private const int Year = 250 * Day;

    private readonly SeedDice _dice;
    private readonly List<PlannedStep> _steps = [];
    private readonly int _end;
    private int _at;

    private SeedPlan(int number, int begins, int end)
    {
        _dice = new SeedDice(number);
        _at = begins;
        _end = end;
        DocumentClass = ClassOf(_dice.Below(200));
        ReviewMonths = _dice.One([12, 24, 24, 24, 36]);
    }

    public string DocumentClass { get; }

    public int ReviewMonths { get; }

    public IReadOnlyList<PlannedStep> Steps => _steps;

    public static SeedPlan Of(int number, int begins, int end)
    {
        SeedPlan plan = new(number, begins, end);
        plan.Live(plan._dice.Below(100));
        plan._steps.RemoveAll(step => step.At > end);
        return plan;
    }

    private void Live(int kind)
    {
        Then(SeedStep.Create, 0, 0);
        if (_dice.InHundred(4))
        {
            Then(SeedStep.Attach, 1, 2 * Day);
        }

        switch (kind)
        {
            case < 26:
                Redraft(30);
                break;
            case < 38:
                AskLately();
                break;
            case < 44:
                Reject();
                Redraft(50);
                break;
            case < 48:
                Reject();
                Then(SeedStep.Save, 2, 10 * Day);
                Publish();
                break;
            default:
                Publish();
                LiveOn();
                break;
        }
    }

    private void LiveOn()
    {
        if (_dice.InHundred(8))
        {
            Then(SeedStep.Withdraw, 60 * Day, Year);
        }
        else
        {
            for (int version = 2; version <= 3 && _dice.InHundred(36); version++)
            {
                Then(SeedStep.Save, 150 * Day, 2 * Year);
                Publish();
            }
        }
    }

    private void Redraft(int inHundred)
    {
        if (_dice.InHundred(inHundred))
        {
            Then(SeedStep.Save, 1, 20 * Day);
        }
    }

    private void Reject()
    {
        Then(SeedStep.RequestSignOff, 1, 10 * Day);
        Then(SeedStep.SignFirst, 1, Day);
        Then(SeedStep.Reject, 1, 3 * Day);
    }

    private void Publish()
    {
        Then(SeedStep.RequestSignOff, 1, 10 * Day);
        Then(SeedStep.SignFirst, 1, Day);
        Then(SeedStep.SignSecond, 1, Day);
        Then(SeedStep.SignThird, 1, Day);
        if (_dice.InHundred(25))
        {
            Then(SeedStep.Confirm, 1, 3 * Day);
        }
    }

    /// <summary>Sign-off runs now: most within its ten working days, some beyond them.</summary>
    private void AskLately()
    {
        int ago = _dice.InHundred(85)
            ? _dice.Between(1, 9 * Day)
            : _dice.Between(11 * Day, 20 * Day);
        _at = Math.Max(_at + 1, _end - ago);
        Then(SeedStep.RequestSignOff, 0, 0);
        if (_dice.InHundred(50))
        {
            Then(SeedStep.SignFirst, 1, 2 * Day);
        }

        if (_dice.InHundred(30) && _steps[^1].Step == SeedStep.SignFirst)
        {
            Then(SeedStep.SignSecond, 1, 2 * Day);
        }
    }

    private void Then(SeedStep step, int least, int most)
    {
        _at += _dice.Between(least, most);
        _steps.Add(new PlannedStep(step, _at));
    }

    private static string ClassOf(int chance) =>
        chance switch
        {
            0 => DocumentClasses.Arrangements,
            1 => DocumentClasses.YearlyReport,
            < 5 => DocumentClasses.ThresholdDocument,
            < 17 => DocumentClasses.PracticeStandards,
            < 40 => DocumentClasses.Protocol,
            < 80 => DocumentClasses.PracticeGuidance,
            < 140 => DocumentClasses.Procedure,
            _ => DocumentClasses.Policy,
        };
}
