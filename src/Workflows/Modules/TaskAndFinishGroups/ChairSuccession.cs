namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>Who chairs a group when its chair has gone (DOMAIN B4.7). Pure.</summary>
internal enum Succession
{
    /// <summary>Somebody chairs it; nothing to do.</summary>
    Chaired,

    /// <summary>The vice-chair stands in at once.</summary>
    ViceStandsIn,

    /// <summary>Nobody does: the commissioner is asked.</summary>
    Vacant,
}

internal static class ChairSuccession
{
    /// <param name="chairIsHeld">Somebody holds the chair's appointment today.</param>
    /// <param name="viceIsMember">The vice-chair is named and still in the group.</param>
    public static Succession Of(bool chairIsHeld, bool viceIsMember) =>
        chairIsHeld ? Succession.Chaired
        : viceIsMember ? Succession.ViceStandsIn
        : Succession.Vacant;
}
