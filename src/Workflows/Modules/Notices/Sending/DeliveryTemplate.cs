namespace Governance.Modules.Notices;

/// <summary>
/// The stable name of what is sent: <c>waits/sign-off</c> and so on for each notice, <c>digest</c> for the day's, <c>address</c>
/// for the link that proves an address. The names stand in the database and in the delivery log and never change.
/// </summary>
public static class DeliveryTemplate
{
    public const string Digest = "digest";

    public const string Address = "address";

    private static readonly Dictionary<string, (NoticeHappening, NoticeMatter)> ByName = (
        from happening in Enum.GetValues<NoticeHappening>()
        from matter in Enum.GetValues<NoticeMatter>()
        select (happening, matter)
    ).ToDictionary(both => Of(both.happening, both.matter), StringComparer.Ordinal);

    /// <summary>Every name there is.</summary>
    public static IReadOnlyList<string> All { get; } = [.. ByName.Keys, Digest, Address];

    public static string Of(NoticeMessage message) => Of(message.Happening, message.Matter);

    /// <summary>What has happened to what; null for the digest and the proof of an address.</summary>
    public static (NoticeHappening Happening, NoticeMatter Matter)? Read(string template) =>
        ByName.TryGetValue(template, out (NoticeHappening, NoticeMatter) both) ? both : null;

    private static string Of(NoticeHappening happening, NoticeMatter matter) =>
        $"{Name(happening)}/{Name(matter)}";

    private static string Name(NoticeHappening happening) =>
        happening switch
        {
            NoticeHappening.Waits => "waits",
            NoticeHappening.StillWaits => "still-waits",
            NoticeHappening.Late => "late",
            NoticeHappening.News => "news",
            NoticeHappening.Alarm => "alarm",
            _ => throw new ArgumentOutOfRangeException(nameof(happening)),
        };

    private static string Name(NoticeMatter matter) =>
        matter switch
        {
            NoticeMatter.SignOff => "sign-off",
            NoticeMatter.Policy => "policy",
            NoticeMatter.Review => "review",
            NoticeMatter.Consultation => "consultation",
            NoticeMatter.Cascade => "cascade",
            NoticeMatter.Meeting => "meeting",
            NoticeMatter.WrittenProcedure => "written-procedure",
            NoticeMatter.Action => "action",
            NoticeMatter.Membership => "membership",
            NoticeMatter.Group => "group",
            NoticeMatter.Challenge => "challenge",
            NoticeMatter.ProfessionalChallenge => "professional-challenge",
            NoticeMatter.Approval => "approval",
            NoticeMatter.Appointment => "appointment",
            NoticeMatter.Delegation => "delegation",
            NoticeMatter.Interest => "interest",
            NoticeMatter.Workflow => "workflow",
            NoticeMatter.Request => "request",
            NoticeMatter.Deadline => "deadline",
            NoticeMatter.Framework => "framework",
            NoticeMatter.Retention => "retention",
            NoticeMatter.Attestation => "attestation",
            _ => throw new ArgumentOutOfRangeException(nameof(matter)),
        };
}
