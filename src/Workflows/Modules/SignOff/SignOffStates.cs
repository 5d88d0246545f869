namespace Governance.Modules.SignOff;

/// <summary>States of a round. Wire names; never change.</summary>
public static class RoundStates
{
    public const string Open = "open";

    /// <summary>Three seats signed and the text was published.</summary>
    public const string Published = "published";
    public const string Rejected = "rejected";

    /// <summary>The text was changed or withdrawn, so nothing is asked any more and no signature counts.</summary>
    public const string Lapsed = "lapsed";

    /// <summary>A seat has nobody who may sign, so the round never began.</summary>
    public const string NoEligibleSigner = "noEligibleSigner";
}

/// <summary>States of a seat in a round. Wire names; never change.</summary>
public static class RoundSeatStates
{
    public const string Open = "open";
    public const string HasSigned = "signed";
    public const string Rejected = "rejected";

    /// <summary>It had signed when the round ended otherwise.</summary>
    public const string Lapsed = "lapsed";

    /// <summary>It was still asked when the round ended.</summary>
    public const string Cancelled = "cancelled";
    public const string NoEligibleSigner = "noEligibleSigner";
}

/// <summary>States of a signature. Wire names; never change.</summary>
public static class SignatureStates
{
    public const string Current = "current";
    public const string Withdrawn = "withdrawn";
    public const string Lapsed = "lapsed";
}
