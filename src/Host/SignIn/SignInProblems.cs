namespace Governance.Host.SignIn;

/// <summary>Why a sign-in came to nothing: what the address of the page that says so ends with.</summary>
internal static class SignInProblems
{
    /// <summary>Of a directory that is not allowed here.</summary>
    public const string Tenant = "not-allowed";

    /// <summary>A guest of the scrutineer's directory who is at home with a partner.</summary>
    public const string Guest = "guest-of-a-partner";

    /// <summary>Of an allowed directory, and in none of the groups that it lists.</summary>
    public const string NotAMember = "not-a-member";

    /// <summary>In more groups than a token has room for.</summary>
    public const string TooManyGroups = "too-many-groups";

    /// <summary>Begun too long ago, in another browser, or used already.</summary>
    public const string Expired = "expired";

    /// <summary>The person, or their administrator, has not agreed.</summary>
    public const string Refused = "refused";

    /// <summary>The provider does not answer.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>What came back does not hold.</summary>
    public const string Failed = "failed";

    /// <summary>Somebody else answered when the person was to show that they are there.</summary>
    public const string SomebodyElse = "somebody-else";

    /// <summary>The provider did not make the person show who they are, or does not say when they did.</summary>
    public const string NotFresh = "not-fresh";

    /// <summary>The problem that a membership is; null for a member.</summary>
    public static string? Of(Membership membership) =>
        membership switch
        {
            Membership.NotAMember => NotAMember,
            Membership.TooManyGroups => TooManyGroups,
            _ => null,
        };
}
