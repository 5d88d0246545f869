using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.Transfer.Import;

/// <summary>
/// A kind of list. Each of its rows is one act, by the operation of the module that owns the matter, so that every rule holds and the
/// record has it.
/// </summary>
public interface IImportKind
{
    /// <summary>One of <see cref="ImportKinds"/>.</summary>
    string Name { get; }

    /// <summary>The act's stable name.</summary>
    string Act { get; }

    IReadOnlyList<ListColumn> Columns { get; }

    /// <summary>By which two rows of a file are the same thing.</summary>
    string IdentityOf(ListRow row);

    /// <summary>What the row is about, where it is there already; then nothing is done.</summary>
    Task<BroughtIn?> FindAsync(GovernanceDb db, ImportRun run, ListRow row);

    /// <summary>Does it, or says why not, by column or by rule.</summary>
    Task<Result<BroughtIn>> BringInAsync(ImportRun run, ActCaller caller, ListRow row);

    /// <summary>Rows that have one of these in common may rest on one another, or stand in one another's way.</summary>
    IEnumerable<string> TiesOf(ListRow row) => [];

    /// <summary>The column that a module's field was read from.</summary>
    string ColumnOf(string field) => field;
}

/// <param name="Link">The page where it is looked at.</param>
/// <param name="IsProposed">Whether it waits for a second person.</param>
public sealed record BroughtIn(string Id, string? Link, bool IsProposed = false);
