using Governance.Contracts;

namespace Governance.Modules.Partnerships;

/// <summary>
/// Who may do what: the product's table of duties as code, one row per line of the table, for all modules. A permission names a
/// row; what a row says beyond roles (<see cref="Duty.Beyond"/>) is decided by the rule of the module that owns the act.
/// </summary>
public static class DutiesMatrix
{
    public static readonly Duty Draft = new(
        "draft",
        "Create and edit a draft",
        "Group chairs and members only for their group's output; whoever edits is an author and cannot sign.",
        Roles.BusinessUnit,
        Roles.GroupChair,
        Roles.GroupMember,
        Roles.StatutoryPartner
    )
    {
        IsForMachines = true,
    };

    public static readonly Duty Steer = new(
        "steer",
        "Open and close consultation, dispose of comments, open sign-off, record a review, name an owner, withdraw a policy",
        "A group chair only for that group's output.",
        Roles.BusinessUnit,
        Roles.GroupChair
    );

    public static readonly Duty Comment = new(
        "comment",
        "Comment in a consultation",
        "Agency representatives and practitioners only where they are in the audience.",
        Roles.StatutoryPartner,
        Roles.Scrutineer,
        Roles.AgencyRepresentative,
        Roles.Practitioner
    );

    public static readonly Duty Sign = new(
        "sign",
        "Sign, reject, withdraw a signature",
        "Who holds the ask's authority that day; nobody barred as author or by interest; never a machine.",
        Roles.StatutoryPartner
    )
    {
        Source =
            "Children Act 2004, section 16E: three safeguarding partners with a shared and equal duty. Working Together to Safeguard Children 2023.",
    };

    public static readonly Duty Scrutinise = new(
        "scrutinise",
        "Raise, assess, close, withdraw, re-open and edit a challenge, lower its seriousness, scrutiny comment",
        "The scrutiny function only.",
        Roles.Scrutineer
    )
    {
        Source =
            "Working Together to Safeguard Children 2023: independent scrutiny of the arrangements.",
    };

    public static readonly Duty Respond = new(
        "respond",
        "Acknowledge, respond to and take a position on a challenge",
        "Holders of the addressed seat.",
        Roles.StatutoryPartner
    )
    {
        Source =
            "Working Together to Safeguard Children 2023, paragraph 110: partners resolve differences locally.",
    };

    public static readonly Duty Appoint = new(
        "appoint",
        "Appoint people and end appointments",
        "Scrutineers and administrators also need a second approver from another body, and the leads are told.",
        Roles.BusinessUnit
    );

    public static readonly Duty Delegate = new(
        "delegate",
        "Grant and revoke a delegation",
        "The seat's lead.",
        Roles.StatutoryPartner
    )
    {
        Source =
            "Working Together to Safeguard Children 2023: the lead safeguarding partner may delegate functions and stays accountable.",
    };

    public static readonly Duty Configure = new(
        "configure",
        "Change calendars, ladders, document classes and definitions, and migrate instances",
        "With a second person; framework definitions by the three seats.",
        Roles.BusinessUnit
    );

    public static readonly Duty Commission = new(
        "commission",
        "Commission a group",
        "Enters a quorate decision, or a seat's lead's.",
        Roles.BusinessUnit
    );

    public static readonly Duty Progress = new(
        "progress",
        "Work on a group’s tasks, report, propose its terms and its closure",
        "People of that group; a task by its owner, reports and closure by its chair; the business unit on their behalf.",
        Roles.BusinessUnit,
        Roles.GroupChair,
        Roles.GroupMember
    )
    {
        IsForMachines = true,
    };

    public static readonly Duty Staff = new(
        "staff",
        "Bring people into a group and let them go",
        "The group’s chair, the commissioning seat’s lead or delegate, and the business unit; the chair is appointed by the last two.",
        Roles.BusinessUnit,
        Roles.GroupChair,
        Roles.StatutoryPartner
    );

    public static readonly Duty AcceptWork = new(
        "acceptWork",
        "Approve a group’s terms of reference, accept its closure, extend it or stand it down",
        "The lead or delegate of the seat that commissioned it, and never who chairs it.",
        Roles.StatutoryPartner
    );

    public static readonly Duty Operate = new(
        "operate",
        "Retry, skip and cancel an instance",
        "With a reason, shown to the scrutiny function.",
        Roles.BusinessUnit
    );

    public static readonly Duty PauseClocks = new(
        "pauseClocks",
        "Pause a clock and let it run again",
        "Only clocks for which reasons are listed, and by the role that the list names.",
        Roles.BusinessUnit,
        Roles.Scrutineer
    );

    public static readonly Duty ReadRecord = new(
        "readRecord",
        "Read the record and verify it",
        "An inspector's appointment is dated and only reads.",
        Roles.StatutoryPartner,
        Roles.Scrutineer,
        Roles.BusinessUnit,
        Roles.Inspector
    );

    public static readonly Duty Administer = new(
        "administer",
        "Configure the installation, back it up and see its health",
        "Reads no case text and holds no other role.",
        Roles.Administrator
    );

    public static readonly Duty ConfirmCascade = new(
        "confirmCascade",
        "Confirm how a published text has reached an agency",
        "Who represents that agency.",
        Roles.AgencyRepresentative
    );

    public static readonly Duty Approve = new(
        "approve",
        "Be the second person to what another proposed",
        "Never one's own proposal, nor about oneself; the kind of proposal says who.",
        Roles.StatutoryPartner,
        Roles.BusinessUnit
    );

    public static readonly Duty DeclareInterest = new(
        "declareInterest",
        "Declare an interest of one's own",
        "Whoever may be asked to decide on something.",
        Roles.StatutoryPartner,
        Roles.Scrutineer,
        Roles.PartnershipChair,
        Roles.BusinessUnit,
        Roles.GroupChair,
        Roles.GroupMember,
        Roles.AgencyRepresentative,
        Roles.Practitioner
    );

    public static readonly Duty KeepStructure = new(
        "keepStructure",
        "Keep the structure of meetings: bodies, their terms of reference and members",
        "A task and finish group is made by its commission and dissolved by its closure.",
        Roles.BusinessUnit
    )
    {
        IsForMachines = true,
    };

    public static readonly Duty Convene = new(
        "convene",
        "Plan and circulate meetings, note attendance, record decisions, open actions, propose a written procedure, draft minutes and put them to the next meeting",
        "The business unit as secretary; otherwise only who chairs that body.",
        Roles.BusinessUnit,
        Roles.PartnershipChair,
        Roles.StatutoryPartner,
        Roles.GroupChair,
        Roles.GroupMember,
        Roles.AgencyRepresentative
    );

    public static readonly Duty AnswerProcedure = new(
        "answerProcedure",
        "Agree or disagree in a written procedure",
        "Who holds a place that is asked: a seat's lead or delegate, an agency's representative, or the member.",
        Roles.StatutoryPartner,
        Roles.PartnershipChair,
        Roles.BusinessUnit,
        Roles.GroupChair,
        Roles.GroupMember,
        Roles.AgencyRepresentative,
        Roles.Practitioner
    );

    public static readonly Duty DoActions = new(
        "doActions",
        "Complete an action, verify it, or give it back",
        "Its owner completes it; somebody else verifies it.",
        Roles.StatutoryPartner,
        Roles.Scrutineer,
        Roles.PartnershipChair,
        Roles.BusinessUnit,
        Roles.GroupChair,
        Roles.GroupMember,
        Roles.AgencyRepresentative,
        Roles.Practitioner
    );

    public static readonly Duty PublishMinutes = new(
        "publishMinutes",
        "Publish agreed minutes, redacted",
        "Only what a later meeting has agreed.",
        Roles.BusinessUnit
    );

    public static readonly Duty RaiseConcern = new(
        "raiseConcern",
        "Raise a professional challenge, say whether one is satisfied, withdraw it",
        "Whoever raised it, also by a link or key without an account; a dispute between partners by a holder of a seat.",
        Roles.Practitioner,
        Roles.AgencyRepresentative,
        Roles.StatutoryPartner,
        Roles.GroupChair,
        Roles.GroupMember
    )
    {
        Source =
            "Working Together to Safeguard Children 2023: clear escalation policies for staff whose concerns are not addressed.",
    };

    public static readonly Duty AnswerConcern = new(
        "answerConcern",
        "Acknowledge, answer, meet on and confirm a professional challenge",
        "Whom its present stage asks, and never who raised it.",
        Roles.StatutoryPartner,
        Roles.AgencyRepresentative,
        Roles.PartnershipChair,
        Roles.Scrutineer,
        Roles.BusinessUnit
    );

    public static readonly Duty KeepContacts = new(
        "keepContacts",
        "Keep a body’s single points of contact and its links for raising challenges",
        "The body itself; the business unit on its behalf.",
        Roles.AgencyRepresentative,
        Roles.StatutoryPartner,
        Roles.BusinessUnit
    )
    {
        IsForMachines = true,
    };

    public static readonly Duty Undertake = new(
        "undertake",
        "Start a workflow of the partnership’s own",
        "As it is published; the framework’s begin with what they are for.",
        Roles.BusinessUnit
    );

    public static readonly Duty AnswerRequest = new(
        "answerRequest",
        "Answer what a workflow asks",
        "Everybody on the seat that is asked, or whoever holds the role; once, and within its limit.",
        Roles.StatutoryPartner,
        Roles.PartnershipChair,
        Roles.Scrutineer,
        Roles.BusinessUnit
    );

    public static readonly Duty Attest = new(
        "attest",
        "Say once a quarter who still holds what",
        "A seat’s lead or delegate for the seat, the scrutineer for the scrutiny function, the business unit for everybody else; nobody ends an appointment of their own.",
        Roles.StatutoryPartner,
        Roles.Scrutineer,
        Roles.BusinessUnit
    );

    public static readonly Duty BringIn = new(
        "bringIn",
        "Bring in what was kept elsewhere: relevant agencies, people, texts and lists",
        "Each line is an act under its own rule; what needs a second person is proposed, and no signature is brought in.",
        Roles.BusinessUnit
    );

    public static readonly Duty Hold = new(
        "hold",
        "Place a legal hold, or lift one",
        "A seat's lead or delegate, the scrutineer, the business unit; lifted by the body that placed it, or by two seats.",
        Roles.StatutoryPartner,
        Roles.Scrutineer,
        Roles.BusinessUnit
    );

    public static readonly Duty KeepRetention = new(
        "keepRetention",
        "Propose how long something is kept, and what is disposed of",
        "Each with somebody else's agreement; nothing that is under hold.",
        Roles.BusinessUnit
    )
    {
        Source = "UK GDPR, article 5(1)(e): storage limitation.",
    };

    public static readonly Duty AgreeDisposal = new(
        "agreeDisposal",
        "Agree to a disposal, or object to it",
        "A seat's lead or delegate agrees, and for challenges the scrutineer as well; anybody on a seat and the scrutineer may object.",
        Roles.StatutoryPartner,
        Roles.Scrutineer
    );

    public static readonly Duty ErasePerson = new(
        "erasePerson",
        "Propose the erasure of a person’s data",
        "A business unit agrees; never while they hold an appointment or are under hold.",
        Roles.Administrator
    )
    {
        Source =
            "UK GDPR, article 17, and its paragraph 3(b) for the record of what was decided (check).",
    };

    public static IReadOnlyList<Duty> Rows { get; } =
    [
        Draft,
        Steer,
        Comment,
        Sign,
        Scrutinise,
        Respond,
        Appoint,
        Delegate,
        Configure,
        Commission,
        Progress,
        Staff,
        AcceptWork,
        Operate,
        PauseClocks,
        ReadRecord,
        Administer,
        ConfirmCascade,
        Approve,
        DeclareInterest,
        KeepStructure,
        Convene,
        AnswerProcedure,
        DoActions,
        PublishMinutes,
        RaiseConcern,
        AnswerConcern,
        KeepContacts,
        Undertake,
        AnswerRequest,
        BringIn,
        Hold,
        KeepRetention,
        AgreeDisposal,
        ErasePerson,
        Attest,
    ];
}

/// <summary>A row of the table: what is done, by which roles, and what a rule asks for beyond the role.</summary>
public sealed record Duty
{
    private readonly string[] _roles;

    internal Duty(string key, string what, string beyond, params string[] roles)
    {
        Key = key;
        What = what;
        Beyond = beyond;
        _roles = roles;
    }

    public string Key { get; }

    public string What { get; }

    public string Beyond { get; }

    public IReadOnlyList<string> Roles => _roles;

    /// <summary>The law or guidance that the line follows from; null where it is the product's own rule.</summary>
    public string? Source { get; init; }

    /// <summary>Whether a program that was appointed to one of the roles may do it too (DOMAIN B1.11).</summary>
    public bool IsForMachines { get; init; }

    /// <summary>A permission of this row; its name is part of a refusal's code and never changes.</summary>
    public Storage.Permission Permission(string name) =>
        new(name, What, _roles) { IsForMachines = IsForMachines };
}
