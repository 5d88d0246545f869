namespace Governance.Modules.Transfer;

/// <summary>How much one import takes.</summary>
public static class TransferLimits
{
    /// <summary>50 MiB a file.</summary>
    public const int MostBytes = 50 * 1024 * 1024;

    public const int MostRows = 100_000;

    /// <summary>The longest cell: a policy's text.</summary>
    public const int MostCell = 250_000;

    /// <summary>So many lines at most go in by one request: it is answered when all of them are done.</summary>
    public const int MostRowsOfARequest = 2_000;

    /// <summary>4 MiB in one request.</summary>
    public const int MostBytesOfARequest = 4 * 1024 * 1024;
}
