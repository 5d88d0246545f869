namespace Governance.Contracts;

/// <summary>The roles that an appointment can give. Wire names; never change.</summary>
public static class Roles
{
    public const string StatutoryPartner = "statutoryPartner";
    public const string Scrutineer = "scrutineer";
    public const string PartnershipChair = "partnershipChair";
    public const string BusinessUnit = "businessUnit";
    public const string GroupChair = "groupChair";
    public const string GroupMember = "groupMember";
    public const string AgencyRepresentative = "agencyRepresentative";
    public const string Practitioner = "practitioner";
    public const string Administrator = "administrator";
    public const string Inspector = "inspector";

    public static IReadOnlyList<string> All { get; } =
    [
        StatutoryPartner,
        Scrutineer,
        PartnershipChair,
        BusinessUnit,
        GroupChair,
        GroupMember,
        AgencyRepresentative,
        Practitioner,
        Administrator,
        Inspector,
    ];
}

/// <summary>The three statutory seats (Children Act 2004 s.16E; DOMAIN A1.1). Wire names; never change.</summary>
public static class Seats
{
    public const string LocalAuthority = "localAuthority";
    public const string IntegratedCareBoard = "integratedCareBoard";
    public const string Police = "police";

    public static IReadOnlyList<string> All { get; } =
    [LocalAuthority, IntegratedCareBoard, Police];
}

/// <summary>In what capacity somebody holds a statutory seat (DOMAIN A1.2, A1.4).</summary>
public static class Levels
{
    public const string Lead = "lead";
    public const string Delegate = "delegate";
    public const string Deputy = "deputy";

    public static IReadOnlyList<string> All { get; } = [Lead, Delegate, Deputy];
}
