namespace Governance.Modules.Library;

/// <summary>Stable names of this module that stand in definitions, histories, the record and notices; they never change.</summary>
public static class LibraryWords
{
    // Stimuli, each under the dissemination's id.

    /// <summary>Every agency that was asked has confirmed.</summary>
    public const string Confirmed = "cascade.confirmed";

    /// <summary>A later version was published and is asked about instead.</summary>
    public const string Superseded = "cascade.superseded";

    // Effects.
    public const string Disseminate = "cascade.disseminate";
    public const string Remind = "cascade.remind";
    public const string Overdue = "cascade.overdue";
    public const string End = "cascade.end";

    /// <summary>Kind of the ask that each agency gets.</summary>
    public const string AskToConfirm = "confirm-cascade";

    public const string ClockPurpose = "cascade";
}
