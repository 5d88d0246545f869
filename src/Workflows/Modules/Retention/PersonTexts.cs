namespace Governance.Modules.Retention;

/// <summary>What an erasure does with a column that can hold words about a person.</summary>
internal enum TextKind
{
    /// <summary>Holds no words of people: codes, keys, hashes, and what the product writes by itself.</summary>
    Code,

    /// <summary>Free text: a name or an address in it is replaced.</summary>
    Text,

    /// <summary>
    /// A text that is hashed, signed or append-only: it stays as it is, and the result of an erasure says where it names somebody.
    /// Kept as the record of what was decided (UK GDPR, article 17(3)(b): check).
    /// </summary>
    Fixed,

    /// <summary>Goes or is replaced by a rule of its own, in <see cref="PersonRegister"/>.</summary>
    Register,
}

/// <summary>A person's name that stands beside their id.</summary>
internal sealed record NameLabel(string Table, string IdColumn, string NameColumn);

/// <summary>
/// Every column in which words can stand, by table. A test walks the model and fails on one that is missing here, so that whoever adds a
/// text says what an erasure does with it.
/// </summary>
internal static class PersonTexts
{
    public static IReadOnlyList<NameLabel> Labels { get; } =
    [
        new("Comment", "PersonId", "PersonName"),
        new("Comment", "DisposedBy", "DisposedByName"),
        new("AttendanceEntry", "PersonId", "PersonName"),
        new("AttendanceEntry", "DeputyForId", "DeputyForName"),
        new("ItemDeclaration", "PersonId", "PersonName"),
        new("ProcedurePlace", "AnsweredBy", "AnsweredByName"),
        new("ScrutinyComment", "PersonId", "PersonName"),
        new("Signature", "PersonId", "PersonName"),
        new("Signature", "AccountableLeadId", "AccountableLeadName"),
    ];

    private const string Declared = """
        AgencyCascade AgencyName=Code Note=Text
        AgendaItem Title=Text
        Appointment EndReason=Text
        Ask CancelReason=Text SubjectTitle=Text WaitsFor=Code
        AttendanceEntry DeputyForName=Text PersonName=Text Place=Code PlaceName=Text
        CalendarChange Name=Code
        CalendarVersion Reason=Text
        Challenge Evidence=Fixed PublicSummary=Fixed Question=Fixed SubjectTitle=Fixed
        ChallengeEvidence ContentType=Code Name=Fixed
        ChallengeRuling Reason=Fixed
        ChallengeStage AskIds=Code AskedOf=Code
        ChallengeStatement ActionIds=Code Body=Fixed Text=Fixed
        Clock Title=Text WhyStopped=Text
        ClockHistory Why=Text
        ClockPause Note=Text Words=Text
        Comment Body=Code BodyName=Text DisposedByName=Text PersonName=Text Reason=Text Text=Fixed
        Consultation Audience=Code CloseReason=Text OpenKey=Code SubjectTitle=Text
        ConsultedBody Body=Code Name=Text
        Decision Basis=Fixed Discretion=Fixed Dissent=Fixed Text=Fixed
        DefinitionRehearsal Result=Text
        DelegationInstrument Classes=Code Evidence=Text RevocationReason=Text
        Delivery Recipient=Code
        Disposal ObjectedFor=Code Objection=Text Reason=Fixed
        DisposalItem Certificate=Fixed Label=Code Rule=Code WhyNot=Code
        Dissemination Title=Text
        Escalation Concern=Text RiskReason=Text
        EscalationDuty AskIds=Code OpenKey=Code
        EscalationEntry Text=Text
        EscalationLadderVersion Content=Text
        FrameworkChange OpenKey=Code Reason=Text
        FrontDoor Name=Text Text=Text
        GroupClosure Deliverables=Text Lessons=Text Outstanding=Text Reason=Text
        GroupDuty OpenKey=Code Text=Text
        GroupMembership Expert=Text
        GroupTask BlockedReason=Text Description=Text EndReason=Text Evidence=Text Title=Text
        GroupTaskUpdate Text=Text
        HostKey Name=Code Xml=Code
        IdempotentAnswer Act=Code Answer=Register Key=Code
        Interest Nature=Text
        ItemDeclaration Nature=Text PersonName=Text
        LegalHold FirstLiftFor=Code LiftReason=Text PlacedFor=Code Reason=Text Reference=Text
        LibraryEntry Slug=Code
        Meeting CancelReason=Text Place=Text Title=Text
        MeetingAction Evidence=Text Owner=Code OwnerName=Text ReturnReason=Text Text=Text Verifier=Code VerifierName=Text
        MeetingBody DissolvedReason=Text Frequency=Text Name=Text OnlyKey=Code Purpose=Text QuorumPlaces=Code QuorumSeats=Code TermsOfReference=Text
        MeetingMinutes PublicText=Fixed Text=Fixed
        Notice Text=Text Title=Text
        NoticePreference Address=Register ProposedAddress=Register
        OutsideApproval By=Text Evidence=Text
        Paper Name=Text
        PaperVersion ContentType=Code
        Partnership Name=Code
        PendingApproval Proposal=Text ProposerBodies=Code Reason=Text Title=Text
        Person DisplayName=Register Email=Register ObjectId=Register TenantId=Register
        PersonErasure Outcome=Code Pseudonym=Code Reason=Text Records=Code
        Policy PublishedOrder=Code PublishedTitle=Fixed Slug=Code Summary=Text Tags=Text Title=Fixed TitleOrder=Code WithdrawalReason=Text
        PolicyAttachment ContentType=Code FileName=Fixed
        PolicyReview Reason=Text
        PolicyVersion Body=Fixed Title=Fixed
        ProcedurePlace AnsweredByName=Text Name=Text Place=Code Reason=Text
        RaisingLink Label=Text
        RecordCheckpoint Text=Code
        RecordEntry Act=Code Canonical=Code SubjectId=Code SubjectType=Code
        RecordPayload Json=Register
        RelevantAgency Name=Code
        RetentionClassVersion Reason=Text Source=Text
        SavedView Address=Text Name=Text
        ScrutinyComment PersonName=Text Text=Text
        SearchAudience Key=Code
        SearchFill After=Code
        SearchText Body=Register Seats=Code SubjectId=Code Title=Register Unless=Code
        Signature AccountableLeadName=Text CurrentKey=Code EndReason=Text PersonName=Text Wording=Fixed
        SignOffRound CloseReason=Text OpenKey=Code SubjectTitle=Text
        StageContact Email=Register Post=Text
        TaskAndFinishGroup Deliverables=Text EndReason=Text Lessons=Text Name=Text Purpose=Text Scope=Text
        TeamsChannel Audience=Code
        TermsOfReference Text=Fixed
        Undertaking Title=Text
        WorkRequest Text=Text What=Text
        WorkflowBookmark ActivityId=Code Key=Code Stimulus=Code
        WorkflowDefinitionVersion Json=Fixed Name=Fixed
        WorkflowIncident ActivityId=Code Message=Text Reason=Text
        WorkflowInstance CorrelationId=Code Name=Text State=Text
        WorkflowStep ActivityId=Code ActivityType=Code Data=Text Outcomes=Code
        WorkflowTimer ActivityId=Code Key=Code Name=Code
        WrittenProcedure OverReason=Text Rule=Code Text=Fixed Title=Text
        """;

    public static IReadOnlyDictionary<(string Table, string Column), TextKind> Kinds { get; } =
        Read();

    private static Dictionary<(string, string), TextKind> Read()
    {
        Dictionary<(string, string), TextKind> kinds = [];
        foreach (string line in Declared.Split('\n', StringSplitOptions.TrimEntries))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (string word in words.Skip(1))
            {
                string[] pair = word.Split('=');
                kinds.Add((words[0], pair[0]), Enum.Parse<TextKind>(pair[1]));
            }
        }

        return kinds;
    }
}
