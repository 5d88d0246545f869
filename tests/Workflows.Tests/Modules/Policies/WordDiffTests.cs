using FsCheck;
using FsCheck.Fluent;
using Governance.Contracts;
using Governance.Modules.Policies;

namespace Governance.Tests.Workflows.Modules.Policies;

public sealed class WordDiffTests
{
    private static readonly Gen<string> Texts = Gen.Elements(
            "child",
            "police",
            " ",
            "\n",
            "within",
            "3",
            ", ",
            "e\u0301"
        )
        .ListOf()
        .Select(string.Concat);

    [Fact]
    public void Diff_OneWordChanged_ShowsThatWordOnly()
    {
        IReadOnlyList<TextChange> changes = WordDiff.Between(
            "Call the police within 2 days.\nWrite it down.",
            "Call the police within 3 days.\nWrite it down."
        );

        Assert.Equal(
            [
                new TextChange(TextChange.Same, "Call the police within "),
                new TextChange(TextChange.Removed, "2"),
                new TextChange(TextChange.Added, "3"),
                new TextChange(TextChange.Same, " days.\nWrite it down."),
            ],
            changes
        );
    }

    [Fact]
    public void Diff_AnyTwoTexts_GivesBothBackExactly() =>
        Prop.ForAll(
                Gen.Zip(Texts, Texts).ToArbitrary(),
                pair =>
                    Rebuilt(WordDiff.Between(pair.Item1, pair.Item2), TextChange.Removed)
                        == pair.Item1
                    && Rebuilt(WordDiff.Between(pair.Item1, pair.Item2), TextChange.Added)
                        == pair.Item2
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Diff_SameText_HasNoChange() =>
        Assert.Equal(
            [new TextChange(TextChange.Same, "a\nb\n")],
            WordDiff.Between("a\nb\n", "a\nb\n")
        );

    [Fact]
    public void Diff_HugeTextsWithNothingInCommon_IsBoundedAndStillExact()
    {
        string before = string.Join('\n', Enumerable.Range(0, 60_000).Select(n => $"old {n}"));
        string after = string.Join('\n', Enumerable.Range(0, 60_000).Select(n => $"new {n} x"));

        IReadOnlyList<TextChange> changes = WordDiff.Between(before, after);

        Assert.Equal(before, Rebuilt(changes, TextChange.Removed));
        Assert.Equal(after, Rebuilt(changes, TextChange.Added));
        Assert.True(changes.Count <= WordDiff.MostWords);
    }

    private static string Rebuilt(IReadOnlyList<TextChange> changes, string with) =>
        string.Concat(
            changes
                .Where(change => change.Kind == TextChange.Same || change.Kind == with)
                .Select(change => change.Text)
        );
}
