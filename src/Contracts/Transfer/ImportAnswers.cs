namespace Governance.Contracts;

/// <summary>What became of a list that was brought in, or what would (<paramref name="DryRun"/>).</summary>
/// <param name="Kind">One of <see cref="ImportKinds"/>.</param>
/// <param name="BroughtIn">Lines that were done by an act of their own.</param>
/// <param name="Proposed">Those of them that wait for a second person.</param>
/// <param name="There">Lines whose matter was there already; nothing was done.</param>
/// <param name="Lines">In the order of the file.</param>
public sealed record ImportAnswer(
    string Kind,
    bool DryRun,
    int Rows,
    int BroughtIn,
    int Proposed,
    int There,
    int Refused,
    IReadOnlyList<ImportedLine> Lines
);

/// <summary>One line of a list.</summary>
/// <param name="Line">Its number in the file; the header is the first.</param>
/// <param name="Result">One of <see cref="ImportResults"/>.</param>
/// <param name="Column">The column, or the columns, that something is wrong in.</param>
/// <param name="Code">Of the rule that refused it.</param>
/// <param name="Message">What happened, or what is wrong and what to do.</param>
/// <param name="Id">Of what was made or was there.</param>
/// <param name="Link">Where it is looked at.</param>
public sealed record ImportedLine(
    int Line,
    string Result,
    string? Column,
    string? Code,
    string Message,
    string? Id = null,
    string? Link = null
);

/// <summary>What a list may be of. Wire names; never change.</summary>
public static class ImportKinds
{
    public const string Agencies = "agencies";
    public const string People = "people";
    public const string Policies = "policies";
    public const string Actions = "actions";
    public const string Groups = "groups";
    public const string Tasks = "tasks";

    public static IReadOnlyList<string> All { get; } =
    [Agencies, People, Policies, Groups, Tasks, Actions];
}

/// <summary>What became of a line. Wire names; never change.</summary>
public static class ImportResults
{
    public const string BroughtIn = "broughtIn";
    public const string Proposed = "proposed";
    public const string There = "there";
    public const string Refused = "refused";
}
