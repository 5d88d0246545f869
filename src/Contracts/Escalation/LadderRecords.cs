namespace Governance.Contracts;

/// <summary>So many hours, or working days.</summary>
/// <param name="Unit"><c>hours</c> or <c>workingDays</c>.</param>
public sealed record LadderSpan(int? Amount, string? Unit);

/// <summary>A limit of a stage.</summary>
/// <param name="Unit"><c>hours</c> or <c>workingDays</c>.</param>
/// <param name="WhicheverIsLess">
/// The earlier of two applies: of this and <paramref name="Or"/>, or, without that, of this and the time that the raiser says would
/// protect the child.
/// </param>
/// <param name="ByUrgency">The limit that takes this one's place in an urgency class, by the class's key.</param>
public sealed record LadderLimit(
    int? Amount,
    string? Unit,
    bool WhicheverIsLess = false,
    LadderSpan? Or = null,
    IReadOnlyDictionary<string, LadderSpan>? ByUrgency = null
);

/// <summary>A class of urgency that a raiser can choose.</summary>
public sealed record LadderUrgency(string? Key, string? Label);

/// <summary>One rung.</summary>
/// <param name="Label">What the policy calls it: stage, step or level.</param>
/// <param name="Asked">
/// <c>raisedWith</c> (the body that the challenge is raised with), <c>delegates</c>, <c>partnershipChair</c>, <c>leads</c>,
/// <c>scrutineer</c> or <c>businessUnit</c>.
/// </param>
/// <param name="Who">Which post within it, in the policy's words.</param>
/// <param name="Acknowledge">From receipt; a missed one is flagged and moves nothing.</param>
/// <param name="Respond">From receipt; silence past it leads to the meeting, where there is one, else to the next stage.</param>
/// <param name="Meet">From the end of the limit to respond.</param>
/// <param name="Confirm">In writing, from the answer; silence past it leads to the next stage.</param>
/// <param name="ConfirmAfterMeeting">The same from the meeting; as <paramref name="Confirm"/> where left out.</param>
/// <param name="Notified">Who is told besides: <c>businessUnit</c>, <c>scrutineer</c>, <c>partnershipChair</c>, <c>leads</c>, <c>delegates</c>.</param>
/// <param name="Form">The form of the policy that the stage uses.</param>
/// <param name="Note">What the policy says besides, or what is to be checked.</param>
public sealed record LadderStage(
    string? Label,
    string? Asked,
    string? Who = null,
    LadderLimit? Acknowledge = null,
    LadderLimit? Respond = null,
    LadderLimit? Meet = null,
    LadderLimit? Confirm = null,
    LadderLimit? ConfirmAfterMeeting = null,
    IReadOnlyList<string>? Notified = null,
    string? Form = null,
    string? Note = null
);

/// <summary>A ladder as it is to be: a new version of it.</summary>
/// <param name="Kind"><c>practitioner</c>, or <c>partners</c> for disputes between the statutory partners.</param>
/// <param name="Mark">What readers are warned of, such as "example: check against your published policy".</param>
/// <param name="WhereBlank">The limit to respond where a stage gives none, so that nothing waits for ever.</param>
/// <param name="Ends">What follows when the last stage has not resolved it.</param>
/// <param name="Reason">Why it changes; read by the second person.</param>
public sealed record LadderBody(
    string? Name,
    string? Kind,
    IReadOnlyList<LadderStage>? Stages,
    IReadOnlyList<LadderUrgency>? Urgencies = null,
    LadderSpan? WhereBlank = null,
    string? Source = null,
    string? Mark = null,
    string? Ends = null,
    string? Reason = null
);

/// <summary>A ladder's version.</summary>
/// <param name="Id">The name by which it is asked for.</param>
/// <param name="IsNewest">Challenges that are raised now begin on it.</param>
public sealed record LadderAnswer(
    string Id,
    int Version,
    bool IsNewest,
    DateTime Since,
    string Name,
    string Kind,
    IReadOnlyList<LadderUrgency> Urgencies,
    IReadOnlyList<LadderStage> Stages,
    LadderSpan? WhereBlank,
    string? Source,
    string? Mark,
    string? Ends
);

/// <summary>A new version waits for a second person.</summary>
public sealed record LadderProposed(string Approval, string Ladder, int Version);
