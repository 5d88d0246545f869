namespace Governance.Modules.Notices;

/// <summary>What a notice is about, as far as it may be said outside the product.</summary>
public enum NoticeMatter
{
    SignOff,
    Policy,
    Review,
    Consultation,
    Cascade,
    Meeting,
    WrittenProcedure,
    Action,
    Membership,
    Group,
    Challenge,
    ProfessionalChallenge,
    Approval,
    Appointment,
    Delegation,
    Interest,
    Workflow,
    Request,
    Deadline,
    Framework,
    Retention,
    Attestation,
}

/// <summary>What has happened to it, as far as it may be said outside the product.</summary>
public enum NoticeHappening
{
    /// <summary>It waits for whoever is told.</summary>
    Waits,

    /// <summary>It still waits for them.</summary>
    StillWaits,

    /// <summary>A limit has passed.</summary>
    Late,

    /// <summary>Something is new about it; nothing is asked.</summary>
    News,

    /// <summary>Something is wrong and cannot wait for the morning.</summary>
    Alarm,
}

/// <summary>
/// Everything of a notice that may leave the product: what it is about, what has happened and by when, each out of a closed list.
/// There is no way to put a text, a name or a number of a case into it, and none may be added.
/// </summary>
public sealed record NoticeMessage
{
    private NoticeMessage(NoticeHappening happening, NoticeMatter matter, DateTime? dueAt)
    {
        Happening = happening;
        Matter = matter;
        DueAt = dueAt;
        IsUrgent = happening == NoticeHappening.Alarm;
    }

    public NoticeHappening Happening { get; }

    public NoticeMatter Matter { get; }

    /// <summary>UTC; null where there is no limit.</summary>
    public DateTime? DueAt { get; }

    /// <summary>Goes out at once, at night and on days off too.</summary>
    public bool IsUrgent { get; private init; }

    /// <summary>
    /// Addressed by duty: something waits for whoever is told, a limit that they answer for has passed, or what they may do has
    /// changed. It cannot be switched off, since the limit runs whether they have heard of it or not. The rest can.
    /// </summary>
    public bool IsByDuty =>
        Happening != NoticeHappening.News
        || Matter is NoticeMatter.Appointment or NoticeMatter.Delegation;

    public static NoticeMessage Waits(NoticeMatter matter, DateTime? due = null) =>
        new(NoticeHappening.Waits, matter, due);

    public static NoticeMessage StillWaits(NoticeMatter matter, DateTime? due = null) =>
        new(NoticeHappening.StillWaits, matter, due);

    public static NoticeMessage Late(NoticeMatter matter, DateTime? due = null) =>
        new(NoticeHappening.Late, matter, due);

    public static NoticeMessage News(NoticeMatter matter) =>
        new(NoticeHappening.News, matter, null);

    public static NoticeMessage Alarm(NoticeMatter matter) =>
        new(NoticeHappening.Alarm, matter, null);

    /// <summary>The same, which must not wait for the morning when <paramref name="isUrgent"/>.</summary>
    public NoticeMessage Urgently(bool isUrgent) => this with { IsUrgent = IsUrgent || isUrgent };
}
