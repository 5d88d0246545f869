namespace Governance.Contracts;

/// <summary>A professional challenge.</summary>
/// <param name="Ladder">The id of a ladder.</param>
/// <param name="CaseReference">The agency's own reference: never a name.</param>
/// <param name="RaisedWith">The agency's id, or a statutory seat.</param>
/// <param name="EnterAtStage">A later stage than the first: for immediate risk only, with a reason.</param>
/// <param name="Theme">One of the listed themes.</param>
/// <param name="Urgency">A class of the ladder.</param>
/// <param name="NeededWithin">The time that would protect the child; it applies where a stage says "whichever is less".</param>
/// <param name="Checked">What looked like a child's name, a date of birth or a postcode was looked at, and is none.</param>
public sealed record RaiseEscalationBody(
    string? Ladder,
    string? CaseReference,
    string? Concern,
    string? RaisedWith,
    bool? ImmediateRisk = null,
    int? EnterAtStage = null,
    string? Reason = null,
    string? Theme = null,
    string? Urgency = null,
    LadderSpan? NeededWithin = null,
    bool? Checked = null
);

/// <summary>The same through an agency's link, without an account.</summary>
/// <param name="Key">The link's secret.</param>
public sealed record RaiseByLinkBody(string? Key, RaiseEscalationBody? Escalation);

/// <param name="Key">A secret, sent in a body and nowhere else.</param>
public sealed record EscalationKeyBody(string? Key);

public sealed record EscalationTextBody(string? Text, bool? Checked = null);

public sealed record EscalationMeetingBody(DateOnly? Held, string? Text, bool? Checked = null);

public sealed record EscalationReasonBody(string? Reason, bool? Checked = null);

public sealed record EscalationSatisfactionBody(
    bool? Satisfied,
    string? Reason,
    bool? Checked = null
);

/// <summary>The same by whoever holds the status key.</summary>
public sealed record EscalationSatisfactionByKeyBody(
    string? Key,
    bool? Satisfied,
    string? Reason,
    bool? Checked = null
);

public sealed record EscalationReasonByKeyBody(string? Key, string? Reason, bool? Checked = null);

/// <summary>One person to turn to.</summary>
/// <param name="Stage">From which stage on; 1 where left out.</param>
/// <param name="Person">Somebody who acts for the body here, who is then told; or nobody.</param>
/// <param name="Post">What their post is called. No name is needed.</param>
/// <param name="Deputy">Stands in for the others of the stage.</param>
public sealed record StageContactBody(
    int? Stage,
    string? Post,
    string? Phone = null,
    string? Email = null,
    string? Person = null,
    bool? Deputy = null
);

/// <summary>All contacts of a body, in place of those before.</summary>
public sealed record StageContactsBody(IReadOnlyList<StageContactBody>? Contacts);

/// <param name="Body">The agency or seat whose people may raise through it.</param>
public sealed record RaisingLinkBody(string? Body, string? Label);

/// <summary>What everybody reads before anything else: whom to call when a child is at immediate risk.</summary>
public sealed record FrontDoorBody(string? Name, string? Phone, string? OutOfHours, string? Text);
