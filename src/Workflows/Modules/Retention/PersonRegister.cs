using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Governance.Contracts.Retention;
using Governance.Modules.Asks;
using Governance.Modules.Escalation;
using Governance.Modules.Notices;
using Governance.Modules.Partnerships;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Retention;

/// <summary>
/// Takes everything that names a person out of the tables: what is theirs alone goes, names beside their id and in free texts give way to
/// a pseudonym. Ids stay, so that what they did has one author still. Counts what it did, and what by rule it left.
/// </summary>
internal sealed class PersonRegister(Act act, string personId, PersonNames names, string pseudonym)
{
    private readonly List<ErasedColumn> _changed = [];
    private readonly List<ErasedColumn> _kept = [];

    public IReadOnlyList<ErasedColumn> Changed => _changed;

    public IReadOnlyList<ErasedColumn> Kept => _kept;

    public async Task EraseAsync()
    {
        await RemoveOwnAsync();
        foreach (NameLabel label in PersonTexts.Labels)
        {
            await RunAsync(
                label.Table,
                label.NameColumn,
                $"UPDATE \"{label.Table}\" SET \"{label.NameColumn}\" = {{0}} WHERE \"{label.IdColumn}\" = {{1}}",
                pseudonym,
                personId
            );
        }

        foreach (TextColumn column in TextColumn.Of(act.Db.Model))
        {
            TextKind kind = PersonTexts.Kinds.GetValueOrDefault((column.Table, column.Column));
            if (kind == TextKind.Text)
            {
                await ReplaceAsync(column);
            }
            else if (kind == TextKind.Fixed)
            {
                await CountKeptAsync(column.Table, column.Column);
            }
        }

        await act
            .Db.Set<Person>()
            .Where(person => person.Id == personId)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(person => person.DisplayName, pseudonym)
                    .SetProperty(person => person.Email, (string?)null)
                    .SetProperty(person => person.TenantId, "erased")
                    .SetProperty(person => person.ObjectId, personId)
                    .SetProperty(person => person.ErasedAt, act.Now)
                    .SetProperty(person => person.Version, person => person.Version + 1)
            );
        Note(_changed, "Person", "DisplayName", 1);
    }

    private async Task RemoveOwnAsync()
    {
        GovernanceDb db = act.Db;
        IQueryable<string> spaces = db.Set<DraftSpace>()
            .Where(space => space.OwnerId == personId)
            .Select(space => space.Id);
        IQueryable<string> deliveries = db.Set<Delivery>()
            .Where(delivery => delivery.Recipient == personId)
            .Select(delivery => delivery.Id);
        await DeleteAsync(db.Set<NoticePreference>().Where(each => each.PersonId == personId));
        await DeleteAsync(db.Set<CalendarFeed>().Where(each => each.PersonId == personId));
        await DeleteAsync(db.Set<Notice>().Where(each => each.PersonId == personId));
        await DeleteAsync(
            db.Set<DeliveryAttempt>().Where(each => deliveries.Contains(each.DeliveryId))
        );
        await DeleteAsync(db.Set<Delivery>().Where(each => each.Recipient == personId));
        await DeleteAsync(db.Set<StageContact>().Where(each => each.PersonId == personId));
        foreach (string address in names.Addresses)
        {
            await DeleteAsync(db.Set<StageContact>().Where(each => each.Email == address));
        }

        await DeleteAsync(db.Set<IdempotentAnswer>().Where(each => each.PersonId == personId));
        foreach (string word in names.InTexts)
        {
            await DeleteAsync(db.Set<IdempotentAnswer>().Where(each => each.Answer.Contains(word)));
        }

        // What only they can read, they alone had a use for.
        await DeleteAsync(db.Set<ChallengeDraft>().Where(each => spaces.Contains(each.SpaceId)));
        await DeleteAsync(
            db.Set<DraftKey>()
                .Where(each => each.PersonId == personId || spaces.Contains(each.SpaceId))
        );
        await DeleteAsync(db.Set<DraftSpace>().Where(each => each.OwnerId == personId));
    }

    private async Task DeleteAsync<T>(IQueryable<T> rows)
        where T : class =>
        Note(
            _changed,
            act.Db.Model.FindEntityType(typeof(T))!.GetTableName()!,
            "*",
            await rows.ExecuteDeleteAsync()
        );

    /// <summary>A text that has become too long for its column loses its end.</summary>
    private async Task ReplaceAsync(TextColumn at)
    {
        foreach (string word in names.InTexts)
        {
            string text = act.Db.Dialect.AsText(at.Column);
            await RunAsync(
                at.Table,
                at.Column,
                $"UPDATE \"{at.Table}\" SET \"{at.Column}\" = CAST(REPLACE({text}, {{0}}, {{1}}) AS {at.StoreType}) "
                    + $"WHERE {text} <> REPLACE({text}, {{0}}, {{1}})",
                at.IsNested ? PersonNames.InJson(word) : word,
                pseudonym
            );
        }
    }

    [SuppressMessage(
        "Security",
        "EF1002:Risk of vulnerability to SQL injection",
        Justification = "The statement is made of the model's names of a table and a column; words go as parameters."
    )]
    private async Task RunAsync(string table, string column, string sql, params object[] values) =>
        Note(_changed, table, column, await act.Db.Database.ExecuteSqlRawAsync(sql, values));

    [SuppressMessage(
        "Security",
        "EF1002:Risk of vulnerability to SQL injection",
        Justification = "The statement is made of the model's names of a table and a column; words go as parameters."
    )]
    private async Task CountKeptAsync(string table, string column)
    {
        foreach (string word in names.InTexts.Concat(names.Listed))
        {
            List<string> found = await act
                .Db.Database.SqlQueryRaw<string>(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"SELECT \"{column}\" AS \"Value\" FROM \"{table}\" WHERE \"{column}\" <> REPLACE(\"{column}\", {{0}}, '')"
                    ),
                    word
                )
                .ToListAsync();
            Note(_kept, table, column, found.Count);
        }
    }

    private static void Note(List<ErasedColumn> noted, string table, string column, int rows)
    {
        if (rows == 0)
        {
            return;
        }

        int at = noted.FindIndex(each => each.Table == table && each.Column == column);
        if (at < 0)
        {
            noted.Add(new ErasedColumn(table, column, rows));
        }
        else
        {
            noted[at] = noted[at] with { Rows = noted[at].Rows + rows };
        }
    }
}
