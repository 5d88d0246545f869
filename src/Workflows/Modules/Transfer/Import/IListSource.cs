namespace Governance.Modules.Transfer.Import;

/// <summary>Where the rows of an import come from: a file of lines, or a folder of texts.</summary>
internal interface IListSource
{
    /// <summary>The columns as the file names them.</summary>
    IReadOnlyList<string> Header { get; }

    /// <summary>Of the whole.</summary>
    string Hash { get; }

    int Count { get; }

    IEnumerable<ListRow> Rows();
}
