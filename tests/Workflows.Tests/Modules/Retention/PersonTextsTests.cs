using Governance.Modules.Retention;
using Governance.Storage;

namespace Governance.Tests.Workflows.Modules.Retention;

/// <summary>Whoever adds a column in which words can stand says what an erasure does with it.</summary>
public sealed class PersonTextsTests
{
    /// <summary>An id or a code is no longer than this.</summary>
    private const int LongestCode = 64;

    [Fact]
    public void Kinds_OfTheModel_NameEveryColumnThatCanHoldWords()
    {
        using GovernanceDb db = DesignTimeDb.Create(
            new DatabaseSettings(DatabaseProvider.Sqlite, "Data Source=:memory:")
        );
        TextColumn[] columns = [.. TextColumn.Of(db.Model)];
        HashSet<(string, string)> named = [.. columns.Select(each => (each.Table, each.Column))];
        (string, string)[] missing =
        [
            .. columns
                .Where(each => each.MaxLength is null or > LongestCode)
                .Select(each => (each.Table, each.Column))
                .Where(each => !PersonTexts.Kinds.ContainsKey(each)),
        ];

        Assert.True(missing.Length == 0, string.Join(", ", missing));
        Assert.DoesNotContain(PersonTexts.Kinds.Keys, key => !named.Contains(key));
        Assert.DoesNotContain(
            PersonTexts.Labels,
            label =>
                !named.Contains((label.Table, label.IdColumn))
                || !named.Contains((label.Table, label.NameColumn))
        );
    }
}
