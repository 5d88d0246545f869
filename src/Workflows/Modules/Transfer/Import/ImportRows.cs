using System.Security.Cryptography;
using System.Text;
using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Transfer.Import;

/// <summary>The rows of one list, one after the other.</summary>
internal sealed class ImportRows(Acts acts, IImportKind kind, ImportRun run, string fileHash)
{
    /// <summary>The lines by what they are: what comes a second time is the first one again.</summary>
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>Rows of a dry run that later ones may rest on.</summary>
    private readonly Dictionary<string, List<ListRow>> _tied = new(StringComparer.Ordinal);

    public async Task<ImportedLine> BringInAsync(ListRow row)
    {
        ImportedLine line = await JudgeAsync(row, isRehearsal: false);
        if (line.Result != ImportResults.Refused)
        {
            _seen[kind.IdentityOf(row)] = row.Line;
        }

        return line;
    }

    /// <summary>What would become of these, on top of those before them; nothing is left behind.</summary>
    public async Task<IReadOnlyList<ImportedLine>> RehearseAsync(IReadOnlyList<ListRow> rows)
    {
        List<ImportedLine> lines = [];
        List<string> added = [];
        await acts.RehearseAsync(async () =>
        {
            lines.Clear();
            added.ForEach(identity => _seen.Remove(identity));
            added.Clear();
            foreach (ListRow earlier in TiedTo(rows))
            {
                await kind.BringInAsync(run, run.By, earlier);
            }

            foreach (ListRow row in rows)
            {
                ImportedLine line = await JudgeAsync(row, isRehearsal: true);
                lines.Add(line);
                if (
                    line.Result != ImportResults.Refused
                    && _seen.TryAdd(kind.IdentityOf(row), row.Line)
                )
                {
                    added.Add(kind.IdentityOf(row));
                }
            }
        });
        for (int at = 0; at < rows.Count; at++)
        {
            if (lines[at].Result is ImportResults.BroughtIn or ImportResults.Proposed)
            {
                Tie(rows[at]);
            }
        }

        return lines;
    }

    private async Task<ImportedLine> JudgeAsync(ListRow row, bool isRehearsal)
    {
        if (row.Flaw is { } flaw)
        {
            return Refused(row, null, TransferRefusals.BrokenLine, flaw);
        }

        string identity = kind.IdentityOf(row);
        if (_seen.TryGetValue(identity, out int earlier))
        {
            return Refused(
                row,
                null,
                TransferRefusals.Twice,
                $"This is the same as line {earlier}. Leave one of them out."
            );
        }

        string key = KeyOf(row);
        await using (GovernanceDb db = run.Open())
        {
            if (await kind.FindAsync(db, run, row) is { } there)
            {
                return new ImportedLine(
                    row.Line,
                    ImportResults.There,
                    null,
                    null,
                    "This is there already; nothing was done.",
                    there.Id,
                    there.Link
                );
            }

            key = isRehearsal ? key : await FreshAsync(db, key);
        }

        Result<BroughtIn> answer = await kind.BringInAsync(
            run,
            isRehearsal ? run.By : run.By with { Idempotency = new IdempotencyKey(key, row.Hash) },
            row
        );
        return answer.IsRefused
            ? Refused(row, answer.Refusal)
            : Done(row, answer.Value, isRehearsal);
    }

    /// <summary>By what stands in the row and in which file: a run that was cut off goes on where it was.</summary>
    private string KeyOf(ListRow row) =>
        "import:"
        + Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{kind.Name}\n{fileHash}\n{row.Hash}"))
        );

    /// <summary>
    /// A refusal of before is not the answer for ever: what stood in the way may be gone. What was done under a key is answered again
    /// and not done twice.
    /// </summary>
    private async Task<string> FreshAsync(GovernanceDb db, string key)
    {
        (string person, string act, string fresh) = (run.By.PersonId, kind.Act, key);
        for (int refused = 1; ; refused++)
        {
            if (
                !await db.Set<IdempotentAnswer>()
                    .AnyAsync(row =>
                        row.PersonId == person && row.Act == act && row.Key == fresh && row.Refused
                    )
            )
            {
                return fresh;
            }

            fresh = $"{key}/{refused}";
        }
    }

    private IEnumerable<ListRow> TiedTo(IReadOnlyList<ListRow> rows) =>
        rows.Where(row => row.Flaw is null)
            .SelectMany(kind.TiesOf)
            .Distinct()
            .SelectMany(tie => _tied.GetValueOrDefault(tie) ?? [])
            .DistinctBy(row => row.Line)
            .OrderBy(row => row.Line);

    private void Tie(ListRow row)
    {
        foreach (string tie in kind.TiesOf(row))
        {
            if (!_tied.TryGetValue(tie, out List<ListRow>? rows))
            {
                _tied[tie] = rows = [];
            }

            rows.Add(row);
        }
    }

    private static ImportedLine Done(ListRow row, BroughtIn done, bool isRehearsal) =>
        new(
            row.Line,
            done.IsProposed ? ImportResults.Proposed : ImportResults.BroughtIn,
            null,
            null,
            (done.IsProposed, isRehearsal) switch
            {
                (true, true) =>
                    "Would be proposed, and wait for a second person from another body.",
                (true, false) => "Proposed. It waits for a second person from another body.",
                (false, true) => "Would be brought in.",
                (false, false) => "Brought in.",
            },
            isRehearsal ? null : done.Id,
            isRehearsal ? null : done.Link
        );

    private ImportedLine Refused(ListRow row, Refusal refusal)
    {
        if (refusal.Errors is not { Count: > 0 } errors)
        {
            return Refused(row, null, refusal.Code, refusal.Message);
        }

        string[] columns = [.. errors.Keys.Select(kind.ColumnOf).Distinct()];
        return Refused(
            row,
            string.Join(", ", columns),
            refusal.Code,
            string.Join(' ', errors.SelectMany(error => error.Value).Distinct())
        );
    }

    private static ImportedLine Refused(ListRow row, string? column, string code, string message) =>
        new(row.Line, ImportResults.Refused, column, code, message);
}
