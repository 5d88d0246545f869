namespace Governance.Modules.Transfer.Export;

/// <summary>
/// Every table of the model stands here once, exported or left out with its reason; a test walks the model and fails for one that does
/// not. The order is that of the modules.
/// </summary>
internal static class ExportTables
{
    private const string Secret = "a secret of the installation or of a person";
    private const string Sealed =
        "sealed under its writer's passphrase, for nobody else; the writer takes the drafts along from their own page";
    private const string Derived = "computed from other rows";
    private const string Record = "the record itself, exported with its proofs under record/";
    private const string Files = "the bytes are the files under documents/";

    private const string OfPeople =
        "IN (SELECT \"PersonId\" FROM \"Appointment\" WHERE \"PartnershipId\" = {0})";

    public static IReadOnlyList<ExportTable> All { get; } =
    [
        ExportTable.Own("WorkflowDefinitionVersion"),
        ExportTable.Own("WorkflowInstance"),
        ExportTable.Of("WorkflowStep", "InstanceId", "WorkflowInstance"),
        ExportTable.Own("WorkflowBookmark"),
        ExportTable.Own("WorkflowTimer"),
        ExportTable.Own("WorkflowIncident"),
        new("CalendarVersion", null),
        new("Partnership", "\"Id\" = {0}"),
        new("Person", $"\"Id\" {OfPeople}"),
        ExportTable.Own("RelevantAgency"),
        ExportTable.Own("Appointment"),
        ExportTable.Own("DelegationInstrument"),
        ExportTable.Own("Interest"),
        ExportTable.Own("PendingApproval"),
        ExportTable.Own("Ask"),
        ExportTable.Own("Notice"),
        new("NoticePreference", $"\"PersonId\" {OfPeople}", "ProposedAddress", "ProposedKey"),
        ExportTable.Own("Delivery"),
        ExportTable.Of("DeliveryAttempt", "DeliveryId", "Delivery"),
        ExportTable.Own("TeamsChannel"),
        ExportTable.Own("Clock"),
        ExportTable.Of("ClockHistory", "ClockId", "Clock"),
        ExportTable.Of("ClockPause", "ClockId", "Clock"),
        ExportTable.Own("MeetingBody"),
        ExportTable.Own("BodyMember"),
        ExportTable.Own("Meeting"),
        ExportTable.Of("AgendaItem", "MeetingId", "Meeting"),
        ExportTable.Of("AttendanceEntry", "MeetingId", "Meeting"),
        ExportTable.Of("ItemDeclaration", "MeetingId", "Meeting"),
        ExportTable.Own("Paper"),
        ExportTable.Of("PaperVersion", "PaperId", "Paper"),
        ExportTable.Own("Decision"),
        ExportTable.Own("MeetingAction"),
        ExportTable.Own("MeetingMinutes"),
        ExportTable.Own("WrittenProcedure"),
        ExportTable.Of("ProcedurePlace", "ProcedureId", "WrittenProcedure"),
        ExportTable.Own("TaskAndFinishGroup"),
        ExportTable.Own("TermsOfReference"),
        ExportTable.Own("GroupMembership"),
        ExportTable.Own("GroupTask"),
        ExportTable.Of("GroupTaskDependency", "GroupId", "TaskAndFinishGroup"),
        ExportTable.Of("GroupTaskUpdate", "GroupId", "TaskAndFinishGroup"),
        ExportTable.Own("GroupDuty"),
        ExportTable.Own("GroupClosure"),
        ExportTable.Own("SignOffRound"),
        ExportTable.Of("SignOffSeat", "RoundId", "SignOffRound"),
        ExportTable.Of("Signature", "RoundId", "SignOffRound"),
        ExportTable.Of("ScrutinyComment", "RoundId", "SignOffRound"),
        ExportTable.Own("Consultation"),
        ExportTable.Of("ConsultedBody", "WindowId", "Consultation"),
        ExportTable.Own("Comment"),
        ExportTable.Of("WorkedInComment", "CommentId", "Comment"),
        ExportTable.Own("Policy"),
        ExportTable.Of("PolicyVersion", "PolicyId", "Policy"),
        ExportTable.Of("PolicyAttachment", "PolicyId", "Policy"),
        ExportTable.Of("PolicyReview", "PolicyId", "Policy"),
        ExportTable.Of("OutsideApproval", "PolicyId", "Policy"),
        ExportTable.Own("Challenge"),
        ExportTable.Own("ChallengeAddressee"),
        ExportTable.Own("ChallengeStage"),
        ExportTable.Own("ChallengeStatement"),
        ExportTable.Own("ChallengeRuling"),
        ExportTable.Own("ChallengeEvidence"),
        ExportTable.Own("Escalation", "StatusKeyHash"),
        ExportTable.Of("EscalationStage", "ChallengeId", "Escalation"),
        ExportTable.Of("EscalationEntry", "ChallengeId", "Escalation"),
        ExportTable.Of("EscalationDuty", "ChallengeId", "Escalation"),
        ExportTable.Own("EscalationLadder"),
        ExportTable.Of("EscalationLadderVersion", "LadderId", "EscalationLadder"),
        ExportTable.Own("FrontDoor"),
        ExportTable.Own("RaisingLink", "KeyHash"),
        ExportTable.Own("StageContact"),
        ExportTable.Own("Dissemination"),
        ExportTable.Of("AgencyCascade", "DisseminationId", "Dissemination"),
        ExportTable.Own("DefinitionRehearsal"),
        ExportTable.Own("FrameworkChange"),
        ExportTable.Own("Undertaking"),
        ExportTable.Own("WorkRequest"),
        ExportTable.Own("RetentionClassVersion"),
        ExportTable.Own("LegalHold"),
        ExportTable.Own("Disposal"),
        ExportTable.Own("DisposalItem"),
        new("PersonErasure", $"\"PersonId\" {OfPeople}"),
        ExportTable.Own("Attestation"),
        ExportTable.Of("AttestedAppointment", "AttestationId", "Attestation"),
        ExportTable.Own("SavedView"),
    ];

    public static IReadOnlyList<LeftOut> LeftOut { get; } =
    [
        new("HostKey", Secret + ": the keys of session cookies and forms"),
        new(
            "IdempotentAnswer",
            "answers to repeated requests, kept for seven days for nobody else"
        ),
        new("CalendarFeed", Secret + ": the keys of people's calendar addresses"),
        new("ChallengeDraftSpace", Sealed),
        new("ChallengeDraftKey", Sealed),
        new("ChallengeDraft", Sealed),
        new("PolicyWord", Derived + ": the words of titles"),
        new("LibraryEntry", Derived + ": the words of published titles"),
        new("SearchText", Derived + ": what can be found"),
        new("SearchAudience", Derived + ": who finds it"),
        new("SearchFill", Derived + ": how far the index was filled"),
        new("RecordNode", Derived + ": the nodes of the Merkle tree"),
        new("RecordHead", Derived + ": the length of the record, and its last hash"),
        new("RecordEntry", Record),
        new("RecordPayload", Record),
        new("RecordCheckpoint", Record),
        new("AttachmentContent", Files),
        new("PaperContent", Files),
    ];

    /// <summary>What is left out of tables that are otherwise there, and what never is in a database.</summary>
    public static IReadOnlyList<LeftOut> Besides { get; } =
    [
        new(
            "The key that signs the record's checkpoints",
            "it is a file, and it signs; the public key is with the record"
        ),
        new("Sessions and cookies", "the service keeps none"),
        new("Hashes of status keys and raising links, addresses that nobody has confirmed", Secret),
        new("What was erased", "it is nowhere any more; the record still commits to it"),
    ];
}
