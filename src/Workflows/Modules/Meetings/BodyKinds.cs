namespace Governance.Modules.Meetings;

/// <summary>Kinds of body. Wire names; never change.</summary>
public static class BodyKinds
{
    /// <summary>The whole: seats' holders and relevant agencies. One in each partnership; the root of its tree.</summary>
    public const string Partnership = "partnership";

    /// <summary>The three seats' holders. One in each partnership.</summary>
    public const string Executive = "executive";
    public const string SubGroup = "subGroup";

    /// <summary>A group with a task and an end; its members are its appointments. Made by the commission of a group only.</summary>
    public const string TaskAndFinishGroup = "taskAndFinishGroup";

    public static IReadOnlyList<string> All { get; } =
    [Partnership, Executive, SubGroup, TaskAndFinishGroup];
}

/// <summary>As what somebody belongs to a body. Wire names; never change.</summary>
public static class BodyCapacities
{
    public const string Chair = "chair";
    public const string ViceChair = "viceChair";
    public const string Member = "member";

    /// <summary>Advises; counts for no quorum.</summary>
    public const string Expert = "expert";

    public static IReadOnlyList<string> All { get; } = [Chair, ViceChair, Member, Expert];
}
